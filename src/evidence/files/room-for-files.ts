import type { Db, Trx } from '../../database.js'
import { TooLarge } from '../../errors.js'
import { because } from '../../files/receiving/rules.js'

/** How many bytes of files one group may keep. */
export const roomForFiles = 2 * 1024 ** 3

export const mostFilesAtOnce = 10

/** How many bytes of its room a group has left. Files that are still arriving have taken theirs already. */
export async function roomLeftFor(db: Db, groupId: string): Promise<number> {
  return Math.max(0, roomForFiles - (await keptIn(db, groupId)) - (await arrivingIn(db, groupId)))
}

/**
 * After files were placed: whether the group has room for all that it keeps now. What two people sent at once was measured
 * before either of them had it.
 * @throws TooLarge where it has not
 */
export async function refuseBeyondRoom(trx: Trx, groupId: string): Promise<void> {
  if ((await keptIn(trx, groupId)) > roomForFiles) throw new TooLarge(because.noRoom(await roomLeftFor(trx, groupId)))
}

async function keptIn(db: Db, groupId: string): Promise<number> {
  const ofGroup = db
    .selectFrom('evidence')
    .innerJoin('evidenceFiles', 'evidenceFiles.evidenceId', 'evidence.id')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .where('evidence.groupId', '=', groupId)
  const now = ofGroup.select(['files.storedAs', 'files.bytes']).where('files.erasedAt', 'is', null)
  const before = ofGroup
    .innerJoin('fileVersions', 'fileVersions.fileId', 'files.id')
    .select(['fileVersions.storedAs', 'fileVersions.bytes'])
    .where('fileVersions.erasedAt', 'is', null)
  // A union counts once what is stored once.
  const { used } = await db
    .selectFrom(now.union(before).as('kept'))
    .select(eb => eb.fn.sum<number | null>('kept.bytes').as('used'))
    .executeTakeFirstOrThrow()
  return Number(used ?? 0)
}

async function arrivingIn(db: Db, groupId: string): Promise<number> {
  const { coming } = await db
    .selectFrom('halfUploads')
    .innerJoin('captures', join =>
      join
        .onRef('captures.personId', '=', 'halfUploads.personId')
        .onRef('captures.capture', '=', 'halfUploads.capture'),
    )
    .innerJoin('evidence', 'evidence.id', 'captures.evidenceId')
    .select(eb => eb.fn.sum<number | null>('halfUploads.bytes').as('coming'))
    .where('evidence.groupId', '=', groupId)
    .executeTakeFirstOrThrow()
  return Number(coming ?? 0)
}

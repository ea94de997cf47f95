import { inOne, type Trx } from '../../database.js'
import { record, recordAs } from '../../facts/facts.js'
import type { House } from '../../house.js'
import { aboutKey } from '../../keys/keys.js'
import { renewReach } from '../../reach/renewing.js'
import type { Brought } from '../../room.js'
import { forgetInIndex } from '../../search/forgetting.js'
import { breathe } from '../../web/limits/breathing.js'
import { newId, newToken } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import '../facts.js'
import { eraseWordsOfFacts, isFollowed } from './rewriting.js'
import { emptyPointers, type Erasing, eraseRows, eraseTexts, forgetForms } from './rows.js'
import { type Root, whatGoes } from './what-goes.js'

/** Where the rows of groups are that hold nothing any more: nobody belongs to it, and no list shows it. */
const nowhere = 'of-erased-groups'

type ErasingHouse = Pick<House, 'db' | 'engine'>
type BroughtToErase = Pick<Brought, 'tables' | 'erases' | 'searchables'>

/** What is said when it is done; `fact` where it is known from a journal. */
export interface Done {
  by: string | null
  networkId: string | null
  fact?: string
}

/**
 * Erases a whole group for good: every row and file of it, in slices, so that everybody else is answered meanwhile. From the first
 * slice on nobody comes upon it; whatever cuts it short, it is gone on with from the beginning and ends the same. What is left is
 * its row without a word, that things were done and by whom, and its published editions, with the numbers of what they cite.
 */
export async function eraseGroup(house: ErasingHouse, brought: BroughtToErase, id: string, done: Done): Promise<void> {
  const { db } = house
  await inOne(db, trx => hide(trx, id))
  await inOne(db, trx => eraseKeys(trx, id, done.networkId))
  await eraseWhole(house, brought, 'groups', id)
  await inOne(db, trx => blankWhatIsCited(trx, id, brought))
  // Before a start is over nobody follows yet.
  if (done.fact === undefined) await settle(house, id)
  await eraseWordsOfFacts(house, { groupId: id })
  const { fact = newId(), by, networkId } = done
  await inOne(db, trx =>
    recordAs(trx, fact, {
      kind: 'erased as a whole',
      by: by === null ? null : { id: by },
      networkId,
      aboutKind: 'group',
      aboutId: id,
      of: 'group',
      things: [id],
      choice: '',
    }),
  )
}

/** Rows and files of a whole, a table after the other. */
export async function eraseWhole(house: ErasingHouse, brought: BroughtToErase, root: Root, id: string): Promise<void> {
  const { db, engine } = house
  const all = await whatGoes(engine, db, brought, root)
  const known = await db.withoutPlugins().introspection.getTables()
  const pointers = await engine.pointers(known.map(one => one.name))
  const filePointers = pointers.filter(one => one.to === 'files')
  const erasing: Erasing = { all, root, id, filePointers, brought }
  await inOne(db, trx => emptyPointers(trx, erasing))
  for (const one of all.filter(each => each.by.length > 0)) {
    let more = true
    while (more) {
      const step = await inOne(db, async trx => {
        const done = await eraseRows(trx, erasing, one)
        if (done.files.length > 0)
          await record(trx, {
            kind: 'files of a whole erased',
            by: null,
            aboutKind: root.slice(0, -1),
            aboutId: id,
            files: done.files,
          })
        return done
      })
      more = step.more
      await breathe()
    }
  }
}

/** Nobody comes upon it from here on. */
async function hide(trx: Trx, id: string): Promise<void> {
  const there = await trx.selectFrom('networks').select('id').where('id', '=', nowhere).executeTakeFirst()
  const at = now()
  if (!there)
    await trx
      .insertInto('networks')
      .values({ id: nowhere, name: '', about: '', createdAt: at, createdBy: null, erasedAt: at })
      .execute()
  await trx
    .updateTable('groups')
    .set({ networkId: nowhere, themeId: null, name: 'An erased group', why: '', joinCode: newToken() })
    .set({ closedAt: at, closedBy: null, closedBecause: null })
    .where('id', '=', id)
    .execute()
  await trx.deleteFrom('groupPeople').where('groupId', '=', id).execute()
  await trx.deleteFrom('placesSeen').where('placeId', '=', id).execute()
  await trx.deleteFrom('newsPositions').where('placeId', '=', id).execute()
  await forgetForms(trx, [id])
}

/** The file of keys is emptied by what follows. */
async function eraseKeys(trx: Trx, groupId: string, networkId: string | null): Promise<void> {
  const keys = await trx
    .selectFrom('pupilKeys')
    .select('id')
    .where('groupId', '=', groupId)
    .where('erasedAt', 'is', null)
    .execute()
  for (const { id } of keys)
    await record(trx, { kind: 'key erased', by: null, ...aboutKey({ id, networkId: networkId ?? nowhere }) })
  await trx.updateTable('pupilKeys').set({ erasedAt: now() }).where('groupId', '=', groupId).execute()
}

/** Of what published editions cite the numbers stay. */
async function blankWhatIsCited(
  trx: Trx,
  groupId: string,
  { searchables }: Pick<Brought, 'searchables'>,
): Promise<void> {
  const pieces = await trx.selectFrom('evidence').select(['id', 'number']).where('groupId', '=', groupId).execute()
  const at = now()
  await trx
    .updateTable('evidence')
    .set({ title: '', whatWeSaw: '', capture: null, withdrawnAt: at, withdrawnBy: null, withdrawnBecause: null })
    .where('groupId', '=', groupId)
    .execute()
  await trx
    .updateTable('enquiries')
    .set({ question: '', decidedBecause: null })
    .where('groupId', '=', groupId)
    .execute()
  await trx.updateTable('writeUps').set({ title: '' }).where('groupId', '=', groupId).execute()
  const ids = pieces.map(piece => piece.id)
  for (let from = 0; from < ids.length; from += 200) await renewReach(trx, ids.slice(from, from + 200))
  // Editions that cite them are read into the index again.
  for (const { id, number } of pieces)
    await record(trx, { kind: 'evidence erased', by: null, aboutKind: 'evidence', aboutId: id, number, files: [] })
  const cycles = await trx.selectFrom('enquiries').select('id').where('groupId', '=', groupId).execute()
  const writeUps = await trx.selectFrom('writeUps').select('id').where('groupId', '=', groupId).execute()
  const left = [groupId, ...ids, ...[...cycles, ...writeUps].map(row => row.id)]
  const texts = await eraseTexts(trx, left)
  await forgetInIndex(trx, searchables, [...left, ...texts])
}

/** What follows from the group’s last facts reads their words, and has some seconds for it; then there is nothing left to tell. */
async function settle(house: ErasingHouse, id: string): Promise<void> {
  const until = performance.now() + 10_000
  while (performance.now() < until && !(await isFollowed(house, id)))
    await new Promise(resolve => setTimeout(resolve, 50))
}

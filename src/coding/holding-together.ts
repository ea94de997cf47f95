import type { Trx } from '../database.js'
import { Conflict } from '../errors.js'

/** Said where an old step no longer fits what came after it; whoever catches it knows who came after. */
export class NoLongerFits extends Conflict {}

/**
 * What must be true of a codebook after any act: codes in use stand under codes in use, never in a circle; what is coded
 * is coded with a code in use, and no passage carries the same code twice. @throws NoLongerFits
 */
export async function holdsTogether(trx: Trx, groupId: string): Promise<void> {
  const codes = await trx
    .selectFrom('codes')
    .select(['id', 'parentId'])
    .where('groupId', '=', groupId)
    .where('removedAt', 'is', null)
    .where('mergedInto', 'is', null)
    .execute()
  const parents = new Map(codes.map(code => [code.id, code.parentId]))
  for (const { id } of codes) standsUnderCodesInUse(id, parents)
  await isCodedWithCodesInUse(trx, groupId)
  await isCodedOnce(trx, groupId)
}

function standsUnderCodesInUse(id: string, parents: Map<string, string | null>): void {
  const above = new Set([id])
  for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) {
    if (above.has(at)) throw new NoLongerFits('A code cannot stand under itself.')
    if (!parents.has(at)) throw new NoLongerFits('The code that it stands under is not in use any more.')
    above.add(at)
  }
}

async function isCodedWithCodesInUse(trx: Trx, groupId: string): Promise<void> {
  const stray = await ownCodings(trx, groupId)
    .innerJoin('codes', 'codes.id', 'codings.codeId')
    .select('codings.id')
    .where(eb => eb.or([eb('codes.removedAt', 'is not', null), eb('codes.mergedInto', 'is not', null)]))
    .limit(1)
    .executeTakeFirst()
  if (stray) throw new NoLongerFits('Passages are coded with a code that would not be in use.')
}

async function isCodedOnce(trx: Trx, groupId: string): Promise<void> {
  const twice = await ownCodings(trx, groupId)
    .select(['codings.codeId', 'codings.passageId'])
    .groupBy(['codings.codeId', 'codings.passageId'])
    .having(eb => eb.fn.countAll(), '>', 1)
    .limit(1)
    .executeTakeFirst()
  if (twice) throw new NoLongerFits('A passage would carry the same code twice.')
}

function ownCodings(trx: Trx, groupId: string) {
  return trx
    .selectFrom('codings')
    .where('codings.groupId', '=', groupId)
    .where('codings.readingId', 'is', null)
    .where('codings.removedAt', 'is', null)
}

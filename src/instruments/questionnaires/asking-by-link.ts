import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { hashOfToken, newToken } from '../../web/new-id.js'
import { type FoundQuestionnaire, isOver } from './questionnaires.js'

export const mostLinks = 60

/**
 * Makes links by which colleagues answer without signing in. They are shown once; only their hashes are kept.
 * @param count for one answer each; 0 for a single link that many can use, in place of the one before
 * @throws Conflict when it is closed, or has its links already
 */
export async function makeLinks(trx: Trx, found: FoundQuestionnaire, count: number): Promise<string[]> {
  if (isOver(found)) throw new Conflict('This questionnaire is closed.')
  const tokens = Array.from({ length: Math.max(1, count) }, newToken)

  const { made } = await trx
    .selectFrom('questionnaireLinks')
    .select(eb => eb.fn.countAll<number>().as('made'))
    .where('questionnaireId', '=', found.id)
    .where('kind', '=', 'once')
    .executeTakeFirstOrThrow()
  if (Number(made) + count > mostLinks) throw new Conflict(`At most ${mostLinks} links for one answer can be made.`)
  const kind = count === 0 ? 'shared' : 'once'
  if (kind === 'shared')
    await trx
      .deleteFrom('questionnaireLinks')
      .where('questionnaireId', '=', found.id)
      .where('kind', '=', kind)
      .execute()
  const of = { questionnaireId: found.id, kind, used: null } as const
  const rows = tokens.map(token => ({ ...of, tokenHash: hashOfToken(token) }))
  await trx.insertInto('questionnaireLinks').values(rows).execute()

  return tokens
}

import type { Trx } from '../../database.js'
import { Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Person } from '../../people/person.js'
import { now } from '../../web/now.js'
import { act, type Change } from '../undoing/acts.js'
import { bookOf, type CodeInBook, type FoundCode } from './book.js'
import { holdsTogether } from '../holding-together.js'
import { aboutCodebook } from './keeping-codes.js'
import { notBeingReadBlind } from '../blind-readings/reading-guard.js'

/**
 * Makes one code of two: everything coded with the one is coded with the other from now on, its memos and the codes
 * beneath it follow, and it is not in use any more. One act, that can be undone.
 * @throws Conflict when either is being read with, or not in use any more
 */
export async function mergeCode(trx: Trx, code: FoundCode, intoId: string, person: Person): Promise<void> {
  const book = await bookOf(trx, code)
  const [from, into] = [book.find(one => one.id === code.id), book.find(one => one.id === intoId)]
  if (!from || !into) throw new Conflict('One of the two codes is not in use any more.')
  if (from.id === into.id) throw new Conflict('A code cannot be merged into itself.')
  await notBeingReadBlind(trx, [from.id, into.id])
  const changes = [
    ...(await codingsFollow(trx, from.id, into.id)),
    ...(await memosFollow(trx, from.id, into.id)),
    ...codesFollow(book, from, into),
    { thing: 'code', id: from.id, before: { mergedInto: null }, after: { mergedInto: into.id } } satisfies Change,
  ]
  const did = `merged the code “${from.name}” into “${into.name}”`
  await act(trx, { groupId: code.groupId, person, did }, changes)
  await holdsTogether(trx, code.groupId)
  await record(trx, { kind: 'codes merged', by: person, ...aboutCodebook(code.enquiry, into.id) })
}

/** Where a passage carries both codes already, one of the two goes. What was read blind and compared stays as it was. */
async function codingsFollow(trx: Trx, from: string, into: string): Promise<Change[]> {
  const codings = await trx
    .selectFrom('codings')
    .selectAll()
    .where('codeId', 'in', [from, into])
    .where('readingId', 'is', null)
    .execute()
  const there = new Set(codings.filter(one => one.codeId === into && !one.removedAt).map(one => one.passageId))
  return codings
    .filter(one => one.codeId === from)
    .map(({ id, passageId, removedAt }): Change =>
      removedAt === null && there.has(passageId)
        ? {
            thing: 'coding',
            id,
            before: { codeId: from, removedAt: null },
            after: { codeId: into, removedAt: now() },
          }
        : { thing: 'coding', id, before: { codeId: from }, after: { codeId: into } },
    )
}

async function memosFollow(trx: Trx, from: string, into: string): Promise<Change[]> {
  const memos = await trx.selectFrom('memos').select('id').where('codeId', '=', from).execute()
  return memos.map(({ id }) => ({ thing: 'memo', id, before: { codeId: from }, after: { codeId: into } }))
}

/** The codes beneath stand under the other one; the other one itself, when it is beneath, takes the place above. */
function codesFollow(book: CodeInBook[], from: CodeInBook, into: CodeInBook): Change[] {
  const branch = book.find(one => one.parentId === from.id && (one.id === into.id || one.below.includes(into.id)))
  const last = Math.max(-1, ...book.filter(one => one.parentId === into.id).map(one => one.position))
  return book
    .filter(one => one.parentId === from.id)
    .map((one, place) => {
      const above = one === branch
      const parentId = above ? from.parentId : into.id
      const position = above ? from.position : last + 1 + place
      return {
        thing: 'code',
        id: one.id,
        before: { parentId: from.id, position: one.position },
        after: { parentId, position },
      }
    })
}

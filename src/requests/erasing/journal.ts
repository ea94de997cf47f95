import { inOne } from '../../database.js'
import { isKnownFact, recordAs } from '../../facts/facts.js'
import { follower } from '../../facts/followers.js'
import type { House } from '../../house.js'
import { allLinesOf, appendLine } from '../../evidence/withdrawing/withdrawal-journal.js'
import { piecesWithIds } from '../../evidence/evidence.js'
import { eraseFile } from '../../files/erasing.js'
import type { Searchable } from '../../search/searchables.js'
import { placesOf } from '../looking/places.js'
import { giveWay } from './giving-way.js'
import { clearIndex, recordsThatHold, takeOutOfIndex } from './index-of-a-name.js'
import { finderByMarks } from './marks.js'

/** A line about an erased pupil: places, rows and marks, never a name. The pieces that went wholly have lines of their own. */
interface Line {
  fact: string
  kind: 'pupil erased'
  at: string
  network: string
  request: string
  person: string
  marks: string[]
  rows: [place: string, key: string, columns: string][]
  files: string[]
}

/** Written beside the database before whoever confirmed it is answered, or at the latest at the next start. */
export const keepErasures = follower({
  name: 'journal of erased pupils',
  follows: ['pupil erased'],
  isPrompt: true,
  async run({ journal }, { id, at, networkId, aboutId, personId, details }) {
    if (journal === null || linesOf(journal).some(line => line.fact === id)) return
    const of = { network: networkId!, request: aboutId!, person: personId! }
    await appendLine(journal, { fact: id, kind: 'pupil erased', at, ...of, ...details } satisfies Line)
  },
})

function linesOf(path: string): Line[] {
  return allLinesOf(path).filter((line): line is Line => 'kind' in line && line.kind === 'pupil erased')
}

/**
 * A database that was put back from a backup knows names again that were erased since: where they stood they give way once more.
 * @returns how many erasures were done again
 */
export async function replayErasures(
  house: Pick<House, 'db' | 'engine' | 'keys'>,
  path: string,
  searchables: Searchable[],
): Promise<number> {
  const { db, engine, keys } = house
  let again = 0
  for (const line of linesOf(path)) {
    if (await isKnownFact(db, line.fact)) continue
    const finder = finderByMarks(keys, line.marks)
    const places = await placesOf(house)
    const indexed = await recordsThatHold(db, searchables, finder)
    await inOne(db, async trx => {
      const person = await trx.selectFrom('people').select('id').where('id', '=', line.person).executeTakeFirst()
      const ids = line.rows.map(([, key]) => String((JSON.parse(key) as unknown[])[0]))
      const pieces = new Map<string, string>()
      for (const table of ['readableTexts', 'passages'] as const)
        for (const row of await trx
          .selectFrom(table)
          .select(['id', 'evidenceId'])
          .where('id', 'in', [...ids, ''])
          .execute())
          pieces.set(row.id, row.evidenceId)
      const rows = line.rows.map(([place, rowKey, columns]) => {
        const id = String((JSON.parse(rowKey) as unknown[])[0])
        const evidenceId = place === 'evidence' ? id : (pieces.get(id) ?? null)
        return { place, rowKey, columns: columns.split(','), evidenceId }
      })
      const by = person?.id ?? (await anybody(trx))
      const there = new Set(
        (
          await piecesWithIds(
            trx,
            rows.flatMap(one => one.evidenceId ?? []),
          )
        ).map(one => one.id),
      )
      const kept = rows.map(one => (one.evidenceId && !there.has(one.evidenceId) ? { ...one, evidenceId: null } : one))
      if (by) await giveWay({ trx, house, places, finder, by }, kept)
      for (const id of line.files) {
        const file = await trx.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()
        if (file) await eraseFile(trx, file)
      }
      await takeOutOfIndex(trx, indexed)
      await recordAs(trx, line.fact, {
        ...{ kind: 'pupil erased', by: person ?? null, networkId: line.network },
        ...{ aboutKind: 'data request', aboutId: line.request, because: 'Done again after a backup was put back.' },
        ...{ marks: line.marks, rows: line.rows, files: line.files },
      })
    })
    await clearIndex(db)
    await engine.writeAnew({
      db: db as never,
      tables: [...new Set([...line.rows.map(([place]) => place), 'search_words'])],
    })
    again += 1
  }
  return again
}

async function anybody(trx: Parameters<Parameters<typeof inOne>[1]>[0]): Promise<string | undefined> {
  return (await trx.selectFrom('people').select('id').limit(1).executeTakeFirst())?.id
}

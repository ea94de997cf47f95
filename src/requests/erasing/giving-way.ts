import type { Trx } from '../../database.js'
import { loosenWords } from '../../facts/chain/chaining.js'
import { onlyGrowing } from '../../database/only-growing.js'
import type { House } from '../../house.js'
import { rewordTexts } from '../../evidence/readable-texts/rewording.js'
import { withInstead } from '../../texts/instead.js'
import { begunAt } from '../../words/begun-at.js'
import type { Place } from '../looking/places.js'
import { groupOfRow, rowAt, writeWords } from '../looking/rows.js'
import type { Finder } from '../looking/spots.js'

/** What is written where a pupil's name gave way. */
export const somebody = 'a pupil'

/** Where something stands: a row of a place, and the columns of it. */
export interface At {
  place: string
  rowKey: string
  columns: string[]
  evidenceId: string | null
}

interface Within {
  trx: Trx
  house: Pick<House, 'engine'>
  /** Read before the transaction: the schema is asked past it. */
  places: Place[]
  finder: Finder
  /** Who confirmed it. */
  by: string
}

/**
 * In each of these rows the name gives way, in every version of a text; passages keep their places.
 * @returns how many rows were changed
 */
export async function giveWay({ trx, house, places, finder, by }: Within, rows: At[]): Promise<number> {
  const byTable = new Map(places.map(place => [place.table, place]))
  const changesIn = (words: string, group: string | null) =>
    notOverlapping(finder(words, group).filter(one => one.how === 'name')).map(one => ({
      ...one,
      instead: begunAt(words, one.startsAt, somebody),
    }))
  const pieces = new Set(rows.flatMap(one => (inATextOfAPiece(one.place) ? (one.evidenceId ?? []) : [])))
  for (const id of pieces) await rewordTexts(trx, id, { id: by }, words => changesIn(words, null))

  let changed = 0
  const change = async (one: At, place: Place) => {
    const row = await rowAt(trx, place, one.rowKey)
    if (!row) return
    const words: Record<string, string> = {}
    for (const column of one.columns) {
      const text = row[column]
      if (typeof text !== 'string') continue
      const instead = changesIn(text, groupOfRow(row))
      if (instead.length > 0) words[column] = withInstead(text, instead)
    }
    await writeWords(trx, place, one.rowKey, words)
    if (Object.keys(words).length > 0) changed += 1
  }
  const known = rows.flatMap(one => {
    const place = byTable.get(one.place)
    return place ? [{ one, place }] : []
  })
  const growing = onlyGrowing.filter(table => known.some(({ place }) => place.table === table))
  for (const { one, place } of known.filter(({ place }) => !growing.includes(place.table))) await change(one, place)
  if (growing.length > 0)
    await house.engine.lifted(trx as never, growing, async () => {
      for (const { one, place } of known.filter(({ place }) => growing.includes(place.table))) await change(one, place)
      const facts = known.flatMap(({ one, place }) =>
        place.table === 'facts' ? (JSON.parse(one.rowKey) as string[]) : [],
      )
      if (facts.length > 0) await loosenWords(trx, facts)
    })
  return changed + pieces.size
}

function inATextOfAPiece(table: string): boolean {
  return table === 'evidence' || table === 'readable_texts' || table === 'passages'
}

function notOverlapping<Spot extends { startsAt: number; endsAt: number }>(spots: Spot[]): Spot[] {
  let from = 0
  return spots.filter(one => {
    if (one.startsAt < from) return false
    from = one.endsAt
    return true
  })
}

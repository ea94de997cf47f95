import type { Db } from '../../database.js'
import type { NamesBook } from '../../names/names.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import type { Move, MovesOf, Span } from '../../networks/year.js'
import { byName } from '../../words/words.js'
import type { Arrivals } from './telling.js'

/** What moved between the schools of a network in a time, as far as somebody may know of it, the newest first. */
export async function movesIn(
  db: Db,
  movesOf: MovesOf[],
  person: Reader | undefined,
  network: Network,
  span: Span,
  outside?: NamesBook,
): Promise<Move[]> {
  const all = await Promise.all(movesOf.map(of => of(db, person, network, span, outside)))
  return all.flat().sort((one, other) => (one.at < other.at ? 1 : -1))
}

/** The same, gathered by where it came to. */
export function arrivalsOf(moves: Move[]): Arrivals[] {
  const names = [...new Set(moves.map(move => move.to.name))].map(name => ({ name }))
  return names.sort(byName).map(({ name }) => ({ name, moves: moves.filter(move => move.to.name === name) }))
}

import type { Db } from '../../database.js'
import type { Person } from '../../people/person.js'
import { roundsOf } from '../rounds.js'
import type { ModerationRound } from '../tables.js'
import { sheetsOf } from './sheet.js'

const most = 30

/** The sheets of rounds that somebody judged in, to be taken over into a new one. */
export async function sheetsToCopy(
  db: Db,
  person: Person,
  round: ModerationRound,
): Promise<{ value: string; text: string }[]> {
  const { rows } = await roundsOf(db, person, round.networkId, 1, most)
  const others = rows.map(one => one.round).filter(one => one.id !== round.id)
  const sheets = await sheetsOf(
    db,
    others.map(one => one.id),
  )
  return others
    .filter(one => sheets.some(criterion => criterion.roundId === one.id))
    .map(one => ({ value: one.id, text: one.title }))
}

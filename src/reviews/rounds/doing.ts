import { randomBytes } from 'node:crypto'
import type { Trx } from '../../database.js'
import { BadInput, Conflict } from '../../errors.js'
import { record } from '../../facts/facts.js'
import type { Network } from '../../networks/tables.js'
import type { Person } from '../../people/person.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import type { Instrument } from '../instruments/instrument.js'
import { askByLink } from '../links/links.js'
import type { ReviewRound } from '../tables.js'
import type { AskedBefore } from './again.js'
import { ask, askedOf } from './company.js'
import { fewestAnswers, standings } from './outcome.js'
import { aboutRound } from './rounds.js'

export interface RoundWords {
  title: string
  why: string
  company: string
  answerBy: string
}

/** Begins a round, as yet unseen by anybody who will be asked. @param follows the round that it asks again */
export async function beginRound(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  instrument: Instrument,
  { themeId, follows, ...words }: RoundWords & { themeId: string | null; follows: string | null },
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('reviewRounds')
    .values({
      ...{ id, networkId: network.id, themeId, follows, ...words },
      ...{ instrumentId: instrument.id, instrument: JSON.stringify(instrument) },
      ...{ begunAt: now(), begunBy: person.id, changedAt: now() },
    })
    .execute()
  await record(trx, { kind: 'review begun', by: person, ...aboutRound({ id, networkId: network.id }) })
  return id
}

/** Begins a round and asks these people in it. */
export async function beginRoundWith(
  trx: Trx,
  network: Pick<Network, 'id'>,
  person: Person,
  instrument: Instrument,
  { people, byLink, ...words }: Parameters<typeof beginRound>[4] & AskedBefore,
): Promise<string> {
  const id = await beginRound(trx, network, person, instrument, words)
  const round = { id, networkId: network.id, openedAt: null, closedAt: null }
  for (const stands of standings) {
    const those = people.filter(one => one.stands === stands).map(one => one.id)
    await ask(trx, round, person, those, stands)
  }
  for (const one of byLink) await askByLink(trx, round, person, one)
  return id
}

/** Opens it: those who are asked are told. @throws BadInput where fewer than five of the company are asked */
export async function openRound(trx: Trx, round: ReviewRound, person: Person): Promise<void> {
  const ofUs = (await askedOf(trx, round)).filter(one => one.stands === 'self')
  if (ofUs.length < fewestAnswers)
    throw new BadInput('Ask five people of your own at least: below five answers nothing is ever shown.', 422)
  const opened = await trx
    .updateTable('reviewRounds')
    .set({ openedAt: now(), openedBy: person.id, changedAt: now(), linkSecret: randomBytes(32).toString('base64url') })
    .where('id', '=', round.id)
    .where('openedAt', 'is', null)
    .executeTakeFirst()
  if (opened.numUpdatedRows === 0n) throw new Conflict('This review is open already.')
  await record(trx, { kind: 'review opened', by: person, ...aboutRound(round) })
}

/** Gives it another last day. @throws Conflict when it is closed */
export async function moveLastDay(trx: Trx, round: ReviewRound, person: Person, answerBy: string): Promise<void> {
  const moved = await trx
    .updateTable('reviewRounds')
    .set(eb => ({ answerBy, changedAt: now(), changes: eb('changes', '+', 1) }))
    .where('id', '=', round.id)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Conflict('This review is closed.')
  await record(trx, { kind: 'review moved', by: person, ...aboutRound(round) })
}

/** Reminds those who have not finished, once. Who that is nobody is told. @throws Conflict the second time */
export async function remindRound(trx: Trx, round: ReviewRound, person: Person): Promise<void> {
  const reminded = await trx
    .updateTable('reviewRounds')
    .set({ remindedAt: now(), remindedBy: person.id })
    .where('id', '=', round.id)
    .where('openedAt', 'is not', null)
    .where('remindedAt', 'is', null)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (reminded.numUpdatedRows === 0n) throw new Conflict('They have been reminded once, and once is enough.')
  await record(trx, { kind: 'review reminded', by: person, ...aboutRound(round) })
}

/** Before it is open it can be dropped, and nothing of it is kept. @throws Conflict */
export async function dropRound(trx: Trx, round: ReviewRound, person: Person): Promise<void> {
  if (round.openedAt) throw new Conflict('This review is open. It can only be closed.')
  await trx.deleteFrom('reviewAsked').where('roundId', '=', round.id).execute()
  await trx.deleteFrom('reviewLinks').where('roundId', '=', round.id).execute()
  await trx.deleteFrom('reviewRounds').where('id', '=', round.id).where('openedAt', 'is', null).execute()
  await record(trx, { kind: 'review dropped', by: person, ...aboutRound(round) })
}

/** When and where they talk about it. */
export async function setTalk(
  trx: Trx,
  round: ReviewRound,
  person: Person,
  { talkOn, talkWhere }: { talkOn: string | null; talkWhere: string },
): Promise<void> {
  await trx
    .updateTable('reviewRounds')
    .set(eb => ({ talkOn, talkWhere, meetingId: null, changedAt: now(), changes: eb('changes', '+', 1) }))
    .where('id', '=', round.id)
    .execute()
  await record(trx, { kind: 'review talk set', by: person, ...aboutRound(round) })
}

/** The meeting at which they talk about it: its day is the meeting’s from now on. */
export async function talkAtMeeting(
  trx: Trx,
  round: ReviewRound,
  person: Person,
  meeting: { id: string; on: string; where: string },
): Promise<void> {
  await setTalk(trx, round, person, { talkOn: meeting.on, talkWhere: meeting.where })
  await trx.updateTable('reviewRounds').set({ meetingId: meeting.id }).where('id', '=', round.id).execute()
}

import type { Db } from '../../database.js'
import type { Around } from '../../enquiries/around.js'
import type { DatesOf } from '../../networks/year.js'
import type { Person } from '../../people/person.js'
import { daysAfter } from '../../web/now.js'
import { quoted, type WaitingKind } from '../../web/waiting.js'
import { day } from '../../words/words.js'
import { mayTakePartInSwot } from '../permissions.js'
import type { Swot } from '../tables.js'
import { takesPart } from './swots.js'

const daysToWrite = 14

/** Those of every network in which this person takes part, as heads, leaders, or as its outside colleague. */
async function swotsBetween(db: Db, person: Person, span: { from: string; until: string }): Promise<Swot[]> {
  const own = person.networkIds.filter(id => mayTakePartInSwot(person, { id }))
  const networks = [...own, ...(await networksServed(db, person))]
  if (networks.length === 0) return []
  return db
    .selectFrom('swots')
    .selectAll()
    .where('networkId', 'in', networks)
    .where('heldOn', '>=', span.from)
    .where('heldOn', '<=', span.until)
    .orderBy('heldOn')
    .execute()
}

/** Those that somebody serves from outside; nobody is asked about who works in all of theirs. */
async function networksServed(db: Db, person: Person): Promise<string[]> {
  const isFromOutside =
    person.networkIds.some(id => !person.works(id)) || person.groups.some(one => one.role === 'facilitator')
  if (!isFromOutside) return []
  const served = await db
    .selectFrom('outsideColleagues')
    .select('networkId')
    .where('personId', '=', person.id)
    .where('endedAt', 'is', null)
    .execute()
  const networks: string[] = []
  for (const id of new Set(served.map(one => one.networkId)))
    if (!mayTakePartInSwot(person, { id }) && (await takesPart(db, person, { id }))) networks.push(id)
  return networks
}

const addressOf = (swot: Swot) => `/networks/${swot.networkId}/resources/swots/${swot.id}`

/** Two weeks before the day everybody who takes part is asked for their lines; after it, whoever began it settles it. */
export const swotsToWrite: WaitingKind<Around> = async ({ db, person, today }) => {
  const span = { from: daysAfter(today, -60), until: daysAfter(today, daysToWrite) }
  const open = (await swotsBetween(db, person, span)).filter(one => one.settledAt === null)
  return open
    .filter(one => one.heldOn >= today || one.madeBy === person.id)
    .map(one => ({
      text: swotInWords(one, today),
      href: addressOf(one),
      action: one.heldOn >= today ? 'Write into the SWOT' : 'Read it and settle it',
      ...(one.heldOn >= today ? { due: one.heldOn } : {}),
      networkId: one.networkId,
    }))
}

export function swotInWords({ title, heldOn }: Pick<Swot, 'title' | 'heldOn'>, today: string): string {
  if (heldOn < today) return `You looked at ${quoted(title)} together on ${day(heldOn)}. It is not settled yet.`
  return `You look at ${quoted(title)} together. A line in each of its boxes beforehand helps.`
}

/** The day on which they look at it together, for those who take part. */
export const datesOfSwots: DatesOf = async (db, person, networkIds, span) => {
  const swots = (await swotsBetween(db, person, span)).filter(one => networkIds.includes(one.networkId))
  return swots.map(one => ({
    uid: `swot-${one.id}`,
    kind: 'SWOT',
    title: one.title,
    starts: one.heldOn,
    ends: null,
    where: '',
    href: addressOf(one),
    networkId: one.networkId,
    groupId: null,
    mine: true,
    sequence: 0,
    changedAt: one.madeAt,
    cancelledAt: null,
  }))
}

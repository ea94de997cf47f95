import { inTheSameWords, type ListOrSlot, type ValueOrSlot } from '../../database/in-the-same-words.js'
import type { Db } from '../../database.js'
import type { Around } from '../../enquiries/around.js'
import { tellsDates } from '../../networks/year.js'
import type { Person } from '../../people/person.js'
import { daysAfter } from '../../web/now.js'
import { quoted, waits } from '../../web/waiting.js'
import { day } from '../../words/words.js'
import { mayTakePartInSwot } from '../permissions.js'
import type { Swot } from '../tables.js'
import { takesPart } from './swots.js'

const daysToWrite = 14

/** The networks in which this person takes part in SWOTs, as heads, leaders, or as their outside colleague. */
async function networksOfSwots(db: Db, person: Person): Promise<string[]> {
  const own = person.networkIds.filter(id => mayTakePartInSwot(person, { id }))
  return [...own, ...(await networksServed(db, person))]
}

function swotsBetween(db: Db, networks: ListOrSlot, span: { from: ValueOrSlot; until: ValueOrSlot }) {
  return db
    .selectFrom('swots')
    .selectAll()
    .where('networkId', 'in', networks)
    .where('heldOn', '>=', span.from)
    .where('heldOn', '<=', span.until)
    .orderBy('heldOn')
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
export const swotsToWrite = waits({
  asks: inTheSameWords(
    async ({ db, person, today }: Around) => ({
      me: person.id,
      today,
      networks: await networksOfSwots(db, person),
      from: daysAfter(today, -60),
      until: daysAfter(today, daysToWrite),
    }),
    (db, { me, today, networks, from, until }) =>
      swotsBetween(db, networks, { from, until })
        .where('settledAt', 'is', null)
        .where(eb => eb.or([eb('heldOn', '>=', today), eb('madeBy', '=', me)])),
  ),
  says: (open, { today }) =>
    open.map(one => ({
      text: swotInWords(one, today),
      href: addressOf(one),
      action: one.heldOn >= today ? 'Write into the SWOT' : 'Read it and settle it',
      ...(one.heldOn >= today ? { due: one.heldOn } : {}),
      networkId: one.networkId,
    })),
})

export function swotInWords({ title, heldOn }: Pick<Swot, 'title' | 'heldOn'>, today: string): string {
  if (heldOn < today) return `You looked at ${quoted(title)} together on ${day(heldOn)}. It is not settled yet.`
  return `You look at ${quoted(title)} together. A line in each of its boxes beforehand helps.`
}

/** The day on which they look at it together, for those who take part. */
export const datesOfSwots = tellsDates({
  asks: inTheSameWords(
    async ({ db, person, networkIds, from, until }) => {
      const networks = await networksOfSwots(db, person)
      return { networks: networks.filter(id => networkIds.includes(id)), from, until }
    },
    (db, { networks, from, until }) => swotsBetween(db, networks, { from, until }),
  ),
  says: swots =>
    swots.map(one => ({
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
    })),
})

import { inOne } from '../../database.js'
import { answeredParts, thingsOf } from '../../question-parts/answers.js'
import { namePart } from '../../question-parts/keeping.js'
import { tie } from '../../question-parts/tying.js'
import { type Deed, moment } from './deeds.js'
import type { Telling } from './telling.js'

const parts = [
  'When do these children pick a book up without being asked?',
  'What do adults do, or leave out, just before?',
  'Does it last when nobody is looking?',
]

/** The reading group’s question is really three; two of them are answered so far. */
export function partDeeds(telling: Telling): Deed[] {
  if (telling.group.id !== 'reading') return []
  return [
    ...parts.map((name, place) => ({ at: moment('2026-10-06', '16:40', place), act: () => ask(telling, name) })),
    { at: moment('2026-11-18', '16:50'), act: () => sayWhatAnswers(telling) },
  ]
}

async function ask(telling: Telling, name: string): Promise<void> {
  const sadia = await telling.as('sadia')
  const enquiry = await telling.enquiry(sadia)
  await inOne(telling.house.db, trx => namePart(trx, enquiry, sadia, name))
}

async function sayWhatAnswers(telling: Telling): Promise<void> {
  const { db } = telling.house
  const sadia = await telling.as('sadia')
  const enquiry = await telling.enquiry(sadia)
  const { claims } = await thingsOf(db, sadia, enquiry)
  const named = await answeredParts(db, sadia, enquiry)
  const ticks = claims.map((claim, place) => ({ partId: named[place % 2]!.id, thingId: claim.id, isTicked: true }))
  await inOne(db, trx => tie(trx, enquiry, sadia, 'claims', ticks))
}

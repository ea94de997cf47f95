import type { Db } from '../../database.js'
import { type FormState, formOf } from '../../web/read.js'
import type { Enquiry } from '../enquiry.js'
import { crumbsOf, headOf } from '../head.js'
import type { NextCyclePage } from '../pages.js'
import type { CarryForward } from './between-cycles.js'

/** What the next cycle asks, and what goes along into it. @param form what was sent with a mistake */
export async function nextCyclePage(
  db: Db,
  enquiry: Enquiry,
  carryForward: CarryForward[],
  form?: FormState,
): Promise<NextCyclePage> {
  const carrying = carryForward.flatMap(one => one.carries ?? [])
  const offered = await Promise.all(
    carrying.map(async one => ({ value: one.name, take: one.take, offer: await one.offered(db, enquiry) })),
  )
  const there = offered.flatMap(({ offer, ...one }) => (offer ? { ...one, ...offer } : []))
  const offers = there.filter(one => one.take)
  const usual = offers.filter(one => one.isUsual).map(one => one.value)
  return {
    title: 'Begin the next cycle',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'next cycle'),
    form: form ?? formOf({ question: enquiry.question, takes: usual }),
    address: `/groups/${enquiry.groupId}/cycles`,
    cycle: enquiry.cycle + 1,
    offers: offers.map(({ value, text, hint }) => ({ value, text, hint })),
    stays: there.filter(one => !one.take).map(({ text, hint }) => ({ text, hint })),
  }
}

import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Enquiry } from '../enquiry.js'
import { crumbsOf, headOf } from '../head.js'
import type { ComparisonPage, CycleCompared } from '../pages.js'
import type { CarryForward, TwoCycles } from './between-cycles.js'
import { whyDecided } from './finishing.js'

/** Where a cycle stands beside the one before. */
export function comparisonAddress({ groupId, cycle }: Pick<Enquiry, 'groupId' | 'cycle'>): string {
  return `/groups/${groupId}/cycles/${cycle}/comparison`
}

/** Two cycles of a group side by side, as far as this person may read them. */
export async function comparisonPage(
  db: Db,
  person: Reader,
  cycles: TwoCycles,
  carryForward: CarryForward[],
): Promise<ComparisonPage> {
  const { before, after } = cycles
  const parts = await Promise.all(carryForward.flatMap(one => one.compares?.(db, person, cycles) ?? []))
  const { groupId, newestCycle } = after
  return {
    title: `Cycle ${before.cycle} and cycle ${after.cycle} side by side`,
    breadcrumbs: crumbsOf(after),
    head: headOf(after, 'home'),
    before: await asCompared(db, before),
    after: await asCompared(db, after),
    parts: parts.flatMap(part => (part && part.rows.length > 0 ? part : [])),
    others: Array.from({ length: newestCycle - 1 }, (_, at) => at + 2)
      .filter(cycle => cycle !== after.cycle)
      .map(cycle => ({ text: `Cycles ${cycle - 1} and ${cycle}`, href: comparisonAddress({ groupId, cycle }) })),
  }
}

async function asCompared(db: Db, enquiry: Enquiry): Promise<CycleCompared> {
  const { groupId, cycle, question, beganAt: began, finishedAt: finished, decision } = enquiry
  const href = `/groups/${groupId}/cycles/${cycle}`
  return { cycle, href, question, began, finished, decision, because: await whyDecided(db, enquiry) }
}

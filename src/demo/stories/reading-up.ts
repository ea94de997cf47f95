import { inOne } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { addReference } from '../../knowledge/references/adding.js'
import { sayOfReference } from '../../knowledge/references/saying.js'
import { shareReference } from '../../knowledge/references/sharing.js'
import { referencesOf } from '../../knowledge/references/references.js'
import { workFrom } from '../../knowledge/references/work.js'
import type { Person } from '../../people/person.js'
import type { PublishedKnowledge } from '../material/types.js'
import { daysAfter } from '../../web/now.js'
import { type Deed, moment } from './deeds.js'
import type { Telling } from './telling.js'

/** The works that a group collected, before it says what they do to its thinking. */
export function referenceDeeds(telling: Telling): Deed[] {
  const at = telling.daysAt('purpose')
  const { house, cycle } = telling
  if (!at || !cycle.references) return []
  return cycle.references.map(({ key, work, shared }, place) => ({
    at: moment(daysAfter(at.from, 3), '16:20', place),
    act: async () => {
      const person = await telling.as(telling.leadOn(at.from))
      const enquiry = await telling.enquiry(person)
      const reference = await inOne(house.db, trx => addReference(trx, enquiry, person, workFrom(work)!, key))
      if (shared) await inOne(house.db, trx => shareReference(trx, enquiry, reference, person))
    },
  }))
}

/** What one work affirms, adds or challenges. “The same review” is the work that was spoken of before it. */
export async function sayOf(
  { house }: Telling,
  enquiry: Enquiry,
  person: Person,
  { key, source, stance, sentence }: PublishedKnowledge,
): Promise<void> {
  const there = await referencesOf(house.db, enquiry.groupId)
  const same = source.toLowerCase().replace(/^the same /, 'a ')
  const reference =
    there.find(one => (key ? one.key === key : one.title.toLowerCase() === same)) ??
    (await inOne(house.db, trx => addReference(trx, enquiry, person, workFrom({ type: 'document', title: source })!)))
  await inOne(house.db, trx => sayOfReference(trx, enquiry, reference, person, { stance, sentence }))
}

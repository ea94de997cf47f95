import type { Db } from '../database.js'
import { schoolsByIds } from '../networks/schools/schools.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { facilitatorsReadPseudonyms } from '../names/reader.js'
import type { Pseudonym } from '../names/tables.js'
import { formOf, type FormState } from '../web/read.js'
import { chosenPseudonyms } from './choosing.js'
import type { PseudonymsPage } from './pages.js'
import { mayChoosePseudonyms } from './permissions.js'
import { suggestedFor, suggestedForSchool } from './suggesting.js'
import { type Undecided, undecidedIn } from './undecided.js'

/** Every school that pieces of the group can come from: those that take part, and the others of the network. */
export async function networkSchools(db: Db, enquiry: Enquiry) {
  const rows = await db.selectFrom('schools').select('id').where('networkId', '=', enquiry.networkId).execute()
  return schoolsByIds(
    db,
    rows.map(row => row.id),
  )
}

/** What the page of a group’s pseudonyms is given. @param form what is to be mended */
export async function pseudonymsPage(db: Db, enquiry: Enquiry, form?: FormState): Promise<PseudonymsPage> {
  const chosen = await chosenPseudonyms(db, enquiry.groupId)
  const suggestion = await suggestedForSchool(db, chosen)
  const undecided = await undecidedIn(db, enquiry.groupId, chosen)
  return {
    title: 'Pseudonyms',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'pseudonyms'),
    address: `/groups/${enquiry.groupId}/pseudonyms`,
    chosen: chosen.map(({ id, kind, name, also, pseudonym }) => ({
      id,
      kind,
      name,
      also: also.split('\n').filter(Boolean).join(', '),
      pseudonym,
    })),
    undecided: await withSuggestions(db, undecided, chosen),
    form: form ?? formOf({ kind: 'school', pseudonym: suggestion }),
    kinds: [
      {
        value: 'school',
        text: 'A school',
        hint: `Such as ${suggestion}: no real school that we know of is called so.`,
      },
      {
        value: 'person',
        text: 'Somebody who was interviewed',
        hint: `Such as ${suggestedFor('person', chosen)}. Pupils are codes, never pseudonyms.`,
      },
      {
        value: 'place',
        text: 'A place',
        hint: `Such as ${suggestedFor('place', chosen)}: a village can tell which school it is.`,
      },
    ],
    schools: (await networkSchools(db, enquiry)).map(one => ({ value: one.id, text: one.name })),
    facilitators: await facilitatorsReadPseudonyms(db, enquiry.groupId),
    may: { choose: mayChoosePseudonyms(enquiry) },
  }
}

/** Each with a pseudonym of its own to begin with. */
async function withSuggestions(db: Db, { schools, people }: Undecided, chosen: Pick<Pseudonym, 'pseudonym'>[]) {
  const taken = [...chosen]
  const all: PseudonymsPage['undecided'] = []
  for (const { id, name } of schools) {
    const pseudonym = await suggestedForSchool(db, taken)
    taken.push({ pseudonym })
    all.push({ kind: 'school', school: id, name, pseudonym })
  }
  for (const name of people) {
    const pseudonym = suggestedFor('person', taken)
    taken.push({ pseudonym })
    all.push({ kind: 'person', school: '', name, pseudonym })
  }
  return all
}

import type { Db } from '../database.js'
import { schoolsByIds } from '../networks/schools/schools.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import type { Person } from '../people/person.js'
import { formOf, type FormState } from '../web/read.js'
import { type FoundKey, keysOf } from './keys.js'
import type { KeysOfGroupPage } from './pages.js'
import { mayOpenKey, schoolToMakeKeyFor } from './permissions.js'
import { ownerGoneInWords, whoOpens } from './who-opens.js'

/** What the page of a group's keys is given. @param form of a key that is being made */
export async function keysOfGroupPage(
  db: Db,
  person: Person,
  enquiry: Enquiry,
  form: FormState = formOf(),
): Promise<KeysOfGroupPage> {
  const keys = await keysOf(db, enquiry.groupId)
  return {
    title: 'Keys',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'keys'),
    address: `/groups/${enquiry.groupId}/keys`,
    keys: await Promise.all(keys.map(key => lineOfKey(db, person, key))),
    make: await schoolWithoutKey(db, person, enquiry, keys),
    form,
  }
}

async function lineOfKey(db: Db, person: Person, key: FoundKey): Promise<KeysOfGroupPage['keys'][number]> {
  const openers = await whoOpens(db, key)
  return {
    school: key.school,
    owner: key.owner,
    madeAt: key.madeAt,
    href: mayOpenKey(person, key) ? `/keys/${key.id}` : null,
    waits: ownerGoneInWords(key, openers),
    namedAt: openers.dataLeads.length === 0 ? openers.namedAt : null,
  }
}

/** The name of the reader's own school in the group, as long as it has no key. */
async function schoolWithoutKey(db: Db, person: Person, enquiry: Enquiry, keys: FoundKey[]): Promise<string | null> {
  const own = schoolToMakeKeyFor(person, enquiry.groupId)
  if (own === null || keys.some(key => key.schoolId === own)) return null
  const [school] = await schoolsByIds(db, [own])
  return school?.name ?? null
}

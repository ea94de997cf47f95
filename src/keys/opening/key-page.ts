import type { Person } from '../../people/person.js'
import { formOf, type FormState } from '../../web/read.js'
import type { FoundKey } from '../keys.js'
import type { KeyPage } from '../pages.js'
import type { DbAndKeys } from '../store.js'
import { ownerGoneInWords, whoOpens } from '../who-opens.js'
import { failuresAt, hasOpen, openingsOf } from './opening.js'

/** What the page of a key is given: closed, it asks why it is to be opened; open, it says who the codes are. */
export async function keyPage(
  { db, keys }: DbAndKeys,
  person: Person,
  key: FoundKey,
  form: FormState = formOf(),
): Promise<KeyPage> {
  const open = await hasOpen(db, key, person)
  const openings = (await openingsOf(db, key)).map(({ name, openedAt, because }) => ({ name, at: openedAt, because }))
  const failures = (await failuresAt(db, key)).map(one => ({
    ...one,
    because: 'A wrong passphrase. It stayed closed.',
  }))
  const own = key.ownerId === person.id
  return {
    title: `Key of ${key.school}`,
    breadcrumbs: [{ href: '/keys', text: 'Keys' }],
    school: key.school,
    group: key.group,
    owner: key.owner,
    address: `/keys/${key.id}`,
    form,
    first: (await keys.passphraseOf(key.id)) === null,
    lines: open ? await keys.lines(key.id) : null,
    openings: [...openings, ...failures].sort((one, other) => other.at.localeCompare(one.at)),
    ownerGone: ownerGoneInWords(key, await whoOpens(db, key)),
    may: { handOn: own, takeOver: person.isDataLeadOf(key.schoolId) && !own },
  }
}

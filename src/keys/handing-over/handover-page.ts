import type { Db } from '../../database.js'
import { isRipe } from '../../grave-acts/carrying-out.js'
import type { GraveAct } from '../../grave-acts/tables.js'
import type { Person } from '../../people/person.js'
import type { FormState } from '../../web/read.js'
import type { FoundKey } from '../keys.js'
import type { KeyHandoverPage } from '../pages.js'
import { whoOpens } from '../who-opens.js'
import { possibleOwners } from './handing-over.js'
import { openTakeover } from './taking-over.js'

/** What the page is given on which a key is handed on by its owner, or taken over by the data lead. */
export async function handoverPage(db: Db, person: Person, key: FoundKey, form: FormState): Promise<KeyHandoverPage> {
  const { dataLeads, heads } = await whoOpens(db, key)
  const asked = await openTakeover(db, key, person)
  return {
    title: `Hand on the key of ${key.school}`,
    breadcrumbs: [
      { href: '/keys', text: 'Keys' },
      { href: `/keys/${key.id}`, text: `Key of ${key.school}` },
    ],
    school: key.school,
    group: key.group,
    owner: key.owner,
    address: `/keys/${key.id}`,
    possible: (await possibleOwners(db, key)).map(one => ({ value: one.personId, text: one.name })),
    dataLeads,
    heads,
    form,
    takeover: asked ? await standingOf(db, asked) : null,
    may: {
      handOn: key.ownerId === person.id,
      takeOver: person.isDataLeadOf(key.schoolId) && key.ownerId !== person.id,
    },
  }
}

async function standingOf(db: Db, act: GraveAct): Promise<KeyHandoverPage['takeover']> {
  const address = `/grave-acts/${act.id}`
  if (await isRipe(db, act)) return { is: 'ready', address, from: act.notBefore }
  return { is: act.notBefore === null ? 'asked' : 'waits', address, from: act.notBefore }
}

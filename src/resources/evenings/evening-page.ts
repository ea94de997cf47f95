import type { Db } from '../../database.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { today } from '../../web/now.js'
import { type FormState, formOf } from '../../web/read.js'
import { day, listed } from '../../words/words.js'
import type { ResourcesOfNetwork } from '../finding.js'
import type { EveningFormPage, EveningPage } from '../pages.js'
import { isInvitedToEvening, mayPrepareEvening } from '../permissions.js'
import type { DataEvening } from '../tables.js'
import { invitedTo, saidOf, type Says } from './coming.js'
import { type FoundEvening, papersOf } from './evenings.js'

/** `Thursday` is left out: `5 March 2027, 18:30 to 20:00` */
export function whenOf({ heldOn, starts, ends }: Pick<DataEvening, 'heldOn' | 'starts' | 'ends'>): string {
  return `${day(heldOn)}, ${starts} to ${ends}`
}

/** An evening with its papers; a governor who is invited sees what everybody sees. */
export async function eveningPage(
  db: Db,
  { person, network, head, address: at }: ResourcesOfNetwork,
  evening: FoundEvening,
  form: FormState = formOf(),
): Promise<EveningPage> {
  const address = `${at}/evenings/${evening.id}`
  const schools = await schoolsOf(db, network.id)
  const may = { prepare: mayPrepareEvening(person, network) }
  const says = (await saidOf(db, [evening.id], person)).get(evening.id) ?? null
  const isOpen = evening.cancelledAt === null && evening.heldOn >= today()
  const invited = schools.filter(one => evening.schoolIds.includes(one.id))
  return {
    title: evening.title,
    ...{ head, at, address, form },
    isGuest: !person.works(network.id),
    evening: {
      title: evening.title,
      when: whenOf(evening),
      place: evening.place,
      about: evening.about,
      cancelled: evening.cancelledAt !== null,
      schools:
        invited.length === 0
          ? ''
          : invited.length === schools.length
            ? 'The governors of every school are invited.'
            : `The governors of ${listed(invited.map(one => one.name))} are invited.`,
    },
    papers: (await papersOf(db, evening)).map(({ id, title, href, fileId, name }) => ({
      title,
      href: fileId ? `${address}/papers/${id}/${encodeURIComponent(name ?? 'paper')}` : href,
      isFile: fileId !== null,
      removeAt: `${address}/papers/${id}/removal`,
    })),
    mine: isOpen && isInvitedToEvening(person, network, evening.schoolIds) ? { says } : null,
    coming: may.prepare ? comingInWords(await invitedTo(db, evening)) : [],
    may,
  }
}

/** Who comes, who cannot, and who has not said: each line that holds somebody. */
function comingInWords(people: { name: string; says: Says | null }[]): { said: string; names: string }[] {
  return [
    { said: 'Coming', says: 'comes' },
    { said: 'Cannot come', says: 'cannot' },
    { said: 'No answer yet', says: null },
  ]
    .map(({ said, says }) => ({ said, names: listed(people.filter(one => one.says === says).map(one => one.name)) }))
    .filter(one => one.names !== '')
}

export async function eveningFormPage(
  db: Db,
  { network, head, address: at }: ResourcesOfNetwork,
  form: FormState | undefined,
  evening?: FoundEvening,
): Promise<EveningFormPage> {
  const schools = (await schoolsOf(db, network.id)).map(({ id, name }) => ({ value: id, text: name }))
  const own = evening && `${at}/evenings/${evening.id}`
  const all = schools.map(one => one.value)
  const typed = evening && { ...evening, schools: evening.schoolIds }
  return {
    title: evening ? `Change ${evening.title}` : 'Set up a data evening',
    ...{ head, at, address: own ?? `${at}/evenings`, back: own ?? `${at}/evenings`, isNew: !evening },
    form: form ?? formOf(typed ?? { starts: '18:30', ends: '20:00', schools: all }),
    choices: { schools },
  }
}

import type { Db } from '../../database.js'
import { openGraveAct } from '../../grave-acts/grave-acts.js'
import { isSecondPerson } from '../../grave-acts/who-agrees.js'
import type { Reader } from '../../names/reader.js'
import { networkHead } from '../../networks/head.js'
import type { Network, School } from '../../networks/tables.js'
import type { FormState } from '../../web/read.js'
import { plural } from '../../words/words.js'
import { countPiecesOfSchool } from '../erasing/erasing-school.js'
import { type EndingPage, waitingInWords } from './ending-page.js'
import { endings } from './kinds.js'

/** The page on which a school takes its data out and away. */
export async function schoolEndingPage(
  db: Db,
  person: Reader,
  network: Network,
  school: School,
  form: FormState,
): Promise<EndingPage> {
  const ending = await openGraveAct(db, endings.school, school.id)
  const address = addressOfParting(school)
  const may = mayAskForParting(person, school)
  const [go, stay] = [await countPiecesOfSchool(db, school.id, 'go'), await countPiecesOfSchool(db, school.id, 'stay')]
  return {
    title: `${school.name} takes its data away`,
    head: networkHead(network, person, 'schools'),
    heading: `${school.name} leaves and takes its data away`,
    lede: 'The school leaves the network with what it brought. Leaving alone, with everything staying where it is, is done on the page of the school.',
    goes: [
      `${plural(go, 'piece', 'pieces')} of evidence that come from this school alone`,
      'Its keys to pupils’ names, and the numbers of its pupils in every measure',
      'The roles of its people in the network, and their places in its groups',
    ],
    stays: [
      `${plural(stay, 'piece', 'pieces')} of this school alone that were agreed to and shared with the whole network, or that a published edition cites`,
      'Pieces that several schools brought together, claims, actions and texts of its groups',
      'That things were done, in the audit trail',
    ],
    first: [],
    copies: [],
    take: mayTakeDataOut(person, school)
      ? { address: `${address}/copy`, text: 'Take the data of the school out (.zip)' }
      : null,
    waiting: ending
      ? await waitingInWords(db, ending, person, {
          second: 'the other of head and network leader',
          agree: (await isSecondPerson(db, endings.school, ending, person)) ? `${address}/agreement` : null,
          stop: may ? `${address}/stop` : null,
        })
      : null,
    ask:
      ending || !may
        ? null
        : { address, button: 'Ask that the school takes its data away', choices: [], needsReason: true },
    form,
    back: { href: `/networks/${network.id}/schools/${school.id}`, text: 'Leave everything as it is' },
  }
}

export function addressOfParting({ networkId, id }: School): string {
  return `/networks/${networkId}/schools/${id}/parting`
}

export function mayAskForParting(person: Reader, { id, networkId }: School): boolean {
  return person.answersFor(id) || person.isNetworkLeaderOf(networkId)
}

/** The school’s data are its head’s and its data lead’s to take. */
export function mayTakeDataOut(person: Reader, { id }: School): boolean {
  return person.answersFor(id) || person.isDataLeadOf(id)
}

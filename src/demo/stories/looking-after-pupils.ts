import { inOne } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import { choosePseudonym } from '../../pseudonyms/choosing.js'
import { findEvidence } from '../../evidence/evidence.js'
import { refuseFor } from '../../evidence/consent/refusals.js'
import { reviseEvidence } from '../../evidence/revising/revising.js'
import type { House } from '../../house.js'
import { findKey, giveCode, makeKey } from '../../keys/keys.js'
import { openKey } from '../../keys/opening/opening.js'
import { nameDataLead } from '../../networks/people/data-leads.js'
import { hashOfPassword } from '../../people/passwords/passwords.js'
import { confirmRole, findAskedRole } from '../../people/roles/confirming-roles.js'
import { keyPassphrase } from '../cast.js'
import { castPerson, type Deed, moment } from './deeds.js'

/** In the reading group: a key to pupils' codes, two pseudonyms, what a school refuses, and a name that slipped in. */
export function pupilDeeds(house: House): Deed[] {
  return [
    { at: moment('2026-11-12', '15:40'), act: () => makeTheKey(house) },
    { at: moment('2026-11-13', '16:10'), act: () => choosePseudonyms(house) },
    { at: moment('2026-11-16', '08:35'), act: () => refuse(house) },
    { at: moment('2026-11-19', '12:50'), act: () => nameSomebody(house) },
  ]
}

async function makeTheKey(house: House): Promise<void> {
  const { db, keys } = house
  const sam = await castPerson(house, 'sam')
  await nameTheDataLead(house)
  const hash = await hashOfPassword(keyPassphrase)
  const id = await inOne(db, trx =>
    makeKey(trx, keys, { groupId: 'reading', networkId: 'hafren', schoolId: 'weir' }, sam, hash),
  )
  const key = await findKey(db, sam, id)
  await inOne(db, trx => openKey(trx, key, sam, 'To give codes to the lunchtime readers'))
  for (const [name, also] of [
    ['Ottilie Marchbanks', 'Tilly'],
    ['Kasimir Dolan', ''],
    ['Persephone Achterberg', 'Percy'],
  ] as const)
    await inOne(db, trx => giveCode(trx, keys, key, sam, { name, also, year: 'Year 4', notes: '' }))
}

/** A head who is to be data lead is named by a network leader, and a colleague of the school confirms it. */
async function nameTheDataLead(house: House): Promise<void> {
  const { db } = house
  const zofia = await castPerson(house, 'zofia')
  const weir = { id: 'weir', networkId: 'hafren' }
  const nia = await castPerson(house, 'nia')
  const { asked } = await inOne(db, trx => nameDataLead(trx, weir, 'imran', nia))
  await inOne(db, async trx => confirmRole(trx, await findAskedRole(trx, zofia, asked), zofia))
}

async function choosePseudonyms(house: House): Promise<void> {
  const sadia = await castPerson(house, 'sadia')
  const enquiry = await findEnquiry(house.db, sadia, 'reading')
  const chosen = [
    { kind: 'person', name: 'Mrs Rhodri-Vaughan', also: 'Mrs R', pseudonym: 'Colleague A' },
    { kind: 'place', name: 'Canal Row', also: '', pseudonym: 'Place A' },
  ] as const
  for (const one of chosen)
    await inOne(house.db, trx => choosePseudonym(trx, enquiry, sadia, { ...one, schoolId: null }))
}

async function refuse(house: House): Promise<void> {
  const imran = await castPerson(house, 'imran')
  const because = 'Our families were asked about words and pictures, not about recordings.'
  const refusal = { content: 'voices', audience: 'network', because } as const
  await inOne(house.db, trx => refuseFor(trx, { id: 'weir', networkId: 'hafren' }, imran, refusal))
}

/** Sam adds a line to the newest of his own pieces, in a hurry, and forgets the codes. */
async function nameSomebody(house: House): Promise<void> {
  const { db } = house
  const sam = await castPerson(house, 'sam')
  const { id } = await db
    .selectFrom('evidence')
    .select('id')
    .where('groupId', '=', 'reading')
    .where('loggedBy', '=', 'sam')
    .where('sharedWithGroupAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow()
  const piece = await findEvidence(db, sam, id)
  const { title, kind, stage, speaker, elsewhere, gatheredOn, schools } = piece
  const whatWeSaw = `${piece.whatWeSaw}\n\nAnd at wet play Tilly asked whether there was another by the same person, and Kasimir Dolan went to look.`
  const words = {
    ...{ title, kind, stage, speaker, elsewhere, gatheredOn, whatWeSaw },
    schools: schools.map(school => school.id),
  }
  await inOne(db, trx => reviseEvidence(trx, piece, sam, words, piece.version))
}

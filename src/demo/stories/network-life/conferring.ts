import { inOne } from '../../../database.js'
import { addSession, findConference, makeConference } from '../../../conferences/conferences.js'
import { findDossier } from '../../../dossiers/dossier.js'
import { makeLink } from '../../../dossiers/links.js'
import type { House } from '../../../house.js'
import { findNetwork } from '../../../networks/networks.js'
import { conference, dossierLink } from '../../material/conference.js'
import { castPerson, type Deed, moment } from '../deeds.js'

/** The network leader prepares the conference, and hands a dossier to a head without an account. */
export function conferenceDeeds(house: House): Deed[] {
  return [
    { at: moment(conference.madeOn, '17:30'), act: () => prepare(house) },
    { at: moment(dossierLink.on, '16:40'), act: () => handOver(house) },
  ]
}

async function prepare(house: House): Promise<void> {
  const { db } = house
  const { title, heldOn, place, welcome, sessions } = conference
  const leader = await castPerson(house, conference.by)
  const network = await findNetwork(db, leader, conference.network)
  const id = await inOne(db, trx => makeConference(trx, network, leader, { title, heldOn, place, welcome }))
  const made = await findConference(db, leader, network, id)
  for (const { group, ...session } of sessions.map(one => ({ group: undefined, ...one })))
    await addSession(db, made, leader, { ...session, groupId: group ?? null })
}

async function handOver(house: House): Promise<void> {
  const { network, school, by, days } = dossierLink
  const leader = await castPerson(house, by)
  const dossier = await findDossier(house.db, leader, network, school)
  await inOne(house.db, trx => makeLink(trx, dossier, leader, days, house.baseUrl))
}

import type { Response } from 'express'
import type { Db } from '../../database.js'
import { type InGroup, peopleOf } from '../../groups/people.js'
import type { Reader } from '../../names/reader.js'
import { nameOfNetwork } from '../../networks/networks.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { takesPart } from '../../people/roles/roles.js'
import type { FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import { listed, plural } from '../../words/words.js'
import type { Piece } from '../evidence.js'
import { cardOf, numberOf } from '../listing/cards.js'
import type { Choice } from '../pages.js'
import type { SharingPage } from './pages.js'
import { keeps, mayShareEvidence } from '../permissions.js'
import { placeOf } from '../crumbs.js'
import { whyNotShare } from './sharing.js'

/** What will be seen and by whom, before anybody does. */
export async function showSharing(res: Response, db: Db, person: Reader, piece: Piece, form: FormState): Promise<void> {
  const people = await peopleOf(db, piece.groupId)
  const helpers = people.filter(one => one.role === 'facilitator').map(one => one.name)
  const mayShare = mayShareEvidence(person, piece)
  const asksNobody = mayShare && !piece.consent && !piece.namesPupilAt
  show(res, 'evidence/sharing', {
    title: `Who sees ${numberOf(piece)}`,
    ...(await placeOf(db, person, piece, true)),
    number: numberOf(piece),
    address: `/evidence/${piece.id}/sharing`,
    back: `/evidence/${piece.id}`,
    card: cardOf(piece, person),
    form,
    choices: await choicesFor(db, person, piece, people.filter(takesPart)),
    closed: mayShare && !asksNobody ? closedFor(piece) : [],
    facilitators:
      helpers.length > 0 && mayShare && (asksNobody || !whyNotShare(piece, 'outside')) ? listed(helpers) : null,
    asksNobody,
  })
}

async function choicesFor(db: Db, person: Reader, piece: Piece, members: InGroup[]): Promise<Choice[]> {
  const schools = new Set(members.map(one => one.school)).size
  const group = {
    value: 'group',
    text: `My group, ${piece.groupName}`,
    hint: `${listed(members.map(one => one.name))}: ${plural(members.length, 'person', 'people')} from ${plural(schools, 'school', 'schools')}.`,
  }
  if (!keeps(person, piece)) return piece.sharedWithNetworkAt ? [group, await networkChoice(db, piece)] : [group]

  const mine = {
    value: 'author',
    text: 'Only me',
    hint: 'A draft. Nobody else can open it, also not those who lead the network.',
  }
  const school = {
    value: 'school',
    text: `My group, and everyone who works at ${listed(piece.schools.map(one => one.name))}`,
  }
  const toSchool = piece.schools.length > 0 && !piece.namesPupilAt && (!piece.consent || !whyNotShare(piece, 'school'))
  const open = !piece.consent || !whyNotShare(piece, 'network')
  return [
    mine,
    group,
    ...(toSchool ? [school] : []),
    ...(open && !piece.namesPupilAt ? [await networkChoice(db, piece)] : []),
  ]
}

async function networkChoice(db: Db, piece: Piece): Promise<Choice> {
  const { length } = await schoolsOf(db, piece.networkId)
  return {
    value: 'network',
    text: `Everyone in ${await nameOfNetwork(db, piece.networkId)}`,
    hint: `Teachers, assistants and headteachers of ${plural(length, 'school', 'schools')}. Published work can only quote what is shared this far.`,
  }
}

function closedFor(piece: Piece): SharingPage['closed'] {
  const because = whyNotShare(piece, 'network')
  if (!because) return []
  const mend = piece.namesPupilAt
    ? { href: `/evidence/${piece.id}`, action: 'Look at the piece' }
    : { href: `/evidence/${piece.id}/consent`, action: 'See what was agreed' }
  return [{ text: 'Everyone in the network', because, ...mend }]
}

import { type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import { peopleOf } from '../../groups/people.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { today } from '../../web/now.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { listed, plural } from '../../words/words.js'
import { type Audience, audiences } from '../../reach/audiences.js'
import { audienceInWords } from '../../reach/in-words.js'
import { chosenFor } from '../../reach/reaches.js'
import { cardOf, numberOf } from '../listing/cards.js'
import { recordConsent } from '../consent/consent.js'
import { findEvidence, type Piece } from '../evidence.js'
import { SharingForm } from '../forms.js'
import type { Choice, SharingPage } from '../pages.js'
import { keeps, mayNarrowEvidence, mayShareEvidence } from '../permissions.js'
import {
  narrow,
  shareOutside,
  shareWithGroup,
  shareWithNetwork,
  shareWithSchool,
  takeBackFromOutside,
  whyNotShare,
} from './sharing.js'
import { crumbsTo } from '../standing-by.js'
import { takesPart } from '../../people/roles/roles.js'

const notYours = 'Whoever logged a piece decides who sees it. The lead learner may take it back to the group.'

/** Who sees a piece: a page that shows what will be seen and by whom, before anybody does. */
export function sharingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/evidence/:id/sharing', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayNarrowEvidence(person, piece), notYours)
    await showSharing(
      res,
      db,
      person,
      piece,
      formOf({ audience: chosenFor(piece), outside: piece.sharedOutsideAt ? 'yes' : '' }),
    )
  })

  routes.post('/evidence/:id/sharing', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(mayNarrowEvidence(person, piece), notYours)
    const reading = read(SharingForm, req.body)
    if (!reading.ok) return showSharing(res.status(422), db, person, piece, reading.form)
    const { audience, outside, nobody } = reading.values
    allow(mayShareEvidence(person, piece) || isNarrowing(person, piece, audience, outside), notYours)

    const saysNobody = nobody && !piece.consent
    if (saysNobody) await inOne(db, trx => recordConsent(trx, piece, person, nobodyInIt()))
    const wider =
      audience === 'network' || audience === 'school'
        ? audience
        : outside && audience !== 'author'
          ? 'outside'
          : undefined
    const now = saysNobody ? await findEvidence(db, person, piece.id) : piece
    const because = wider && whyNotShare(now, wider)
    if (because) {
      const form = addMistake(formOf(req.body), piece.consent ? 'audience' : 'nobody', because)
      return showSharing(res.status(422), db, person, now, form)
    }
    await shareAs(db, now, person, audience, outside)
    const after = await findEvidence(db, person, piece.id)
    const seenBy = audienceInWords(after, person)
    await tell(
      db,
      res,
      `${numberOf(piece)} ${audience === 'author' ? 'is a draft again: only you see it' : `is seen by ${seenBy}`}.`,
    )
    res.redirect(303, `/evidence/${piece.id}`)
  })

  return routes
}

async function shareAs(db: Db, piece: Piece, person: Reader, audience: Audience, outside: boolean): Promise<void> {
  if (audience === 'author') return inOne(db, trx => narrow(trx, piece, person, 'author'))
  if (audience === 'network') await inOne(db, trx => shareWithNetwork(trx, piece, person))
  else if (audience === 'school') await inOne(db, trx => shareWithSchool(trx, piece, person))
  else if (piece.sharedWithNetworkAt || piece.sharedWithSchoolAt)
    await inOne(db, trx => narrow(trx, piece, person, 'group'))
  else await inOne(db, trx => shareWithGroup(trx, piece, person))
  const now = await findEvidence(db, person, piece.id)
  await (outside
    ? inOne(db, trx => shareOutside(trx, now, person))
    : inOne(db, trx => takeBackFromOutside(trx, now, person)))
}

/** What the lead learner may do to a colleague's piece: take it back to the group, and no wider anywhere. */
function isNarrowing(person: Reader, piece: Piece, audience: Audience, outside: boolean): boolean {
  if (audience === 'author') return keeps(person, piece)
  return (
    audiences.indexOf(audience) <= audiences.indexOf(chosenFor(piece)) && (!outside || piece.sharedOutsideAt !== null)
  )
}

function nobodyInIt() {
  return { who: 'no one', audience: 'public', givenBy: '', givenOn: today(), wording: '' } as const
}

async function showSharing(res: Response, db: Db, person: Reader, piece: Piece, form: FormState): Promise<void> {
  const people = await peopleOf(db, piece.groupId)
  const helpers = people.filter(one => one.role === 'facilitator').map(one => one.name)
  const mayShare = mayShareEvidence(person, piece)
  const asksNobody = mayShare && !piece.consent && !piece.namesPupilAt
  show(res, 'evidence/sharing', {
    title: `Who sees ${numberOf(piece)}`,
    breadcrumbs: await crumbsTo(db, person, piece, true),
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

async function choicesFor(
  db: Db,
  person: Reader,
  piece: Piece,
  members: { name: string; school: string | null }[],
): Promise<Choice[]> {
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
  const { name } = await db
    .selectFrom('networks')
    .select('name')
    .where('id', '=', piece.networkId)
    .executeTakeFirstOrThrow()
  const schools = await db
    .selectFrom('schools')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('networkId', '=', piece.networkId)
    .where('leftAt', 'is', null)
    .executeTakeFirstOrThrow()
  const count = plural(Number(schools.count), 'school', 'schools')
  return {
    value: 'network',
    text: `Everyone in ${name}`,
    hint: `Teachers, assistants and headteachers of ${count}. Published work can only quote what is shared this far.`,
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

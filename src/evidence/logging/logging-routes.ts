import { type Request, type Response, Router } from 'express'
import type { Db } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { headOf } from '../../enquiries/head.js'
import { ACCEPT } from '../../files/receiving/rules.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { isScript } from '../../web/answering-scripts.js'
import { newToken } from '../../web/new-id.js'
import { today } from '../../web/now.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, type FormState } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { numberOf } from '../listing/cards.js'
import {
  kindChoices,
  ownSchool,
  safeguardingContact,
  schoolChoices,
  speakerChoices,
  stageChoices,
  waysToSave,
} from './choices.js'
import { findEvidence } from '../evidence.js'
import { lastChosenAudience } from './logging.js'
import { groupsToLogIn } from './logging-groups.js'
import type { NewEvidencePage } from '../pages.js'
import { mayLogEvidence } from '../permissions.js'
import { showRevising } from '../revising/revising-page.js'
import { mostFilesAtOnce, roomLeftFor } from '../files/room-for-files.js'
import { defaults, loggedInWords, receive, takeIn } from './taking-in.js'

/** Logging a piece: on the group's own page for it, and from the box on Your day. */
export function loggingRoutes(house: House): Router {
  const { db } = house
  const routes = Router()

  routes.get('/groups/:group/evidence/new', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayLogEvidence(enquiry), 'Evidence is logged by those who are in the group, as long as its enquiry goes on.')
    const form = formOf({ ...defaults(enquiry, person), another: queried(req, 'another') })
    show(res, 'evidence/new', await newPage(db, person, enquiry, form))
  })

  routes.post('/groups/:group/evidence', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayLogEvidence(enquiry), 'Evidence is logged by those who are in the group, as long as its enquiry goes on.')
    const received = await receive(house, req, res, await roomLeftFor(db, enquiry.groupId))
    if ('sentence' in received)
      return refuse(res.status(received.status), db, person, enquiry, asForm(received.fields, received.sentence))
    await logReceived(house, req, res, person, enquiry, received)
  })

  routes.post('/evidence', async (req, res) => {
    const person = signedIn(res)
    const open = await groupsToLogIn(db, person)
    allow(open.length > 0, 'You are not in an enquiry group yet. Join one, and what you notice can be logged there.')
    const room = Math.max(...(await Promise.all(open.map(one => roomLeftFor(db, one.groupId)))))
    const received = await receive(house, req, res, room)
    const enquiry = open.find(one => one.groupId === received.fields.group) ?? open[0]!
    if ('sentence' in received)
      return refuse(res.status(received.status), db, person, enquiry, asForm(received.fields, received.sentence))
    if (received.fields.group && received.fields.group !== enquiry.groupId) throw new NotFound('enquiry group')
    await logReceived(house, req, res, person, enquiry, received)
  })

  return routes
}

type Got = Parameters<typeof takeIn>[3]

async function logReceived(
  house: House,
  req: Request,
  res: Response,
  person: Reader,
  enquiry: Enquiry,
  received: Got,
): Promise<void> {
  const { db } = house
  const taken = await takeIn(house, enquiry, person, received, !isScript(req))
  if (taken.outcome === 'refused') return refuse(res.status(422), db, person, enquiry, taken.form)
  if (taken.outcome === 'files kept') {
    const piece = await findEvidence(db, person, taken.piece.id)
    const note = `Your ${plural(piece.files.length, 'file is', 'files are')} safe: ${numberOf(piece)} holds them as a draft that only you can see. Mend the words and save.`
    return showRevising(res.status(422), db, person, piece, taken.form, { note })
  }
  const address = `/evidence/${taken.piece.id}`
  await tell(db, res, loggedInWords(taken.piece, taken.refused), taken.refused.length > 0 ? 'waiting' : 'done')
  const isNext = received.fields.another === 'yes' && taken.refused.length === 0
  res.redirect(303, isNext ? `/groups/${enquiry.groupId}/evidence/new?another=yes` : address)
}

async function refuse(res: Response, db: Db, person: Reader, enquiry: Enquiry, form: FormState): Promise<void> {
  show(res, 'evidence/new', await newPage(db, person, enquiry, form))
}

function asForm(fields: Record<string, string | string[]>, sentence: string): FormState {
  return addMistake(formOf(fields), 'files', sentence)
}

async function newPage(db: Db, person: Reader, enquiry: Enquiry, typed: FormState): Promise<NewEvidencePage> {
  const form = { ...typed, values: { ...formOf(defaults(enquiry, person)).values, ...typed.values } }
  const group = `/groups/${enquiry.groupId}`
  return {
    title: 'Log evidence',
    breadcrumbs: [],
    head: headOf(enquiry, 'log'),
    groupId: enquiry.groupId,
    groupName: enquiry.groupName,
    address: `${group}/evidence`,
    back: `${group}/evidence`,
    form,
    capture: typeof form.values.capture === 'string' ? form.values.capture : newToken(),
    accept: ACCEPT,
    most: mostFilesAtOnce,
    kinds: kindChoices,
    ...{ stages: stageChoices, speakers: speakerChoices },
    schools: await schoolChoices(db, enquiry.networkId),
    audiences: waysToSave(await lastChosenAudience(db, person)),
    safeguarding: await safeguardingContact(db, ownSchool(person, enquiry)),
    latest: today(),
  }
}

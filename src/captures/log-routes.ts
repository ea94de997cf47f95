import { Router } from 'express'
import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { ACCEPT } from '../files/receiving/rules.js'
import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import { newToken } from '../web/new-id.js'
import { today } from '../web/now.js'
import { formOf } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import {
  kindChoices,
  ownSchool,
  safeguardingContact,
  schoolChoices,
  speakerChoices,
  stageChoices,
  waysToSave,
} from '../evidence/logging/choices.js'
import { letterBoxOf } from './letter-box.js'
import { lastChosenAudience } from '../evidence/logging/logging.js'
import { groupsToLogIn } from '../evidence/logging/logging-groups.js'
import type { LogPage } from './pages.js'
import { mostFilesAtOnce } from '../evidence/files/room-for-files.js'

/** The page that opens from the phone's first screen, with signal and without. */
export function logRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/log', async (_req, res) => {
    const person = signedIn(res)
    const open = await groupsToLogIn(db, person)
    const school = open[0] ? ownSchool(person, open[0]) : null
    show(res, 'captures/log', {
      ...blankPage(),
      joins: person.rolesWith('takes part in groups').length > 0,
      groups: open.map(one => ({ value: one.groupId, text: one.groupName })),
      audiences: waysToSave(await lastChosenAudience(db, person)),
      safeguarding: await safeguardingContact(db, school),
    })
  })

  // The same page with nothing of anybody in it: the device keeps it, and fills in what it knows itself.
  routes.get('/log/without-signal', (_req, res) => {
    show(res, 'captures/log', { ...blankPage(), withoutSignal: true })
  })

  /** What a device keeps until its person signs out, so that the form is filled in without signal. */
  routes.get('/log/places', async (_req, res) => {
    const person = signedIn(res)
    const { publicKey } = await letterBoxOf(db, person)
    const open = await groupsToLogIn(db, person)
    const places = []
    for (const enquiry of open) places.push(await groupOnTheDevice(db, person, enquiry))
    res.json({ person: person.id, publicKey, audience: await lastChosenAudience(db, person), places })
  })

  routes.get('/log/key', async (_req, res) => {
    const person = signedIn(res)
    const { privateKey } = await letterBoxOf(db, person)
    res.json({ person: person.id, privateKey })
  })

  return routes
}

async function groupOnTheDevice(db: Db, person: Person, enquiry: Enquiry) {
  return {
    group: enquiry.groupId,
    name: enquiry.groupName,
    stage: enquiry.stage,
    school: ownSchool(person, enquiry),
    schools: await schoolChoices(db, enquiry.networkId),
  }
}

function blankPage(): LogPage {
  return {
    title: 'Log evidence',
    breadcrumbs: [],
    withoutSignal: false,
    joins: true,
    groups: [],
    form: formOf({ gatheredOn: today(), kind: '' }),
    capture: newToken(),
    accept: ACCEPT,
    most: mostFilesAtOnce,
    kinds: kindChoices,
    stages: stageChoices,
    speakers: speakerChoices,
    audiences: waysToSave('author'),
    safeguarding: null,
    latest: today(),
  }
}

import { type Request, Router } from 'express'
import type { Db } from '../../database.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import type { House } from '../../house.js'
import { sendCsv } from '../../web/csv.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findNetworkToMeet } from '../circles/circles.js'
import { decisionsFor } from '../deciding/decisions.js'
import { meetingActionsFor } from '../deciding/meeting-actions.js'
import '../pages.js'
import type { Reader } from '../../names/reader.js'
import { decisionColumns, meetingActionColumns, meetingColumns } from './columns.js'
import { groupMeetingsPage } from './group-page.js'
import { actionFilter, actionsPage, decisionFilter, decisionsPage, meetingFilter, meetingsPage } from './list-pages.js'
import { meetingLines } from './meetings.js'

const most = 10_000

/** What comes and what was, what was decided, and what was agreed to do: as pages, and as files. */
export function listRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network' as const

  routes.get(`${at}/meetings`, async (req, res) => {
    const there = await findNetworkToMeet(db, signedIn(res), req.params.network)
    show(res, 'meetings/index', await meetingsPage(db, req, there))
  })

  routes.get(`${at}/meetings.csv`, async (req, res) => {
    const { person, reach, network } = await found(db, signedIn(res), req)
    const filter = { ...meetingFilter(req, network.id), when: undefined }
    const lines = await meetingLines(db, person, reach, withoutNothing(filter), { from: 0, most })
    sendCsv(res, `${network.id}-meetings`, meetingColumns, lines)
  })

  routes.get(`${at}/decisions`, async (req, res) => {
    const there = await found(db, signedIn(res), req)
    show(res, 'meetings/decisions', await decisionsPage(db, req, there))
  })

  routes.get(`${at}/decisions.csv`, async (req, res) => {
    const { person, reach, network } = await found(db, signedIn(res), req)
    const decisions = await decisionsFor(db, person, reach, decisionFilter(req, network.id), { from: 0, most })
    sendCsv(res, `${network.id}-decisions`, decisionColumns, decisions)
  })

  routes.get(`${at}/meeting-actions`, async (req, res) => {
    const there = await found(db, signedIn(res), req)
    show(res, 'meetings/actions', await actionsPage(db, req, there))
  })

  routes.get(`${at}/meeting-actions.csv`, async (req, res) => {
    const { person, reach, network } = await found(db, signedIn(res), req)
    const actions = await meetingActionsFor(db, person, reach, actionFilter(req, network.id), { from: 0, most })
    sendCsv(res, `${network.id}-what-we-agreed-to-do`, meetingActionColumns, actions)
  })

  routes.get('/groups/:group/meetings', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    show(res, 'meetings/group', await groupMeetingsPage(db, req, person, enquiry))
  })

  return routes
}

function found(db: Db, person: Reader, req: Request) {
  return findNetworkToMeet(db, person, req.params.network as string)
}

function withoutNothing<Of extends object>(given: Of): { [Name in keyof Of]: NonNullable<Of[Name]> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}

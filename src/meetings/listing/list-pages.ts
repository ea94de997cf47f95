import type { Request } from 'express'
import type { Db } from '../../database.js'
import { today } from '../../web/now.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { topOf } from '../circles/circle-page.js'
import { circlesIn, type Standing } from '../circles/circles.js'
import { countDecisions, type DecisionFilter, decisionsFor } from '../deciding/decisions.js'
import { type ActionFilter, countMeetingActions, meetingActionsFor } from '../deciding/meeting-actions.js'
import type { DecisionsPage, MeetingActionsPage, MeetingsPage } from '../pages.js'
import { isInCircle, mayMakeCircle, maySetUpUsual } from '../permissions.js'
import { countMeetings, type MeetingFilter, meetingLines } from './meetings.js'

const size = 20

export function meetingFilter(req: Request, networkId: string): MeetingFilter {
  const circleId = queried(req, 'circle')
  return {
    networkId,
    when: queried(req, 'when') === 'past' ? 'past' : 'coming',
    ...(circleId && { circleId }),
    ...(queried(req, 'mine') && { mine: true }),
  }
}

export async function meetingsPage(db: Db, req: Request, there: Standing): Promise<MeetingsPage> {
  const { person, reach, network } = there
  const filter = meetingFilter(req, network.id)
  const circles = await circlesIn(db, reach, network.id)
  const total = await countMeetings(db, reach, filter)
  const rows = await meetingLines(db, person, reach, filter, { from: (pageNumber(req) - 1) * size, most: size })
  return {
    ...topOf(there, 'Meetings'),
    address: `/networks/${network.id}/meetings`,
    circles: circles
      .filter(circle => circle.closedAt === null)
      .map(circle => ({ id: circle.id, name: circle.name, isMine: isInCircle(reach, circle) })),
    page: pageOf(req, rows, total, size),
    fields: [
      circleField(req, circles),
      {
        name: 'mine',
        label: 'Which',
        value: queried(req, 'mine'),
        options: [{ value: 'yes', text: 'Those I am asked to' }],
      },
    ],
    when: filter.when ?? 'coming',
    may: {
      setUp: circles.length === 0 && maySetUpUsual(person, network),
      make: mayMakeCircle(person, network),
      seeAll: person.works(network.id),
    },
    csv: `/networks/${network.id}/meetings.csv`,
  }
}

export function decisionFilter(req: Request, networkId: string): DecisionFilter {
  const circleId = queried(req, 'circle')
  return {
    networkId,
    words: queried(req, 'words'),
    ...(circleId && { circleId }),
    ...(queried(req, 'state') === 'standing' && { standing: true }),
  }
}

export async function decisionsPage(db: Db, req: Request, there: Standing): Promise<DecisionsPage> {
  const { person, reach, network } = there
  const filter = decisionFilter(req, network.id)
  const total = await countDecisions(db, reach, filter)
  const rows = await decisionsFor(db, person, reach, filter, { from: (pageNumber(req) - 1) * size, most: size })
  return {
    ...topOf(there, 'Decisions', 'decisions'),
    address: `/networks/${network.id}/decisions`,
    page: pageOf(req, rows, total, size),
    fields: [
      { name: 'words', label: 'What did we decide about …', value: queried(req, 'words') },
      circleField(req, await circlesIn(db, reach, network.id)),
      {
        name: 'state',
        label: 'Which',
        value: queried(req, 'state'),
        options: [{ value: 'standing', text: 'Those that hold now' }],
      },
    ],
    csv: `/networks/${network.id}/decisions.csv`,
  }
}

export function actionFilter(req: Request, networkId: string): ActionFilter {
  const circleId = queried(req, 'circle')
  return {
    networkId,
    ...(circleId && { circleIds: [circleId] }),
    ...(queried(req, 'state') !== 'all' && { open: true }),
  }
}

export async function actionsPage(db: Db, req: Request, there: Standing): Promise<MeetingActionsPage> {
  const { person, reach, network } = there
  const filter = actionFilter(req, network.id)
  const total = await countMeetingActions(db, reach, filter)
  const rows = await meetingActionsFor(db, person, reach, filter, { from: (pageNumber(req) - 1) * size, most: size })
  return {
    ...topOf(there, 'What we agreed to do', 'meeting actions'),
    address: `/networks/${network.id}/meeting-actions`,
    page: pageOf(req, rows, total, size),
    fields: [
      circleField(req, await circlesIn(db, reach, network.id)),
      {
        name: 'state',
        label: 'Which',
        value: queried(req, 'state') || 'open',
        options: [
          { value: 'open', text: 'Still open' },
          { value: 'all', text: 'Done and dropped ones too' },
        ],
      },
    ],
    csv: `/networks/${network.id}/meeting-actions.csv`,
    today: today(),
  }
}

function circleField(req: Request, circles: { id: string; name: string }[]) {
  return {
    name: 'circle',
    label: 'Circle',
    value: queried(req, 'circle'),
    options: circles.map(({ id, name }) => ({ value: id, text: name })),
  }
}

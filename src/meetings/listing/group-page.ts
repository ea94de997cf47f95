import type { Request } from 'express'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { circleOfGroup } from '../circles/circles.js'
import { meetingActionsFor } from '../deciding/meeting-actions.js'
import type { GroupMeetingsPage } from '../pages.js'
import { reachOf } from '../reach.js'
import { countMeetings, meetingLines } from './meetings.js'

const size = 20

/** A group's own meetings. @throws NotFound for everybody but its members and those invited to challenge it */
export async function groupMeetingsPage(
  db: Db,
  req: Request,
  person: Reader,
  enquiry: Enquiry,
): Promise<GroupMeetingsPage> {
  const { groupId, standing } = enquiry
  if (!standing.member && !standing.facilitator) throw new NotFound('page')
  const reach = await reachOf(db, person)
  const circle = (await circleOfGroup(db, groupId)) ?? null
  const past = { groupId, when: 'past' as const }
  return enquiry.names.read({
    title: 'Meetings',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'meetings'),
    address: `/groups/${groupId}/meetings`,
    coming: await meetingLines(db, person, reach, { groupId, when: 'coming' }, { from: 0, most: 20 }),
    page: pageOf(
      req,
      await meetingLines(db, person, reach, past, { from: (pageNumber(req) - 1) * size, most: size }),
      await countMeetings(db, reach, past),
      size,
    ),
    circle,
    actions: circle
      ? await meetingActionsFor(db, person, reach, { circleIds: [circle.id], open: true }, { from: 0, most: 50 })
      : [],
    may: { plan: standing.member && enquiry.closedAt === null },
  })
}

import type { Request } from 'express'
import type { Db } from '../../database.js'
import { unread } from '../../names/names.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { formOf, type FormState } from '../../web/read.js'
import { decisionsFor } from '../deciding/decisions.js'
import { meetingActionsFor } from '../deciding/meeting-actions.js'
import { meetingLines } from '../listing/meetings.js'
import { networkHead } from '../../networks/head.js'
import type { CircleEditPage, CirclePage, CirclesPage, Top } from '../pages.js'
import {
  isInCircle,
  mayChangeCircle,
  mayCloseCircle,
  mayJoinCircle,
  mayLeaveCircle,
  mayMakeCircle,
  mayPlan,
  mayReopenCircle,
  maySetUpUsual,
  mayWriteTerms,
} from '../permissions.js'
import { circlesIn, type FoundCircle, namesOfPeople, type Standing } from './circles.js'
import { circleKinds, followedRoles, textOfKind, textOfRole } from './kinds.js'
import { linesOfPeople, membersOf } from './members.js'
import { agreedTerms, termsField, termsText } from './terms.js'

const membersPerPage = 50

/** What a page of this room begins with. @param here the place of the network that is marked, where it is another than the meetings */
export function topOf({ person, head, breadcrumbs, network }: Standing, title: string, here?: string): Top {
  return {
    title,
    head: head?.kind === 'network' && here ? networkHead(network, person, here) : head,
    breadcrumbs,
    over: head ? '' : network.name,
  }
}

export async function circlesPage(db: Db, there: Standing): Promise<CirclesPage> {
  const { person, reach, network } = there
  const circles = await circlesIn(db, reach, network.id)
  const members = await membersOf(
    db,
    circles.map(one => one.id),
  )
  const coming = await meetingLines(
    db,
    person,
    reach,
    { networkId: network.id, when: 'coming' },
    { from: 0, most: 200 },
  )
  return {
    ...topOf(there, 'Circles', 'circles'),
    address: `/networks/${network.id}/circles`,
    circles: circles.map(circle => ({
      ...circle,
      kindText: textOfKind(circle.kind),
      isMine: isInCircle(reach, circle),
      members: members.get(circle.id)!.length,
      next: coming.find(one => one.startsAt !== null && !one.cancelled && one.circles.includes(circle.name)) ?? null,
    })),
    may: { make: mayMakeCircle(person, network), setUp: circles.length === 0 && maySetUpUsual(person, network) },
  }
}

export async function circlePage(db: Db, req: Request, found: FoundCircle): Promise<CirclePage> {
  const { person, reach, circle, address, names, network } = found
  const all = (await membersOf(db, [circle.id])).get(circle.id)!
  const from = (pageNumber(req) - 1) * membersPerPage
  const shown = all.slice(from, from + membersPerPage)
  const lines = await linesOfPeople(
    db,
    network.id,
    shown.map(one => one.id),
  )
  const called = await namesOfPeople(db, [circle.chairId, circle.noteTakerId])
  const agreed = (await agreedTerms(db, circle))[0] ?? null
  const newest = unread((await termsText(db, circle))[termsField]?.body ?? '')
  const words = mayWriteTerms(found)
  const isNewer = newest.trim() !== '' && newest !== agreed?.words
  const one = { circleId: circle.id }
  const may = {
    change: mayChangeCircle(found),
    close: mayCloseCircle(found),
    reopen: mayReopenCircle(found),
    join: mayJoinCircle(found),
    leave: mayLeaveCircle(found),
    plan: mayPlan(found),
    words,
  }
  const coming = await meetingLines(db, person, reach, { ...one, when: 'coming' }, { from: 0, most: 5 })
  return names.read({
    ...topOf(found, circle.name, 'circles'),
    circle,
    address,
    kindText: textOfKind(circle.kind),
    theme: await nameOfTheme(db, circle.themeId),
    follows: circle.groupId ? ['Every member of the group'] : await followedIn(db, circle.id),
    chair: called.get(circle.chairId ?? '') ?? null,
    noteTaker: called.get(circle.noteTakerId ?? '') ?? null,
    members: pageOf(
      req,
      shown.map(member => ({ ...member, is: lines.get(member.id) ?? '' })),
      all.length,
      membersPerPage,
    ),
    coming,
    past: await meetingLines(db, person, reach, { ...one, when: 'past' }, { from: 0, most: 5 }),
    decisions: await decisionsFor(db, person, reach, { ...one, standing: true }, { from: 0, most: 5 }),
    actions: await meetingActionsFor(db, person, reach, { circleIds: [circle.id], open: true }, { from: 0, most: 20 }),
    terms: { agreed, isNewer: isNewer && words },
    next: nextStep(found, {
      isNewer,
      hasTerms: agreed !== null,
      coming: coming.length,
      plan: may.plan,
      change: may.change,
    }),
    may,
  })
}

/** The one thing that a circle needs most. */
function nextStep(
  { circle, address }: FoundCircle,
  at: { isNewer: boolean; hasTerms: boolean; coming: number; plan: boolean; change: boolean },
): CirclePage['next'] {
  if (circle.closedAt !== null || !at.plan) return null
  if (at.coming === 0)
    return {
      text: circle.groupId
        ? 'No meeting is planned. Set a date, or offer three and see who can.'
        : 'No meeting is planned. Lay out the whole year in one go: change what does not fit, and it is done.',
      href: circle.groupId ? `${address}/meetings/new` : `${address}/year`,
      action: circle.groupId ? 'Plan a meeting' : 'Plan the year’s meetings',
    }
  if (at.change && at.isNewer)
    return {
      text: at.hasTerms
        ? 'The terms of reference were worded anew since the circle agreed them.'
        : 'The terms of reference are written. They count once the circle has agreed them.',
      href: `${address}/terms`,
      action: 'Look at the wording',
    }
  return null
}

/** The roles that a circle follows now, in words. */
async function followedIn(db: Db, circleId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('circleRoles')
    .leftJoin('themes', 'themes.id', 'circleRoles.themeId')
    .select(['circleRoles.role', 'themes.name as theme'])
    .where('circleRoles.circleId', '=', circleId)
    .where('circleRoles.endedAt', 'is', null)
    .execute()
  return rows.map(row => textOfRole(row.role, row.theme))
}

async function nameOfTheme(db: Db, id: string | null): Promise<string | null> {
  const row = id && (await db.selectFrom('themes').select('name').where('id', '=', id).executeTakeFirst())
  return row ? row.name : null
}

/** The form of a circle, as it is now. */
export async function formOfCircle(db: Db, found: FoundCircle): Promise<FormState> {
  const { circle } = found
  const rows = await db
    .selectFrom('circleRoles')
    .select(['role', 'themeId'])
    .where('circleId', '=', circle.id)
    .where('endedAt', 'is', null)
    .execute()
  return formOf({
    ...{ kind: circle.kind, name: circle.name, purpose: circle.purpose, rhythm: circle.rhythm },
    ...{ theme: circle.themeId ?? '', open: circle.joining === 'open' ? 'yes' : '' },
    ...{ chair: circle.chairId ?? '', noteTaker: circle.noteTakerId ?? '' },
    roles: rows.map(row => `${row.role}~${row.themeId ?? ''}`),
  })
}

/** @param circle the one that is changed; none where it is to be founded */
export async function circleEditPage(
  db: Db,
  there: Standing,
  form: FormState,
  at: { address: string; back: string; button: string; title: string },
  circle?: { id: string; groupId: string | null; themeId: string | null },
): Promise<CircleEditPage> {
  const themes = await db
    .selectFrom('themes')
    .select(['id', 'name'])
    .where('networkId', '=', there.network.id)
    .where(eb => eb.or([eb('closedAt', 'is', null), eb('id', '=', circle?.themeId ?? '')]))
    .orderBy('name')
    .execute()
  const members = circle ? (await membersOf(db, [circle.id])).get(circle.id)! : []
  return {
    ...topOf(there, at.title),
    ...{ address: at.address, back: at.back, button: at.button, form },
    kinds: circleKinds.map(({ kind, text }) => ({ value: kind, text })),
    themes: themes.map(({ id, name }) => ({ value: id, text: name })),
    roles: followedRoles.flatMap(({ role, text, ofTheme }) => [
      { value: `${role}~`, text },
      ...(ofTheme ? themes.map(({ id, name }) => ({ value: `${role}~${id}`, text: textOfRole(role, name) })) : []),
    ]),
    people: members.map(({ id, name }) => ({ value: id, text: name })),
    isGroups: circle?.groupId != null,
  }
}

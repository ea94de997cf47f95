import { Router } from 'express'
import { schoolsByIds } from '../networks/schools/schools.js'
import { partsBeside } from '../networks/year.js'
import { peopleOf } from '../groups/people.js'
import { maySeeJoinLink, mayVolunteer } from '../groups/permissions.js'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { threadsOnce } from './comments/threads.js'
import { enquiriesOf } from './enquiry.js'
import { doorOf } from './groups/door.js'
import { crumbsOf, headOf } from './head.js'
import { aroundInGroup } from './around.js'
import { earlierCycles, groupFacts, latestOf, nextStep, sharedWith } from './home.js'
import { placeOfGroup } from './news/news.js'
import { newsAtVisit } from './news/places.js'
import { mayReadHistory } from './permissions.js'
import { partsFor, partsKnow } from './stages/stage-parts.js'
import { waitingInGroup } from './waiting/what-waits.js'

/** The group's own page: its question, where it stands, who is in it, and the one next step. */
export function homeRoutes(
  { db, baseUrl }: House,
  {
    facts,
    onStage: parts,
    inTheYear,
    ...brought
  }: Pick<Brought, 'facts' | 'threads' | 'onStage' | 'inTheYear' | 'waiting'>,
): Router {
  const routes = Router()
  routes.get('/groups/:group', async (req, res) => {
    const person = signedIn(res)
    const [enquiry] = await enquiriesOf(db, person, [req.params.group])
    if (!enquiry) return res.redirect(303, await doorOf(db, person, req.params.group))
    const threads = threadsOnce(brought.threads, [enquiry])
    const know = partsKnow(db, enquiry)
    const { why, theme, joinCode } = await groupFacts(db, enquiry.groupId)
    const { read } = enquiry.names
    const shown = await partsFor(parts, 'home', db, person, enquiry, know)
    const first = shown.filter(part => part.first)
    show(res, 'enquiries/home', {
      title: 'Overview',
      breadcrumbs: crumbsOf(enquiry).slice(0, -1),
      head: { ...headOf(enquiry, 'home'), large: true },
      why: read(why),
      theme,
      themeHref: enquiry.themeId && `/networks/${enquiry.networkId}/themes/${enquiry.themeId}`,
      people: await peopleOf(db, enquiry.groupId),
      schools: await schoolsByIds(db, enquiry.schoolIds),
      first,
      next: first.some(part => part.first === 'in the place of the next step')
        ? null
        : await nextStep(db, enquiry, parts, know),
      parts: shown.filter(part => !part.first),
      news: await newsAtVisit(db, person, { facts, threads }, placeOfGroup(enquiry)),
      seen: { group: enquiry.groupId },
      waiting: await waitingInGroup(
        await aroundInGroup(db, person, brought.threads, enquiry),
        brought.waiting,
        enquiry,
      ),
      beside: await partsBeside(inTheYear.beside, 'group', db, person, enquiry.groupId),
      cycles: read(await earlierCycles(db, enquiry)),
      latest: mayReadHistory(enquiry) ? (await latestOf(db, facts, enquiry)).map(read) : [],
      joinLink: maySeeJoinLink(enquiry) ? `${baseUrl}/join/${joinCode}` : null,
      joining: mayVolunteer(person, enquiry) ? `/groups/${enquiry.groupId}/joining` : null,
      shared: enquiry.standing.member ? [] : sharedWith(enquiry),
    })
  })
  return routes
}

import { Router } from 'express'
import { schoolsByIds } from '../../networks/schools/schools.js'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { findGroupToJoin, type FoundGroup, groupByJoinCode, findGroup } from '../../groups/group.js'
import { renewJoinLink, volunteer } from '../../groups/joining.js'
import { peopleOf } from '../../groups/people.js'
import { mayRenewJoinLink, mayVolunteer } from '../../groups/permissions.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { addMistake, type FormState, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { trackOf } from '../../stages.js'
import { takesPart } from '../../people/roles/roles.js'
import { newestCycleOf } from '../enquiry.js'
import { VolunteerForm } from '../forms.js'
import type { JoiningPage } from './pages.js'

/** The open door of a group: colleagues look in, and volunteer themselves. */
export function joiningRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/joining', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroupToJoin(db, person, req.params.group)
    show(res, 'enquiries/joining', await joiningPage(db, person, group, formOf()))
  })

  routes.post('/groups/:group/joining', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroupToJoin(db, person, req.params.group)
    allow(mayVolunteer(person, group), whyNot(person, group) ?? undefined)
    const reading = read(VolunteerForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'enquiries/joining', await joiningPage(db, person, group, reading.form))
    if (!person.takesPartFrom(group.networkId).includes(reading.values.school)) {
      const form = addMistake(formOf(req.body), 'school', 'Choose a school you work in')
      return show(res.status(422), 'enquiries/joining', await joiningPage(db, person, group, form))
    }
    await inOne(db, trx => volunteer(trx, group, person, reading.values.school))
    await tell(db, res, `You are in. ${group.name} is one of your groups now.`)
    res.redirect(303, `/groups/${group.id}`)
  })

  routes.get('/join/:code', async (req, res) => {
    const person = signedIn(res)
    const group = await groupByJoinCode(db, person, req.params.code)
    if (!group) throw new NotFound('join link')
    if (person.works(group.networkId)) return res.redirect(303, `/groups/${group.id}/joining`)
    show(res, 'enquiries/not-of-the-network', { title: 'You need an invitation first', networkName: group.networkName })
  })

  routes.post('/groups/:group/join-link', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayRenewJoinLink(group), 'The lead learner renews the join link, while the group is open.')
    await inOne(db, trx => renewJoinLink(trx, group, person))
    await tell(db, res, 'There is a new join link. The one before leads nowhere now.')
    res.redirect(303, `/groups/${group.id}/people`)
  })

  return routes
}

async function joiningPage(db: Db, person: Person, group: FoundGroup, form: FormState): Promise<JoiningPage> {
  const { question, stage, finishedAt } = await newestCycleOf(db, group)
  const people = await peopleOf(db, group.id)
  const own = await schoolsByIds(db, person.takesPartFrom(group.networkId))
  return {
    title: `Join ${group.name}`,
    breadcrumbs: [{ href: `/networks/${group.networkId}`, text: group.networkName }],
    groupName: group.name,
    question,
    why: group.why,
    track: trackOf(stage, finishedAt !== null),
    people: people.filter(takesPart),
    schools: own.map(one => ({ value: one.id, text: one.name })),
    whyNot: whyNot(person, group),
    asHead: person.isHeadIn(group.networkId),
    inIt: group.standing.member ? `/groups/${group.id}` : null,
    address: `/groups/${group.id}/joining`,
    form,
  }
}

/** Why somebody who looks in cannot volunteer, as a sentence; null when they can. */
function whyNot(person: Person, group: FoundGroup): string | null {
  if (group.standing.member) return 'You are in this group.'
  if (group.closedAt !== null) return 'This group is closed, so nobody joins it at the moment.'
  if (mayVolunteer(person, group)) return null
  return 'Volunteering is for people who work in a school of this network. Ask a network leader to add the school you work in.'
}

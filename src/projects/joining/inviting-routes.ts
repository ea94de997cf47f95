import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { tell } from '../../people/sessions.js'
import { sendCsv } from '../../web/csv.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type OpenedProject, openProject } from '../finding.js'
import { joinedColumns } from '../columns.js'
import { InvitationForm, SchoolNotedForm } from '../forms.js'
import type { ProjectPeoplePage } from '../pages.js'
import { hasJoined, mayLookAfter, mayNoteSchool } from '../permissions.js'
import { joinedLines } from '../year/lists.js'
import { inviteToProject, joinSchool } from './joining.js'
import { peopleToChoose } from '../../networks/people/people-to-choose.js'

/** Who is in a project: guests are invited, and a network leader notes a school with its word. */
export function invitingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/projects/:project' as const

  routes.get(`${at}/people`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    show(res, 'projects/people', await peoplePage(db, there))
  })

  routes.get(`${at}/people.csv`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    sendCsv(res, 'who-joined', joinedColumns, joinedLines(there))
  })

  routes.post(`${at}/invitations`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    const { person, network } = there
    allow(mayLookAfter(person, there) && !there.project.endedAt, 'Its contact or a network leader invites.')
    const reading = read(InvitationForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'projects/people', await peoplePage(db, there, { form: reading.form }))
    const guest = (await peopleToChoose(db, network.id, 'belongs')).find(one => one.value === reading.values.person)
    if (!guest) {
      const form = addMistake(formOf(req.body), 'person', 'Choose somebody who belongs to the network')
      return show(res.status(422), 'projects/people', await peoplePage(db, there, { form }))
    }
    await inOne(db, trx => inviteToProject(trx, there, person, guest.value))
    await tell(db, res, `${guest.text.split(',')[0]} is invited, and sees what those in the project see.`)
    res.redirect(303, `${there.address}/people`)
  })

  routes.post(`${at}/schools`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    const { person, network } = there
    allow(mayNoteSchool(person, there), 'A network leader notes that a school joins; otherwise its head does.')
    const reading = read(SchoolNotedForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'projects/people', await peoplePage(db, there, { noting: reading.form }))
    const school = (await schoolsOf(db, network.id)).find(one => one.id === reading.values.school)
    if (!school || hasJoined(there, school.id)) {
      const noting = addMistake(formOf(req.body), 'school', 'Choose a school that is not in the project yet')
      return show(res.status(422), 'projects/people', await peoplePage(db, there, { noting }))
    }
    await inOne(db, trx => joinSchool(trx, there, person, school, reading.values.word))
    await tell(db, res, `${school.name} is in the project.`)
    res.redirect(303, `${there.address}/people`)
  })

  return routes
}

async function peoplePage(
  db: Db,
  there: OpenedProject,
  { form = formOf(), noting = formOf() }: { form?: FormState; noting?: FormState } = {},
): Promise<ProjectPeoplePage> {
  const { person, network, head, address, project, members } = there
  const may = { invite: mayLookAfter(person, there) && !project.endedAt, note: mayNoteSchool(person, there) }
  const here = new Set(members.filter(one => !one.leftAt).map(one => one.personId))
  const people = may.invite ? await peopleToChoose(db, network.id, 'belongs') : []
  const schools = may.note ? await schoolsOf(db, network.id) : []
  return {
    title: `Who is in “${project.title}”`,
    ...{ head, address, project, joined: joinedLines(there), form, noting, may },
    asked: members.flatMap(one =>
      one.askedAt && !one.joinedAt && !one.leftAt ? [{ who: one.person ?? '', at: one.askedAt }] : [],
    ),
    people: people.filter(one => !here.has(one.value)),
    schools: schools.filter(one => !hasJoined(there, one.id)).map(({ id, name }) => ({ value: id, text: name })),
  }
}

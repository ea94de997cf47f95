import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type OpenedProject, openProject } from '../finding.js'
import { InvitationAnswerForm, JoinForm, LeavingForm } from '../forms.js'
import '../pages.js'
import { isGuest, mayJoinAsColleague, mayJoinSchool, mayLeave } from '../permissions.js'
import type { NamedMember } from '../projects.js'
import { acceptInvitation, findMember, joinAsColleague, joinSchool, leaveProject } from './joining.js'

/** Coming in and going: a colleague themselves, a head for the school, a guest who was asked. */
export function joiningRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/projects/:project' as const

  routes.post(`${at}/members`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    const { person, project, address } = there
    const { as, school } = wellRead(read(JoinForm, req.body))
    if (as === 'school') {
      allow(mayJoinSchool(person, there, school), 'The head joins for a school, while the project is open.')
      await inOne(db, trx => joinSchool(trx, there, person, { id: school }))
    } else {
      allow(mayJoinAsColleague(person, there), 'This project is not open to join, or you are in it already.')
      const mine = person.schoolsIn(project.networkId)
      const from = mine.includes(school) ? school : mine[0]!
      await inOne(db, trx => joinAsColleague(trx, there, person, from))
    }
    await tell(db, res, as === 'school' ? 'Your school is in the project.' : 'You are in the project.')
    res.redirect(303, address)
  })

  routes.post(`${at}/invitations/:member/answer`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    const member = findMember(there, req.params.member)
    allow(member.personId === there.person.id && isGuest(there.person, [member]), 'This invitation is not yours.')
    const { answer, word } = wellRead(read(InvitationAnswerForm, req.body))
    await inOne(db, trx =>
      answer === 'yes'
        ? acceptInvitation(trx, there, there.person, member)
        : leaveProject(trx, there, there.person, member, word),
    )
    await tell(db, res, answer === 'yes' ? 'You are in the project.' : 'You have said no. Thank you for saying so.')
    const stays = answer === 'yes' || there.person.works(there.network.id)
    res.redirect(303, stays ? there.address : there.listAddress)
  })

  routes.get(`${at}/members/:member/leaving`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    const member = leaving(there, req.params.member)
    show(res, 'projects/form', leavingPage(there, member, formOf()))
  })

  routes.post(`${at}/members/:member/leaving`, async (req, res) => {
    const there = await openProject(db, signedIn(res), req.params)
    const member = leaving(there, req.params.member)
    const reading = read(LeavingForm, req.body)
    if (!reading.ok) return show(res.status(422), 'projects/form', leavingPage(there, member, reading.form))
    await inOne(db, trx => leaveProject(trx, there, there.person, member, reading.values.word))
    await tell(db, res, 'Your word is kept with the project.')
    res.redirect(303, there.person.works(there.network.id) ? there.address : there.listAddress)
  })

  return routes
}

function leaving(there: OpenedProject, id: string): NamedMember {
  const member = findMember(there, id)
  allow(mayLeave(there.person, there, member), 'Whoever joined leaves; for a school its head does.')
  return member
}

function leavingPage({ head, address, project }: OpenedProject, member: NamedMember, form: FormState) {
  const who = member.as === 'school' ? `${member.school} leaves` : 'Leave'
  return {
    title: `${who} this project`,
    ...{ head, form, over: project.title, back: address, address: `${address}/members/${member.id}/leaving` },
    lede: 'The others read your word. What was done together stays with the project.',
    field: {
      name: 'word',
      label: 'Your word to the others',
      hint: 'Such as “Our Year 5 teacher is on leave; we hope to be back”.',
      date: false,
    },
    button: 'Leave the project',
  }
}

import { Router } from 'express'
import { inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { type FormState, formOf, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { closeGroup, reopenGroup } from './closing.js'
import { crumbsOfGroup } from './crumbs.js'
import { ReasonForm } from './forms.js'
import { findGroup, type FoundGroup } from './group.js'
import { leaveGroup } from './leaving.js'
import type { LeavingNotes } from './leaving-notes.js'
import type { GroupConfirmPage } from './pages.js'
import { mayCloseGroup, mayLeave, mayReopenGroup } from './permissions.js'

const handOverFirst = 'You lead this group. Hand it over to a volunteer first, or close it.'

/** Leaving a group; closing it and opening it again. */
export function closingRoutes({ db }: House, leavingNotes: LeavingNotes[]): Router {
  const routes = Router()

  routes.get('/groups/:group/leaving', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayLeave(group), group.standing.lead ? handOverFirst : undefined)
    const notes = await Promise.all(leavingNotes.map(notesFor => notesFor(db, person, group.id)))
    show(res, 'groups/confirm', {
      title: `Leave ${group.name}`,
      breadcrumbs: crumbsOfGroup(group),
      confirm: {
        heading: `Leave ${group.name}`,
        what: [
          'What you logged and wrote for the group stays with it, under your name.',
          'Your own drafts that were never shared stay yours.',
          'You stop seeing the group’s pages at once.',
        ],
        first: notes.flat(),
        undo: 'You can volunteer again as long as the group is open.',
        address: req.path,
        button: 'Leave the group',
        cancel: { href: `/groups/${group.id}/people`, text: 'Stay' },
      },
    })
  })

  routes.post('/groups/:group/leaving', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayLeave(group), group.standing.lead ? handOverFirst : undefined)
    await inOne(db, trx => leaveGroup(trx, group, person))
    await tell(db, res, `You have left ${group.name}. Thank you for what you brought to it.`)
    res.redirect(303, '/groups')
  })

  routes.get('/groups/:group/closing', async (req, res) => {
    const group = await findGroup(db, signedIn(res), req.params.group)
    allow(mayCloseGroup(group))
    show(res, 'groups/confirm', closingPage(group, formOf()))
  })

  routes.post('/groups/:group/closing', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayCloseGroup(group))
    const reading = read(ReasonForm, req.body)
    if (!reading.ok) return show(res.status(422), 'groups/confirm', closingPage(group, reading.form))
    await inOne(db, trx => closeGroup(trx, group, person, reading.values.because))
    await tell(db, res, 'The group is closed. Everything it found stays to be read.')
    res.redirect(303, `/groups/${group.id}`)
  })

  routes.get('/groups/:group/reopening', async (req, res) => {
    const group = await findGroup(db, signedIn(res), req.params.group)
    allow(mayReopenGroup(group))
    show(res, 'groups/confirm', reopeningPage(group, formOf()))
  })

  routes.post('/groups/:group/reopening', async (req, res) => {
    const person = signedIn(res)
    const group = await findGroup(db, person, req.params.group)
    allow(mayReopenGroup(group))
    const reading = read(ReasonForm, req.body)
    if (!reading.ok) return show(res.status(422), 'groups/confirm', reopeningPage(group, reading.form))
    await inOne(db, trx => reopenGroup(trx, group, person, reading.values.because))
    await tell(db, res, 'The group is open again.')
    res.redirect(303, `/groups/${group.id}`)
  })

  return routes
}

function closingPage(group: FoundGroup, form: FormState): GroupConfirmPage {
  return {
    title: `Close ${group.name}`,
    breadcrumbs: crumbsOfGroup(group),
    confirm: {
      heading: `Close ${group.name}`,
      what: [
        'Everything that the group found and wrote stays to be read, by the same people as before.',
        'Nothing new is written, logged or said while it is closed, and nobody joins.',
        'The reason stays in the group’s history.',
      ],
      who: ['Everybody in the group'],
      undo: 'The lead learner or a network leader can open it again at any time.',
      address: `/groups/${group.id}/closing`,
      button: 'Close the group',
      cancel: { href: `/groups/${group.id}`, text: 'Keep it open' },
      form,
      reason: { name: 'because', label: 'Why does the group close?' },
    },
  }
}

function reopeningPage(group: FoundGroup, form: FormState): GroupConfirmPage {
  return {
    title: `Reopen ${group.name}`,
    breadcrumbs: crumbsOfGroup(group),
    confirm: {
      heading: `Reopen ${group.name}`,
      what: ['The group goes on just where it stopped, with the people who were in it.'],
      undo: 'It can be closed again.',
      address: `/groups/${group.id}/reopening`,
      button: 'Reopen the group',
      cancel: { href: `/groups/${group.id}`, text: 'Leave it closed' },
      form,
      reason: { name: 'because', label: 'Why does it open again?' },
    },
  }
}

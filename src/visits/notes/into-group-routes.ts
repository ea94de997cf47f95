import { type Response, Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { lastChosenAudience } from '../../evidence/logging/logging.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { openVisit } from '../finding.js'
import { IntoGroupForm } from '../forms.js'
import type { IntoGroupPage } from '../pages.js'
import { dayThere, groupsForNote, putIntoGroup } from './into-group.js'
import { findOwnBox } from './notes.js'

/** One’s own note becomes a piece of evidence of a group in which one takes part. */
export function intoGroupRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/visits/:visit/notes/:box/evidence' as const

  routes.get(at, async (req, res) => {
    const note = await ownNote(res, req.params)
    const form = formOf({
      kind: note.box.box === 'best' || note.box.box === 'possible' ? 'observation' : 'field-note',
      audience: await lastChosenAudience(db, note.person),
      group: note.groups[0]?.groupId,
    })
    show(res, 'visits/into-group', page(note, form))
  })

  routes.post(at, async (req, res) => {
    const note = await ownNote(res, req.params)
    const { person, found, box, words, on, groups, address } = note
    const reading = read(IntoGroupForm, req.body)
    if (!reading.ok) return show(res.status(422), 'visits/into-group', page(note, reading.form))
    const enquiry = groups.find(one => one.groupId === reading.values.group)
    if (!enquiry) {
      const form = addMistake(formOf(req.body), 'group', 'Choose a group that you are in')
      return show(res.status(422), 'visits/into-group', page(note, form))
    }
    const piece = await inOne(db, trx => putIntoGroup(trx, enquiry, person, found, { box, words, on }, reading.values))
    await tell(db, res, `It is E${piece.number} of ${enquiry.groupName} now.`)
    res.redirect(303, `${address}/notes#f-${box.box}`)
  })

  async function ownNote(res: Response, params: { network: string; visit: string; box: string }) {
    const there = await openVisit(db, signedIn(res), params)
    const own = await findOwnBox(db, there.person, params)
    if (own.words.trim() === '') throw new NotFound('note')
    const groups = await groupsForNote(db, there.person, own.found)
    allow(groups.length > 0, 'You are in no open enquiry group of this network.')
    const on = await dayThere(db, there.person, own.found, own.bookings)
    return { ...there, ...own, groups, on }
  }

  return routes
}

type Note = Pick<IntoGroupPage, 'head' | 'listAddress' | 'address' | 'words' | 'on'> & {
  found: { visit: IntoGroupPage['visit']; school: { name: string } | null }
  box: { box: string; label: string }
  groups: { groupId: string; groupName: string }[]
}

function page({ head, listAddress, address, found, box, words, on, groups }: Note, form: FormState): IntoGroupPage {
  return {
    title: 'Put it into a group',
    head,
    listAddress,
    address,
    visit: found.visit,
    box: box.box,
    label: box.label,
    words,
    where: found.school?.name ?? found.visit.elsewhere,
    on,
    groups: groups.map(one => ({ value: one.groupId, text: one.groupName })),
    form,
  }
}

import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read, wellRead } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { attendersOf } from '../attending/attending.js'
import { topOf } from '../circles/circle-page.js'
import { findMeeting, type FoundMeeting } from '../meetings.js'
import type { ItemEditPage } from '../pages.js'
import { mayOrderAgenda, mayPropose } from '../permissions.js'
import { agreeAgenda, changeItem, findItem, type ItemWords, moveItem, proposeItem, settleItem } from './agenda.js'
import { findItemToChange } from './finding.js'
import { ItemForm, MoveForm, SettleForm } from './forms.js'

const conducts = 'Whoever chairs or notes the meeting puts the agenda in order.'

/** The agenda of a meeting: members propose to it, chair and note-taker put it in order, the circle agrees it. */
export function agendaRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/meetings/:meeting/items' as const

  routes.get(`${at}/new`, async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    allow(mayPropose(found), 'Those who are asked to the meeting propose to its agenda.')
    const form = formOf({ minutes: 10, broughtBy: found.person.id })
    show(res, 'meetings/item-edit', await itemPage(db, found, form, at.replace(':meeting', found.meeting.id)))
  })

  routes.post(at, async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    const { person, meeting, address } = found
    allow(mayPropose(found), 'Those who are asked to the meeting propose to its agenda.')
    const reading = read(ItemForm, req.body)
    const page = await itemPage(db, found, reading.ok ? formOf() : reading.form, `${address}/items`)
    if (!reading.ok) return show(res.status(422), 'meetings/item-edit', page)
    const accepted = mayOrderAgenda(found)
    await inOne(db, trx => proposeItem(trx, meeting, person, wordsOf(reading.values, page), { accepted }))
    const said = accepted
      ? 'It is on the agenda.'
      : 'It is proposed. Whoever chairs the meeting puts the agenda in order.'
    await tell(db, res, said)
    res.redirect(303, `${address}#agenda`)
  })

  routes.get(`${at}/:item/edit`, async (req, res) => {
    const { found, item } = await findItemToChange(db, signedIn(res), req.params)
    const { title, why, minutes, broughtBy, confidentialAt } = item
    const form = formOf({ title, why, minutes, broughtBy, confidential: confidentialAt ? 'yes' : '' })
    show(res, 'meetings/item-edit', await itemPage(db, found, form, `${found.address}/items/${item.id}`))
  })

  routes.post(`${at}/:item`, async (req, res) => {
    const { found, item } = await findItemToChange(db, signedIn(res), req.params)
    const { person, meeting, address } = found
    const reading = read(ItemForm, req.body)
    const page = await itemPage(db, found, reading.ok ? formOf() : reading.form, `${address}/items/${item.id}`)
    if (!reading.ok) return show(res.status(422), 'meetings/item-edit', page)
    await inOne(db, trx => changeItem(trx, meeting, item, person, wordsOf(reading.values, page)))
    await tell(db, res, 'The item is saved.')
    res.redirect(303, `${address}#agenda`)
  })

  routes.post(`${at}/:item/settlement`, async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    allow(mayOrderAgenda(found), conducts)
    const item = await findItem(db, found.meeting, req.params.item)
    const { state, because } = wellRead(read(SettleForm, req.body))
    await inOne(db, trx => settleItem(trx, found.meeting, item, found.person, state, because))
    res.redirect(303, `${found.address}#agenda`)
  })

  routes.post(`${at}/:item/place`, async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    allow(mayOrderAgenda(found), conducts)
    const item = await findItem(db, found.meeting, req.params.item)
    const { to } = wellRead(read(MoveForm, req.body))
    await inOne(db, trx => moveItem(trx, found.meeting, item, found.person, to))
    res.redirect(303, `${found.address}#item-${item.id}`)
  })

  routes.post('/meetings/:meeting/agenda/agreement', async (req, res) => {
    const found = await findMeeting(db, signedIn(res), req.params.meeting)
    allow(mayOrderAgenda(found), conducts)
    await inOne(db, trx => agreeAgenda(trx, found.meeting, found.person))
    await tell(db, res, 'The agenda is agreed.')
    res.redirect(303, `${found.address}#agenda`)
  })

  return routes
}

async function itemPage(db: Db, found: FoundMeeting, form: FormState, address: string): Promise<ItemEditPage> {
  const people = await attendersOf(db, found.meeting, found.circles)
  const isNew = address.endsWith('/items')
  return {
    ...topOf(found, isNew ? 'Propose an item' : 'Change the item'),
    ...{ address, back: found.address, form, button: isNew ? 'Propose the item' : 'Save the item' },
    over: found.meeting.title,
    people: people.map(({ id, name }) => ({ value: id, text: name })),
  }
}

function wordsOf({ broughtBy, ...typed }: Omit<ItemWords, 'broughtBy'> & { broughtBy: string }, page: ItemEditPage) {
  return { ...typed, broughtBy: page.people.some(one => one.value === broughtBy) ? broughtBy : null }
}

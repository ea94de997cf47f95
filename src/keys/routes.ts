import { type Response, Router } from 'express'
import { findEnquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { allow, NotAllowed, NotFound } from '../errors.js'
import type { House } from '../house.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import { formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { OpeningForm, PupilForm } from './forms.js'
import {
  closeKey,
  eraseKey,
  findKey,
  type FoundKey,
  giveCode,
  isOpen,
  keysFor,
  keysOf,
  makeKey,
  openingsOf,
  openKey,
  takeOut,
  takeOverKey,
} from './keys.js'
import { nameTypedRoutes } from './name-routes.js'
import './pages.js'
import { mayOpenKey, schoolToMakeKeyFor } from './permissions.js'
import { keysBeside } from './store.js'
import type { WhoseWords } from './whose-words.js'

/** Keys to pupils' codes: made by somebody in the group, opened by them and the school's data lead, for a reason. */
export function keysRoutes(house: House, whose: WhoseWords): Router {
  const { db } = house
  const routes = Router()
  routes.use(nameTypedRoutes(house, whose))

  routes.get('/keys', async (_req, res) => {
    const keys = await keysFor(db, signedIn(res))
    show(res, 'keys/own', {
      title: 'Keys to pupils’ codes',
      breadcrumbs: [],
      keys: keys.map(({ id, school, group, owner }) => ({ school, group, owner, href: `/keys/${id}` })),
    })
  })

  routes.get('/groups/:group/keys', async (req, res) => {
    const { person, enquiry } = await inside(res, req.params.group)
    const keys = await keysOf(db, enquiry.groupId)
    const own = schoolToMakeKeyFor(person, enquiry.groupId)
    const make = own !== null && !keys.some(key => key.schoolId === own) ? own : null
    show(res, 'keys/of-group', {
      title: `Keys, ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/people`, text: 'People' }),
      head: headOf(enquiry, 'people'),
      address: `/groups/${enquiry.groupId}/keys`,
      keys: keys.map(key => ({
        school: key.school,
        owner: key.owner,
        madeAt: key.madeAt,
        href: mayOpenKey(person, key) ? `/keys/${key.id}` : null,
      })),
      make: make && (await nameOf(make)),
    })
  })

  routes.post('/groups/:group/keys', async (req, res) => {
    const { person, enquiry } = await inside(res, req.params.group)
    const schoolId = schoolToMakeKeyFor(person, enquiry.groupId)
    if (!schoolId || enquiry.closedAt)
      throw new NotAllowed('A key is made by somebody in the group who comes from that school.')
    const id = await makeKey(db, { groupId: enquiry.groupId, networkId: enquiry.networkId, schoolId }, person)
    await tell(db, res, 'The key is made. Only you and the school’s data lead can open it.')
    res.redirect(303, `/keys/${id}`)
  })

  routes.get('/keys/:key', async (req, res) => {
    const person = signedIn(res)
    await showKey(res, person, await findKey(db, person, req.params.key))
  })

  routes.post('/keys/:key/openings', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    const reading = read(OpeningForm, req.body)
    if (!reading.ok) return showKey(res.status(422), person, key, reading.form)
    await openKey(db, key, person, reading.values.because)
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.post('/keys/:key/closing', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    await closeKey(db, key, person)
    await tell(db, res, 'The key is closed.')
    res.redirect(303, '/')
  })

  routes.post('/keys/:key/pupils', async (req, res) => {
    const { person, key } = await opened(res, req.params.key)
    const reading = read(PupilForm, req.body)
    if (!reading.ok) return showKey(res.status(422), person, key, reading.form)
    const code = await giveCode(db, key, person, reading.values)
    await tell(db, res, `The code is ${code}.`)
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.post('/keys/:key/pupils/:code/removal', async (req, res) => {
    const { person, key } = await opened(res, req.params.key)
    await takeOut(db, key, person, req.params.code)
    await tell(db, res, `Nothing is kept any more about who ${req.params.code} is.`)
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.post('/keys/:key/owner', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    allow(person.isDataLeadOf(key.schoolId), 'The school’s data lead takes a key over.')
    await takeOverKey(db, key, person)
    await tell(db, res, 'The key is yours to look after.')
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.get('/keys/:key/erasure', async (req, res) => {
    const { key } = await opened(res, req.params.key)
    const address = `/keys/${key.id}/erasure`
    const { school, group } = key
    show(res, 'keys/erasing', {
      title: `Erase the key of ${school}`,
      breadcrumbs: [],
      school,
      group,
      address,
      back: `/keys/${key.id}`,
    })
  })

  routes.post('/keys/:key/erasure', async (req, res) => {
    const { person, key } = await opened(res, req.params.key)
    await eraseKey(db, key, person)
    await tell(db, res, 'The key is erased. Its codes stay in the texts, and nobody can tell whose they were.')
    res.redirect(303, '/keys')
  })

  /** Changing a key needs it open, so that nothing happens to it without a reason that can be read. */
  async function opened(res: Response, id: string): Promise<{ person: Person; key: FoundKey }> {
    const person = signedIn(res)
    const key = await findKey(db, person, id)
    if (!(await isOpen(db, key, person))) throw new NotAllowed('The key has closed again. Open it first.')
    return { person, key }
  }

  async function inside(res: Response, group: string) {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, group)
    if (!enquiry.standing.member) throw new NotFound()
    return { person, enquiry }
  }

  async function nameOf(schoolId: string): Promise<string> {
    return (await db.selectFrom('schools').select('name').where('id', '=', schoolId).executeTakeFirstOrThrow()).name
  }

  async function showKey(res: Response, person: Person, key: FoundKey, form?: FormState): Promise<void> {
    const open = await isOpen(db, key, person)
    show(res, 'keys/key', {
      title: `Key of ${key.school}`,
      breadcrumbs: [{ href: '/keys', text: 'Keys' }],
      school: key.school,
      group: key.group,
      owner: key.owner,
      address: `/keys/${key.id}`,
      form: form ?? formOf(),
      lines: open ? keysBeside(db).lines(key.id) : null,
      openings: (await openingsOf(db, key)).map(({ name, openedAt, because }) => ({ name, at: openedAt, because })),
      may: { takeOver: person.isDataLeadOf(key.schoolId) && key.ownerId !== person.id },
    })
  }

  return routes
}

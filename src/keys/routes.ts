import { type Response, Router } from 'express'
import { inOne } from '../database.js'
import { findEnquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import { allow, NotAllowed, NotFound } from '../errors.js'
import type { House } from '../house.js'
import type { Brought } from '../room.js'
import { hashOfPassword } from '../people/passwords/passwords.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { HandoverForm, OpeningForm, PassphraseForm, PupilForm } from './forms.js'
import {
  changePassphrase,
  closeKey,
  eraseKey,
  failuresAt,
  findKey,
  type FoundKey,
  giveCode,
  handKeyOver,
  isOpen,
  keysFor,
  keysOf,
  makeKey,
  openingsOf,
  openKey,
  possibleOwners,
  takeOut,
  tryPassphrase,
} from './keys.js'
import { nameTypedRoutes } from './name-routes.js'
import './pages.js'
import { mayOpenKey, schoolToMakeKeyFor } from './permissions.js'
import { inWords, standingOf } from './standing.js'
import { showHandover, takingOverRoutes } from './taking-over-routes.js'
import { whoseWordsBy } from './whose-words.js'

/** Keys to pupils' codes: made by somebody in the group, opened by them and the school's data lead, for a reason. */
export function keysRoutes(house: House, brought: Brought): Router {
  const { db, keys: store } = house
  const routes = Router()
  routes.use(nameTypedRoutes(house, whoseWordsBy(brought)))
  routes.use(takingOverRoutes(house))

  routes.get('/keys', async (_req, res) => {
    const keys = await keysFor(db, signedIn(res))
    show(res, 'keys/own', {
      title: 'Keys to pupils’ codes',
      breadcrumbs: [],
      keys: keys.map(({ id, school, group, owner }) => ({ school, group, owner, href: `/keys/${id}` })),
    })
  })

  routes.get('/groups/:group/keys', async (req, res) => {
    await showKeysOfGroup(res, await inside(res, req.params.group))
  })

  routes.post('/groups/:group/keys', async (req, res) => {
    const found = await inside(res, req.params.group)
    const { person, enquiry } = found
    const schoolId = schoolToMakeKeyFor(person, enquiry.groupId)
    if (!schoolId || enquiry.closedAt)
      throw new NotAllowed('A key is made by somebody in the group who comes from that school.')
    const reading = read(PassphraseForm, req.body)
    if (!reading.ok) return showKeysOfGroup(res.status(422), found, reading.form)
    const of = { groupId: enquiry.groupId, networkId: enquiry.networkId, schoolId }
    const hash = await hashOfPassword(reading.values.passphrase)
    const id = await inOne(db, trx => makeKey(trx, store, of, person, hash))
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
    if (store.passphraseOf(key.id) === null) {
      allow(
        key.ownerId === person.id,
        'Whoever looks after the key chooses its first passphrase. You can take it over.',
      )
      const chosen = read(PassphraseForm, { passphrase: reading.values.passphrase })
      if (!chosen.ok) return showKey(res.status(422), person, key, kept(req.body, chosen.form.errors.passphrase!))
      const hash = await hashOfPassword(chosen.values.passphrase)
      await inOne(db, trx => changePassphrase(trx, store, key, person, hash))
    }
    const { because, passphrase } = reading.values
    const refused = await tryPassphrase(house, key, person, passphrase)
    if (refused) return showKey(res.status(422), person, key, kept(req.body, refused))
    await inOne(db, trx => openKey(trx, key, person, because))
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.post('/keys/:key/passphrase', async (req, res) => {
    const { person, key } = await opened(res, req.params.key)
    const reading = read(PassphraseForm, req.body)
    if (!reading.ok) return showKey(res.status(422), person, key, reading.form)
    const hash = await hashOfPassword(reading.values.passphrase)
    await inOne(db, trx => changePassphrase(trx, store, key, person, hash))
    await tell(db, res, 'The key has a new passphrase. Tell it to the data lead yourself, not by email.')
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.get('/keys/:key/handover', async (req, res) => {
    const person = signedIn(res)
    await showHandover(db, res, person, await findKey(db, person, req.params.key), formOf())
  })

  routes.post('/keys/:key/handover', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    allow(key.ownerId === person.id, 'Whoever looks after the key hands it on.')
    const reading = read(HandoverForm, req.body)
    const to = (await possibleOwners(db, key)).find(one => reading.ok && one.personId === reading.values.to)
    if (!to) {
      const form = addMistake(formOf(req.body), 'to', 'Choose who looks after it from now on')
      return showHandover(db, res.status(422), person, key, form)
    }
    await inOne(db, trx => handKeyOver(trx, key, person, to.personId))
    await tell(db, res, `${to.name} looks after the key now. Tell them its passphrase yourself, not by email.`)
    res.redirect(303, `/groups/${key.groupId}/keys`)
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
    const code = await inOne(db, trx => giveCode(trx, store, key, person, reading.values))
    await tell(db, res, `The code is ${code}.`)
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.post('/keys/:key/pupils/:code/removal', async (req, res) => {
    const { person, key } = await opened(res, req.params.key)
    await inOne(db, trx => takeOut(trx, store, key, person, req.params.code))
    await tell(db, res, `Nothing is kept any more about who ${req.params.code} is.`)
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
    await inOne(db, trx => eraseKey(trx, key, person))
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

  async function showKeysOfGroup(
    res: Response,
    { person, enquiry }: Awaited<ReturnType<typeof inside>>,
    form: FormState = formOf(),
  ) {
    const keys = await keysOf(db, enquiry.groupId)
    const own = schoolToMakeKeyFor(person, enquiry.groupId)
    const make = own !== null && !keys.some(key => key.schoolId === own) ? own : null
    show(res, 'keys/of-group', {
      title: `Keys, ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry, { href: `/groups/${enquiry.groupId}/people`, text: 'People' }),
      head: headOf(enquiry, 'people'),
      address: `/groups/${enquiry.groupId}/keys`,
      keys: await Promise.all(
        keys.map(async key => {
          const standing = await standingOf(db, key)
          return {
            school: key.school,
            owner: key.owner,
            madeAt: key.madeAt,
            href: mayOpenKey(person, key) ? `/keys/${key.id}` : null,
            waits: inWords(key, standing),
            namedAt: standing.dataLeads.length === 0 ? standing.namedAt : null,
          }
        }),
      ),
      make: make && (await nameOf(make)),
      form,
    })
  }

  async function nameOf(schoolId: string): Promise<string> {
    return (await db.selectFrom('schools').select('name').where('id', '=', schoolId).executeTakeFirstOrThrow()).name
  }

  async function showKey(res: Response, person: Person, key: FoundKey, form?: FormState): Promise<void> {
    const open = await isOpen(db, key, person)
    const openings = await openingsOf(db, key)
    const failures = (await failuresAt(db, key)).map(one => ({
      ...one,
      because: 'A wrong passphrase. It stayed closed.',
    }))
    const own = key.ownerId === person.id
    show(res, 'keys/key', {
      title: `Key of ${key.school}`,
      breadcrumbs: [{ href: '/keys', text: 'Keys' }],
      school: key.school,
      group: key.group,
      owner: key.owner,
      address: `/keys/${key.id}`,
      form: form ?? formOf(),
      first: store.passphraseOf(key.id) === null,
      lines: open ? store.lines(key.id) : null,
      openings: [...openings.map(({ name, openedAt, because }) => ({ name, at: openedAt, because })), ...failures].sort(
        (a, b) => b.at.localeCompare(a.at),
      ),
      standing: inWords(key, await standingOf(db, key)),
      may: { handOn: own, takeOver: person.isDataLeadOf(key.schoolId) && !own },
    })
  }

  return routes
}

function kept(body: unknown, refused: string): FormState {
  const { passphrase: _passphrase, ...typed } = (body ?? {}) as Record<string, unknown>
  return addMistake(formOf(typed), 'passphrase', refused)
}

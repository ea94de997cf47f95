import { type Response, Router } from 'express'
import { type Db, inOne } from '../database.js'
import { allow, Conflict } from '../errors.js'
import type { House } from '../house.js'
import { hashOfPassword } from '../people/passwords/passwords.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { listed } from '../words/words.js'
import { TakeoverForm, TakingOverForm } from './forms.js'
import { becomeOwner, findKey, type FoundKey, possibleOwners, tryPassphrase } from './keys.js'
import { standingOf } from './standing.js'
import {
  answerTakeover,
  askToTakeOver,
  type AskedTakeover,
  findTakeover,
  mayAgree,
  openTakeover,
  takeOverTogether,
} from './taking-over.js'

const theDataLead = 'The school’s data lead takes a key over.'

/** A key goes to the data lead of its school: with its old passphrase, or when a second person of the school agrees. */
export function takingOverRoutes(house: House): Router {
  const { db, keys } = house
  const routes = Router()

  routes.post('/keys/:key/owner', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    allow(person.isDataLeadOf(key.schoolId), theDataLead)
    const reading = read(TakingOverForm, req.body)
    if (!reading.ok) return showHandover(db, res.status(422), person, key, reading.form)
    const { current = '', passphrase } = reading.values
    const together = (await openTakeover(db, key, person))?.agreedAt
    const refused = together ? undefined : await tryPassphrase(house, key, person, current)
    if (refused) return showHandover(db, res.status(422), person, key, addMistake(formOf(), 'current', refused))
    const hash = await hashOfPassword(passphrase)
    await inOne(db, trx => (together ? takeOverTogether : becomeOwner)(trx, keys, key, person, hash))
    await tell(db, res, 'The key is yours to look after.')
    res.redirect(303, `/keys/${key.id}`)
  })

  routes.post('/keys/:key/takeovers', async (req, res) => {
    const person = signedIn(res)
    const key = await findKey(db, person, req.params.key)
    allow(person.isDataLeadOf(key.schoolId), theDataLead)
    const reading = read(TakeoverForm, req.body)
    if (!reading.ok) return showHandover(db, res.status(422), person, key, reading.form)
    const asked = await inOne(db, trx => askToTakeOver(trx, key, person, reading.values.because))
    await tell(db, res, `${listed(asked.agreers.map(one => one.name))} can agree. Then you choose the new passphrase.`)
    res.redirect(303, `/keys/${key.id}/handover`)
  })

  routes.get('/keys/:key/takeovers/:takeover', async (req, res) => {
    const person = signedIn(res)
    const asked = await findTakeover(db, person, req.params.takeover)
    show(res, 'keys/takeover', {
      title: `The key of ${asked.key.school}`,
      breadcrumbs: [],
      asked,
      address: req.path,
      open: isOpen(asked),
      who: listed(asked.agreers.map(one => one.name)),
      may: { answer: isOpen(asked) && mayAgree(person, asked) },
    })
  })

  for (const [noun, answer] of [
    ['agreement', 'agreed'],
    ['refusal', 'refused'],
  ] as const) {
    routes.post(`/keys/:key/takeovers/:takeover/${noun}`, async (req, res) => {
      const person = signedIn(res)
      const asked = await findTakeover(db, person, req.params.takeover)
      allow(mayAgree(person, asked), 'A second person of the school answers this, not you.')
      if (!isOpen(asked)) throw new Conflict('This has been answered already.')
      await inOne(db, trx => answerTakeover(trx, asked, person, answer))
      await tell(db, res, answer === 'agreed' ? `${asked.asker} takes the key over now.` : 'The key stays where it is.')
      res.redirect(303, '/')
    })
  }

  return routes
}

function isOpen(asked: AskedTakeover): boolean {
  return asked.agreedAt === null && asked.refusedAt === null
}

/** The page on which a key is handed on by its owner, or taken over by the data lead. */
export async function showHandover(
  db: Db,
  res: Response,
  person: Person,
  key: FoundKey,
  form: FormState,
): Promise<void> {
  const standing = await standingOf(db, key)
  const asked = await openTakeover(db, key, person)
  show(res, 'keys/handover', {
    title: `Hand on the key of ${key.school}`,
    breadcrumbs: [
      { href: '/keys', text: 'Keys' },
      { href: `/keys/${key.id}`, text: `Key of ${key.school}` },
    ],
    school: key.school,
    group: key.group,
    owner: key.owner,
    address: `/keys/${key.id}`,
    possible: (await possibleOwners(db, key)).map(one => ({ value: one.personId, text: one.name })),
    dataLeads: standing.dataLeads,
    heads: standing.heads,
    form,
    takeover: asked ? (asked.agreedAt ? 'agreed' : 'asked') : null,
    may: {
      handOn: key.ownerId === person.id,
      takeOver: person.isDataLeadOf(key.schoolId) && key.ownerId !== person.id,
    },
  })
}

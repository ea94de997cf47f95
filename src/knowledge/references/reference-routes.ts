import { type Request, type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow, Conflict, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Person } from '../../people/person.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { reviseReference } from './adding.js'
import { typedOf, workOf } from './by-hand.js'
import { ReferenceForm, RemovalForm, RevisedStanceForm, StanceForm } from '../forms.js'
import { kindOptions, knowledgeCrumb, stanceOptions } from '../list-routes.js'
import { mayKeepReferences, maySayWhatItDoes } from '../permissions.js'
import { addressOf, findReference, type FoundReference, referencesOf, saidFor } from './references.js'
import { bringBackReference, removeReference } from './removing.js'
import { saySomethingElse, sayOfReference, takeBackWords } from './saying.js'
import { shareReference, takeBackReference } from './sharing.js'
import { shownReference } from '../shown.js'

type OfReference = Request<{ reference: string }>

/** One reference: read, put right, shared with the network, removed; and what it does to the group's thinking. */
export function referenceRoutes({ db }: House): Router {
  const routes = Router()

  /** For whoever may change the reference; `enquiry` is where the group stands now. */
  async function keeping(req: OfReference, res: Response) {
    const person = signedIn(res)
    const reference = await findReference(db, person, req.params.reference)
    const { enquiry } = reference
    if (!enquiry) allow(false)
    allow(mayKeepReferences(enquiry!))
    return { person, reference, enquiry: enquiry! }
  }

  async function saying(req: OfReference, res: Response) {
    const kept = await keeping(req, res)
    allow(maySayWhatItDoes(kept.enquiry), 'The cycle has finished, so what was said in it stays as it is.')
    return kept
  }

  routes.get('/references/:reference', async (req, res) => {
    const person = signedIn(res)
    const reference = await findReference(db, person, req.params.reference)
    show(res, 'knowledge/reference', await referencePage(db, reference))
  })

  routes.get('/references/:reference/edit', async (req, res) => {
    const { reference, enquiry } = await keeping(req, res)
    const form = formOf({ ...typedOf(reference.work), key: reference.key, version: reference.version })
    show(res, 'knowledge/form', editPage(reference, enquiry, form))
  })

  routes.post('/references/:reference', async (req, res) => {
    const { person, reference, enquiry } = await keeping(req, res)
    const reading = read(ReferenceForm, req.body)
    if (!reading.ok) return show(res.status(422), 'knowledge/form', editPage(reference, enquiry, reading.form))
    const { key, version, ...typed } = reading.values
    const revised = { work: workOf(typed, reference.work), key, version }
    const trouble = await inOne(db, trx => reviseReference(trx, enquiry, reference, person, revised)).then(
      done => (done ? null : 'Somebody else has changed this reference since you opened it. Open it again and look.'),
      (error: unknown) => {
        if (error instanceof Conflict) return error.message
        throw error
      },
    )
    if (trouble) {
      const form = addMistake(formOf(req.body), trouble.startsWith('Another') ? 'key' : 'title', trouble)
      return show(res.status(409), 'knowledge/form', editPage(reference, enquiry, form))
    }
    await tell(db, res, 'The reference is put right, wherever it is cited.')
    res.redirect(303, addressOf(reference))
  })

  routes.post('/references/:reference/stances', async (req, res) => {
    const { person, reference, enquiry } = await saying(req, res)
    const reading = read(StanceForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'knowledge/reference', await referencePage(db, reference, reading.form))
    await inOne(db, trx => sayOfReference(trx, enquiry, reference, person, reading.values))
    await tell(db, res, 'What it does to your thinking is noted.')
    res.redirect(303, `${addressOf(reference)}#what-it-does`)
  })

  routes.post('/references/:reference/stances/:stance', async (req, res) => {
    const { person, reference, enquiry } = await saying(req, res)
    const said = await sentenceOf(db, reference, enquiry, req.params.stance)
    const reading = read(RevisedStanceForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'knowledge/reference', await referencePage(db, reference, reading.form, said.id))
    await inOne(db, trx => saySomethingElse(trx, enquiry, said, person, reading.values))
    await tell(db, res, 'It says so now.')
    res.redirect(303, `${addressOf(reference)}#what-it-does`)
  })

  routes.post('/references/:reference/stances/:stance/removal', async (req, res) => {
    const { person, reference, enquiry } = await saying(req, res)
    const said = await sentenceOf(db, reference, enquiry, req.params.stance)
    await inOne(db, trx => takeBackWords(trx, enquiry, said, person))
    await tell(db, res, 'It is taken out.')
    res.redirect(303, `${addressOf(reference)}#what-it-does`)
  })

  routes.post('/references/:reference/sharing', async (req, res) => {
    const { person, reference, enquiry } = await keeping(req, res)
    await inOne(db, trx => shareReference(trx, enquiry, reference, person))
    await tell(db, res, 'Other groups of your network can find it now. What you say of it stays in the group.')
    res.redirect(303, addressOf(reference))
  })

  routes.post('/references/:reference/sharing/end', async (req, res) => {
    const { person, reference, enquiry } = await keeping(req, res)
    await inOne(db, trx => takeBackReference(trx, enquiry, reference, person))
    await tell(db, res, 'Other groups no longer find it here. Those who took it over keep their own.')
    res.redirect(303, addressOf(reference))
  })

  routes.get('/references/:reference/removal', async (req, res) => {
    const { reference, enquiry } = await keeping(req, res)
    show(res, 'knowledge/confirm', removalPage(reference, enquiry))
  })

  routes.post('/references/:reference/removal', async (req, res) => {
    const { person, reference, enquiry } = await keeping(req, res)
    const reading = read(RemovalForm, req.body)
    if (!reading.ok) return show(res.status(422), 'knowledge/confirm', removalPage(reference, enquiry, reading.form))
    await inOne(db, trx => removeReference(trx, enquiry, reference, person, reading.values.because))
    await tell(db, res, 'It is off your list. Its page says why, and brings it back.')
    res.redirect(303, addressOf(reference))
  })

  routes.post('/references/:reference/removal/end', async (req, res) => {
    const { person, reference, enquiry } = await keeping(req, res)
    await inOne(db, trx => bringBackReference(trx, enquiry, reference, person))
    await tell(db, res, 'It is on your list again.')
    res.redirect(303, addressOf(reference))
  })

  return routes
}

async function sentenceOf(db: Db, reference: FoundReference, enquiry: Enquiry, id: string) {
  return db
    .selectFrom('referenceStances')
    .select(['id', 'referenceId'])
    .where('id', '=', id)
    .where('referenceId', '=', reference.id)
    .where('enquiryId', '=', enquiry.id)
    .executeTakeFirstOrThrow(() => new NotFound('sentence'))
}

async function referencePage(db: Db, reference: FoundReference, form: FormState = formOf(), mending = '') {
  const { enquiry } = reference
  const keep = enquiry !== undefined && mayKeepReferences(enquiry)
  const removed = reference.removedAt !== null
  const said = enquiry && !removed ? await saidFor(db, enquiry, [reference.id]) : []
  const lettered = (await referencesOf(db, reference.groupId)).find(one => one.id === reference.id)
  const shown = shownReference(lettered ?? reference)
  return {
    title: shown.short,
    breadcrumbs: enquiry ? crumbsOf(enquiry, knowledgeCrumb(enquiry)) : [],
    head: enquiry ? headOf(enquiry, 'knowledge') : null,
    reference: shown,
    addedBy: enquiry ? await nameOf(db, reference.addedBy) : '',
    addedAt: reference.addedAt,
    removed: removed
      ? {
          at: reference.removedAt!,
          by: await nameOf(db, reference.removedBy!),
          because: reference.removedBecause ?? '',
        }
      : null,
    said: said.map(one => ({ ...one, here: one.enquiryId === enquiry?.id })),
    stances: stanceOptions(),
    form,
    mending,
    may: {
      keep: keep && !removed,
      say: keep && !removed && maySayWhatItDoes(enquiry),
      bringBack: keep && removed,
    },
  }
}

function editPage(reference: FoundReference, enquiry: Enquiry, form: FormState) {
  return {
    title: 'Put the reference right',
    breadcrumbs: crumbsOf(enquiry, knowledgeCrumb(enquiry)),
    head: headOf(enquiry, 'knowledge'),
    form,
    kinds: kindOptions(),
    address: addressOf(reference),
    back: addressOf(reference),
    revising: { key: reference.key },
  }
}

function removalPage(reference: FoundReference, enquiry: Enquiry, form?: FormState) {
  const shown = shownReference(reference)
  return {
    title: 'Remove a reference',
    breadcrumbs: crumbsOf(enquiry, knowledgeCrumb(enquiry)),
    confirm: {
      heading: `Remove ${shown.short}`,
      what: [
        'It leaves your list, with what you said of it, and is no longer listed in your write-up.',
        `Texts that cite ${shown.cite} show the key as it was typed.`,
      ],
      undo: 'You can bring it back from its page.',
      reason: { name: 'because', label: 'Why do you remove it?' },
      address: `${addressOf(reference)}/removal`,
      button: 'Remove it',
      cancel: { href: addressOf(reference), text: 'Keep it' },
      ...(form ? { form } : {}),
    },
  }
}

async function nameOf(db: Db, personId: Person['id']): Promise<string> {
  const row = await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
  return row?.name ?? 'Somebody who has left'
}

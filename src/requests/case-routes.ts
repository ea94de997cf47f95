import { type Response, Router } from 'express'
import type { z } from 'zod'
import { inOne, type Trx } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import { tell } from '../people/sessions.js'
import { read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { casePage, withForm } from './case-page.js'
import * as dealing from './dealing.js'
import { BreachFactsForm, ClosingForm, ExtensionForm, IdentityForm, LookByForm, NoteForm } from './forms.js'
import { beginLooking, lookBy } from './looking/looking.js'
import { namesTyped } from './opening/naming.js'
import type { RequestPage } from './pages.js'
import { mayWorkOn } from './permissions.js'
import { findRequest, type FoundRequest } from './requests.js'
import type { Told } from './said.js'

const notYours = 'The school that answers for the data deals with this case.'

/** One case, and each step of dealing with it. */
export function caseRoutes(house: House): Router {
  const { db, keys } = house
  const routes = Router()
  const at = '/networks/:network/requests/:request' as const

  routes.get(at, async (req, res) => {
    show(res, 'requests/show', await casePage(house, await findRequest(house, signedIn(res), req.params)))
  })

  /** A short form on the page of the case: read, done, and back to it. */
  function step<Schema extends z.ZodType>(
    path: string,
    form: keyof RequestPage['forms'],
    schema: Schema,
    deed: (of: { trx: Trx; found: FoundRequest }, values: z.output<Schema>) => Promise<void>,
    done: string,
  ): void {
    routes.post(`${at}/${path}`, async (req, res) => {
      const found = await findRequest(house, signedIn(res), req.params)
      allow(mayWorkOn(found.person, found.request), notYours)
      const reading = read(schema, req.body)
      if (!reading.ok)
        return show(res.status(422), 'requests/show', await casePage(house, found, withForm(form, reading.form)))
      await inOne(db, trx => deed({ trx, found }, reading.values))
      await back(res, found, done)
    })
  }

  /** A button on the page of the case. */
  function press(path: string, deed: (trx: Trx, found: FoundRequest) => Promise<void>, done: string): void {
    routes.post(`${at}/${path}`, async (req, res) => {
      const found = await findRequest(house, signedIn(res), req.params)
      allow(mayWorkOn(found.person, found.request), notYours)
      await inOne(db, trx => deed(trx, found))
      await back(res, found, done)
    })
  }

  async function back(res: Response, { address }: FoundRequest, done: string): Promise<void> {
    await tell(db, res, done)
    res.redirect(303, address)
  }

  const by = ({ trx, found }: { trx: Trx; found: FoundRequest }) => ({ trx, keys, person: found.person })
  step(
    'identity',
    'identity',
    IdentityForm,
    (of, { identity }) => dealing.noteIdentity(by(of), of.found.request, identity),
    'How you know who is asking is noted.',
  )
  step(
    'extension',
    'extension',
    ExtensionForm,
    (of, { because }) => dealing.extend(by(of), of.found.request, because),
    'The case has two more months. Tell whoever asks, with the reason, within the first month.',
  )
  step(
    'looking',
    'lookBy',
    LookByForm,
    async (of, { names, masks }) => {
      const { request, said } = of.found
      const words = { names: request.personId ? said.names : namesTyped(names), masks: namesTyped(masks) }
      await lookBy(by(of), request, words)
      await beginLooking(by(of), request.id)
    },
    'The workbench is being looked through. This page says how far it is; you can go on with something else.',
  )
  step(
    'notes',
    'note',
    NoteForm,
    (of, { noted }) => dealing.note(by(of), of.found.request, noted),
    'It is written down.',
  )
  step(
    'breach',
    'breach',
    BreachFactsForm,
    (of, { office, officeBecause, people, peopleBecause, ...facts }) =>
      dealing.describeBreach(by(of), of.found.request, {
        ...facts,
        ...{ toldOffice: told(office, officeBecause), toldPeople: told(people, peopleBecause) },
      }),
    'What you know of the breach is saved.',
  )
  step(
    'closing',
    'closing',
    ClosingForm,
    (of, { outcome }) => dealing.close(by(of), of.found.request, outcome),
    'The case is closed.',
  )
  press(
    'acknowledgement',
    (trx, found) => dealing.acknowledge(by({ trx, found }), found.request),
    'It is acknowledged.',
  )
  press('reopening', (trx, found) => dealing.openAgain(by({ trx, found }), found.request), 'The case is open again.')
  return routes
}

function told(answer: string, because: string): Told | null {
  return answer === 'yes' || answer === 'no' ? { told: answer, because } : null
}

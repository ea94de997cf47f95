import { type Response, Router } from 'express'
import { type Db, inOne } from '../database.js'
import { allow } from '../errors.js'
import type { House } from '../house.js'
import type { Reader } from '../names/reader.js'
import { tell } from '../people/sessions.js'
import { today } from '../web/now.js'
import { formOf, type FormState, read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { numberOf } from './listing/cards.js'
import { kindChoices, schoolChoices, stageChoices } from './logging/choices.js'
import { findEvidence, type Piece } from './evidence.js'
import { RevisingForm } from './forms.js'
import { kindNamed } from './kinds.js'
import type { RevisingPage } from './pages.js'
import { mayReviseEvidence } from './permissions.js'
import { reviseEvidence } from './revising.js'
import { crumbsTo } from './standing-by.js'

/** Revising the words and facts of a piece, with both texts shown when two people did so at once. */
export function revisingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/evidence/:id/edit', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(
      mayReviseEvidence(person, piece),
      'This piece is its author’s to change. You can say something about it below it.',
    )
    await showRevising(res, db, person, piece, formOf(asTyped(piece)))
  })

  routes.post('/evidence/:id/edit', async (req, res) => {
    const person = signedIn(res)
    const piece = await findEvidence(db, person, req.params.id)
    allow(
      mayReviseEvidence(person, piece),
      'This piece is its author’s to change. You can say something about it below it.',
    )
    const reading = read(RevisingForm, req.body)
    if (!reading.ok) return showRevising(res.status(422), db, person, piece, reading.form)
    const { version, ...words } = reading.values
    const known = new Set((await schoolChoices(db, piece.networkId)).map(school => school.value))
    const schools = words.schools.filter(id => known.has(id) || piece.schools.some(school => school.id === id))
    const revision = await inOne(db, trx => reviseEvidence(trx, piece, person, { ...words, schools }, version))
    if (revision.outcome === 'conflict') {
      const form = formOf({ ...(req.body as object), version: revision.theirs.version })
      const { title, whatWeSaw, kind, gatheredOn, version: latest } = revision.theirs
      const theirs = { title, whatWeSaw, kind: kindNamed(kind), gatheredOn, version: latest }
      return showRevising(res.status(409), db, person, piece, form, { theirs })
    }
    await tell(db, res, `${numberOf(piece)} is saved.`)
    res.redirect(303, `/evidence/${piece.id}`)
  })

  return routes
}

/** The form for a piece's words, with what was typed. */
export async function showRevising(
  res: Response,
  db: Db,
  person: Reader,
  piece: Piece,
  form: FormState,
  more: { theirs?: RevisingPage['theirs']; note?: string } = {},
): Promise<void> {
  show(res, 'evidence/edit', {
    title: `Change ${numberOf(piece)}`,
    breadcrumbs: await crumbsTo(db, person, piece, true),
    number: numberOf(piece),
    address: `/evidence/${piece.id}/edit`,
    back: `/evidence/${piece.id}`,
    form: { ...form, values: { ...formOf(asTyped(piece)).values, ...form.values } },
    kinds: kindChoices,
    stages: stageChoices,
    schools: await schoolChoices(db, piece.networkId),
    latest: today(),
    theirs: more.theirs ?? null,
    note: more.note ?? null,
  })
}

function asTyped({ title, whatWeSaw, kind, stage, gatheredOn, version, schools }: Piece) {
  return { title, whatWeSaw, kind, stage, gatheredOn, version, schools: schools.map(school => school.id) }
}

import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type Db, inOne } from '../database.js'
import { allow, BadInput, NotFound } from '../errors.js'
import type { Person } from '../people/person.js'
import { tell } from '../people/sessions.js'
import { isScript } from '../web/answering-scripts.js'
import { version } from '../web/fields.js'
import { read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import type { TextKind, TextOwner } from './kinds.js'
import './pages.js'
import { saverOf, saveText, type Saving, type TextPlace } from './texts.js'

const TextForm = z.strictObject({
  body: z.string().max(50_000, 'This is longer than 50,000 characters. Please shorten it or attach it as a file'),
  version: version(),
})

/** What follows at once from the saving of a text, at its address. */
export type AfterSaving = (person: Person, place: TextPlace, address: string) => Promise<void>

/** Saves any text of any room: with JavaScript as it is typed, without it by the Save button beneath it. */
export function textRoutes(db: Db, kinds: TextKind[], afterSaving: AfterSaving): Router {
  const routes = Router()

  routes.post('/texts/:kind/:owner/:field', async (req, res) => {
    const person = signedIn(res)
    const kind = kinds.find(one => one.kind === req.params.kind)
    if (!kind) throw new NotFound('text')
    const place = { kind: kind.kind, owner: req.params.owner, field: req.params.field }
    const owner = await kind.find(db, person, place.owner, place.field)
    allow(owner.mayWrite)

    const reading = read(TextForm, req.body)
    if (!reading.ok) throw new BadInput(reading.form.summary[0]!.text, 422)
    const saving = await inOne(db, trx => saveText(trx, place, reading.values, person))
    if (saving.outcome === 'conflict') return showBoth(db, req, res, owner, saving)
    await afterSaving(person, place, req.path)
    const { body, version: number, savedAt } = saving.text
    const merged = saving.outcome === 'merged'
    if (isScript(req)) return void res.json({ version: number, body, savedAt, merged })
    await tell(db, res, merged ? 'Saved, together with what somebody else wrote meanwhile.' : 'Saved.')
    res.redirect(303, owner.back)
  })

  return routes
}

/** Two people changed the same words: both texts, side by side. */
async function showBoth(
  db: Db,
  req: Request,
  res: Response,
  { label, back }: TextOwner,
  { theirs, mine }: Saving & { outcome: 'conflict' },
): Promise<void> {
  res.status(409)
  const by = await saverOf(db, theirs)
  if (isScript(req)) return void res.json({ version: theirs.version, theirs: theirs.body, mine, by })
  show(res, 'texts/both', {
    title: 'Two people changed the same words',
    label,
    address: req.path,
    back,
    theirs: { ...theirs, by },
    mine,
  })
}

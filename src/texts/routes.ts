import { Router } from 'express'
import { z } from 'zod'
import type { Db } from '../database.js'
import { allow, BadInput, NotFound } from '../errors.js'
import { tell } from '../people/sessions.js'
import { isScript } from '../web/answering-scripts.js'
import { read } from '../web/read.js'
import { show } from '../web/show.js'
import { signedIn } from '../web/signed-in.js'
import { version } from '../web/fields.js'
import type { TextKind } from './kinds.js'
import './pages.js'
import { saveText } from './texts.js'

const TextForm = z.strictObject({
  body: z.string().max(50_000, 'This is longer than 50,000 characters. Please shorten it or attach it as a file'),
  version: version(),
})

/** Saves any text of any room: with JavaScript as it is typed, without it by the Save button beneath it. */
export function textRoutes(db: Db, kinds: TextKind[]): Router {
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
    const saving = await saveText(db, place, reading.values, person)
    const asJson = isScript(req)

    if (saving.outcome === 'conflict') {
      res.status(409)
      const { theirs, mine } = saving
      if (asJson)
        return void res.json({
          version: theirs.version,
          theirs: theirs.body,
          mine,
          by: await nameOf(db, theirs.savedBy),
        })
      return show(res, 'texts/both', {
        title: 'Two people changed the same words',
        label: owner.label,
        address: req.path,
        back: owner.back,
        theirs: { ...theirs, by: await nameOf(db, theirs.savedBy) },
        mine,
      })
    }
    const { body, version: number, savedAt } = saving.text
    if (asJson) return void res.json({ version: number, body, savedAt, merged: saving.outcome === 'merged' })
    await tell(
      db,
      res,
      saving.outcome === 'merged' ? 'Saved, together with what somebody else wrote meanwhile.' : 'Saved.',
    )
    res.redirect(303, owner.back)
  })
  return routes
}

async function nameOf(db: Db, personId: string | null): Promise<string> {
  const row = personId
    ? await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst()
    : undefined
  return row?.name ?? 'Somebody else'
}

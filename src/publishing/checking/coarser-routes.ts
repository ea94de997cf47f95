import { Router } from 'express'
import { ownNames } from '../../names/names.js'
import { inOne } from '../../database.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { readTexts, saveText } from '../../texts/texts.js'
import { read } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { draftOf } from '../../write-ups/document/draft.js'
import { mayWriteUp, whoWritesUp } from '../../write-ups/permissions.js'
import { findPart, partAddress, partText, writeUpAddress } from '../../write-ups/write-ups.js'
import { CoarserForm } from '../forms.js'
import { whatGivesAway } from './what-gives-away.js'

/** A fact that gives a pseudonym away is written in a coarser form, in one press. */
export function coarserRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/write-up-parts/:part/coarser', async (req, res) => {
    const person = signedIn(res)
    const { part, writeUp } = await findPart(db, person, req.params.part)
    allow(mayWriteUp(writeUp.enquiry), whoWritesUp)
    const reading = read(CoarserForm, req.body)
    const words = reading.ok ? reading.values.words : ''
    const all = await whatGivesAway(db, await draftOf(db, writeUp))
    const one = all.find(given => given.words === words && given.at === partAddress(part))
    if (!one?.instead) throw new Conflict('These words are not there any more.')
    const { body, version } = readTexts({ text: part.text }, ownNames).text
    const place = { ...partText, owner: part.id }
    const saving = await inOne(db, trx => saveText(trx, place, { body: one.written(body), version }, person))
    if (saving.outcome === 'conflict') throw new Conflict('Somebody changed these words meanwhile.')
    await tell(db, res, `It says “${one.instead}” now.`)
    res.redirect(303, `${writeUpAddress(writeUp.enquiry)}#check`)
  })

  return routes
}

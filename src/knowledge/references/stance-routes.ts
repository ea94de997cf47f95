import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { RevisedStanceForm, StanceForm } from '../forms.js'
import { referenceToSay } from './reference-to-keep.js'
import { referencePage } from './reference-page.js'
import { addressOf } from './references.js'
import { findStance, saySomethingElse, sayOfReference, takeBackWords } from './saying.js'

/** What a work does to the group's thinking: said, said in other words, and taken out. */
export function stanceRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/references/:reference/stances', async (req, res) => {
    const { person, reference, enquiry } = await referenceToSay(db, req, res)
    const reading = read(StanceForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'knowledge/reference', await referencePage(db, reference, reading.form))
    await inOne(db, trx => sayOfReference(trx, enquiry, reference, person, reading.values))
    await tell(db, res, 'What it does to your thinking is noted.')
    res.redirect(303, `${addressOf(reference)}#what-it-does`)
  })

  routes.post('/references/:reference/stances/:stance', async (req, res) => {
    const { person, reference, enquiry } = await referenceToSay(db, req, res)
    const stance = await findStance(db, enquiry, reference, req.params.stance)
    const reading = read(RevisedStanceForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'knowledge/reference', await referencePage(db, reference, reading.form, stance.id))
    await inOne(db, trx => saySomethingElse(trx, enquiry, stance, person, reading.values))
    await tell(db, res, 'It says so now.')
    res.redirect(303, `${addressOf(reference)}#what-it-does`)
  })

  routes.post('/references/:reference/stances/:stance/removal', async (req, res) => {
    const { person, reference, enquiry } = await referenceToSay(db, req, res)
    const stance = await findStance(db, enquiry, reference, req.params.stance)
    await inOne(db, trx => takeBackWords(trx, enquiry, stance, person))
    await tell(db, res, 'It is taken out.')
    res.redirect(303, `${addressOf(reference)}#what-it-does`)
  })

  return routes
}

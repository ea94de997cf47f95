import { Router } from 'express'
import { z } from 'zod'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import { findEnquiry } from '../../enquiries/enquiry.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { findNetwork } from '../../networks/networks.js'
import { mayChangeSettings } from '../../networks/permissions.js'
import { choice, optionalLine } from '../../web/fields.js'
import { localPath } from '../../web/local-path.js'
import { read, wellRead } from '../../web/read.js'
import { signedIn } from '../../web/signed-in.js'
import { skipStep, takeUpStep } from './skipping.js'
import { stepsOfGroup, stepsOfNetwork, stepsOfPerson } from './steps.js'

const stepsAt = { networks: stepsOfNetwork, groups: stepsOfGroup, people: stepsOfPerson }
const names = Object.values(stepsAt).flatMap(steps => steps.map(one => one.step))

const SkipForm = z.strictObject({
  step: choice(names as [string, ...string[]], 'Choose a step'),
  back: optionalLine(500),
})

/** A first step is skipped, or taken up again, by those to whom it is shown. */
export function skippingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/first-steps/:noun/:id/skipped', async (req, res) => {
    const person = signedIn(res)
    const place = await findPlace(db, person, req.params)
    const { step, back } = wellRead(read(SkipForm, req.body))
    await inOne(db, trx => skipStep(trx, place, step, person))
    res.redirect(303, localPath(back))
  })

  routes.post('/first-steps/:noun/:id/taken-up', async (req, res) => {
    const place = await findPlace(db, signedIn(res), req.params)
    const { step, back } = wellRead(read(SkipForm, req.body))
    await inOne(db, trx => takeUpStep(trx, place, step))
    res.redirect(303, localPath(back))
  })

  return routes
}

/** @throws NotFound, or NotAllowed where its first steps are not this person's */
async function findPlace(db: Db, person: Reader, { noun, id }: { noun: string; id: string }): Promise<string> {
  if (noun === 'networks') allow(mayChangeSettings(person, await findNetwork(db, person, id)))
  else if (noun === 'groups') allow((await findEnquiry(db, person, id)).standing.member)
  else if (noun !== 'people' || id !== person.id) throw new NotFound('page')
  return `${noun}/${id}`
}

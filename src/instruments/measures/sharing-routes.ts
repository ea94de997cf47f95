import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { signedIn } from '../../web/signed-in.js'
import { mayShareNumbersOf, mayTakeNumbersBack } from '../permissions.js'
import { findMeasure, shareNumbers } from './measures.js'
import { schoolsToMeasure } from '../schools.js'

/** A school's numbers are shared with the network, and taken back. */
export function sharingRoutes({ db }: House): Router {
  const routes = Router()

  routes.post('/measures/:measure/schools/:school/sharing', async (req, res) => {
    await share(signedIn(res), req.params.measure, req.params.school, true)
    await tell(db, res, 'Your school’s numbers are shared with the network. You can take them back at any time.')
    res.redirect(303, `/measures/${req.params.measure}`)
  })

  routes.post('/measures/:measure/schools/:school/sharing/end', async (req, res) => {
    const person = signedIn(res)
    await share(person, req.params.measure, req.params.school, false)
    await tell(db, res, 'The numbers are taken back.')
    const still = await findMeasure(db, person, req.params.measure).catch(() => undefined)
    res.redirect(303, still ? `/measures/${still.id}` : '/')
  })

  async function share(person: Reader, measureId: string, schoolId: string, shared: boolean): Promise<void> {
    const found = await findMeasure(db, person, measureId)
    const school = (await schoolsToMeasure(db, found.enquiry)).find(one => one.id === schoolId)
    if (!school) throw new NotFound('school')
    const may = shared ? mayShareNumbersOf : mayTakeNumbersBack
    allow(
      may(person, found.enquiry, school.id),
      'A school’s numbers are shared by a member of the group from that school.',
    )
    await inOne(db, trx => shareNumbers(trx, found, person, school, shared))
  }

  return routes
}

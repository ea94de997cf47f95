import { Router } from 'express'
import { schoolsByIds } from '../../networks/schools/schools.js'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { ExpertiseForm, SuccessSignForm } from '../forms.js'
import { stageAddress } from '../head.js'
import { stagePage } from '../stages/stage-page.js'
import type { StagePart } from '../stages/stage-parts.js'
import { enquiryToWrite } from '../writing-stages.js'
import { addExpertise, addSuccessSign } from './recording.js'

/** Who already knows how, and what would count as success. */
export function recordRoutes({ db }: House, parts: StagePart[]): Router {
  const routes = Router()

  routes.post('/groups/:group/expertise', async (req, res) => {
    const { person, enquiry } = await enquiryToWrite(db, req, res)
    const reading = read(ExpertiseForm, req.body)
    const form = reading.ok ? formOf(req.body) : reading.form
    const school = reading.ok ? reading.values.school : ''
    if (school && !(await schoolsByIds(db, enquiry.schoolIds)).some(one => one.id === school))
      addMistake(form, 'school', 'Choose a school that takes part, or leave it open')
    if (!reading.ok || form.summary.length > 0) {
      const page = await stagePage(db, person, enquiry, 'context', parts, { expertise: form })
      return show(res.status(422), 'enquiries/stage', page)
    }
    const { school: _, ...entry } = reading.values
    await inOne(db, trx => addExpertise(trx, enquiry, person, { ...entry, schoolId: school || null }))
    await tell(db, res, `${entry.who} is on the expertise map.`)
    res.redirect(303, `${stageAddress(enquiry, 'context')}#expertise`)
  })

  routes.post('/groups/:group/success-signs', async (req, res) => {
    const { person, enquiry } = await enquiryToWrite(db, req, res)
    const reading = read(SuccessSignForm, req.body)
    if (!reading.ok) {
      const page = await stagePage(db, person, enquiry, 'purpose', parts, { sign: reading.form })
      return show(res.status(422), 'enquiries/stage', page)
    }
    await inOne(db, trx => addSuccessSign(trx, enquiry, person, reading.values))
    await tell(db, res, 'The sign of success is added.')
    res.redirect(303, `${stageAddress(enquiry, 'purpose')}#success-signs`)
  })

  return routes
}

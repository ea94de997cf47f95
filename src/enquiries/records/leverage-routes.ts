import { Router } from 'express'
import type { z } from 'zod'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { LeverageForm } from '../forms.js'
import { stageAddress } from '../head.js'
import { lastJudged } from '../stages/shown-records.js'
import { judgements, leverageTests } from '../stages/stage-fields.js'
import { stagePage } from '../stages/stage-page.js'
import type { StagePart } from '../stages/stage-parts.js'
import type { LeverageTest } from '../tables.js'
import { enquiryToWrite } from '../writing-stages.js'
import { type JudgedLeverage, judgeLeverage } from './recording.js'
import { leverageOf } from './records.js'

type Given = z.output<typeof LeverageForm>

/** The question is tested: is it worth the group's time, in the four ways that are asked. */
export function leverageRoutes({ db }: House, parts: StagePart[]): Router {
  const routes = Router()

  routes.post('/groups/:group/leverage', async (req, res) => {
    const { person, enquiry } = await enquiryToWrite(db, req, res)
    const reading = read(LeverageForm, req.body)
    const again = async (leverage: FormState, status: number) => {
      const page = await stagePage(db, person, enquiry, 'purpose', parts, { leverage })
      show(res.status(status), 'enquiries/stage', page)
    }
    if (!reading.ok) return again(reading.form, 422)
    const judged = await leverageOf(db, enquiry)
    if (reading.values.seen !== lastJudged(judged)) {
      const form = writtenMeanwhile(formOf(req.body), reading.values, judged)
      if (form.summary.length > 0) return again(form, 409)
    }
    for (const test of judgedAnew(reading.values, judged))
      await inOne(db, trx => judgeLeverage(trx, enquiry, person, test))
    await tell(db, res, 'The tests of leverage are saved.')
    res.redirect(303, `${stageAddress(enquiry, 'purpose')}#leverage`)
  })

  return routes
}

/** The tests that somebody else has judged otherwise since the form was opened, each with their words beside it. */
function writtenMeanwhile(form: FormState, given: Given, judged: LeverageTest[]): FormState {
  form.values.seen = lastJudged(judged)
  for (const { test, judgement, because } of judged)
    if ((given[test] ?? '') !== judgement || given[`${test}Because`] !== because)
      addMistake(
        form,
        test,
        `Somebody wrote meanwhile: ${judgement}, because ${because}. Yours is kept here; save again to put it in its place.`,
      )
  return form
}

/** The tests that are judged for the first time, or otherwise than before. */
function judgedAnew(given: Given, judged: LeverageTest[]): JudgedLeverage[] {
  return leverageTests.flatMap(({ test }) => {
    const judgement = judgements.find(one => one === given[test])
    const because = given[`${test}Because`]
    const before = judged.find(one => one.test === test)
    const same = before?.judgement === judgement && before?.because === because
    return judgement && !same ? [{ test, judgement, because }] : []
  })
}

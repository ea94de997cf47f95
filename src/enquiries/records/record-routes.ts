import { type Request, type Response, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { schoolsOf } from '../../groups/people.js'
import { tell } from '../../people/sessions.js'
import type { Stage } from '../../stages.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { type Enquiry, findEnquiry } from '../enquiry.js'
import { ExpertiseForm, LeverageForm, SuccessSignForm } from '../forms.js'
import { crumbsOf, headOf, stageAddress } from '../head.js'
import { mayWriteStages } from '../permissions.js'
import { addExpertise, addSuccessSign, judgeLeverage, removable, takeOut } from './recording.js'
import { expertiseOf, leverageOf, successSignsOf } from './records.js'
import { judgements, leverageTests } from '../stages/stage-fields.js'
import { lastJudged } from '../stages/shown-records.js'
import { type StageForms, stagePage } from '../stages/stage-page.js'
import type { StagePart } from '../stages/stage-parts.js'

/** The records of the first two stages: who knows how, the tests of the question, success. */
export function recordRoutes({ db }: House, parts: StagePart[]): Router {
  const routes = Router()

  async function writing(req: Request<{ group: string }>, res: Response) {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    allow(mayWriteStages(enquiry))
    return { person, enquiry }
  }

  async function again(res: Response, enquiry: Enquiry, stage: Stage, forms: StageForms, status = 422) {
    show(res.status(status), 'enquiries/stage', await stagePage(db, signedIn(res), enquiry, stage, parts, forms))
  }

  routes.post('/groups/:group/expertise', async (req, res) => {
    const { person, enquiry } = await writing(req, res)
    const reading = read(ExpertiseForm, req.body)
    if (!reading.ok) return again(res, enquiry, 'context', { expertise: reading.form })
    const { school, ...entry } = reading.values
    if (school && !(await schoolsOf(db, enquiry.schoolIds)).some(one => one.id === school)) {
      const form = addMistake(formOf(req.body), 'school', 'Choose a school that takes part, or leave it open')
      return again(res, enquiry, 'context', { expertise: form })
    }
    await inOne(db, trx => addExpertise(trx, enquiry, person, { ...entry, schoolId: school || null }))
    await tell(db, res, `${entry.who} is on the expertise map.`)
    res.redirect(303, `${stageAddress(enquiry, 'context')}#expertise`)
  })

  routes.post('/groups/:group/leverage', async (req, res) => {
    const { person, enquiry } = await writing(req, res)
    const reading = read(LeverageForm, req.body)
    if (!reading.ok) return again(res, enquiry, 'purpose', { leverage: reading.form })
    const judged = await leverageOf(db, enquiry)
    if (reading.values.seen !== lastJudged(judged)) {
      const form = formOf(req.body)
      form.values.seen = lastJudged(judged)
      for (const one of judged) {
        const mine = reading.values[one.test as keyof typeof reading.values] ?? ''
        const because = reading.values[`${one.test}Because` as keyof typeof reading.values]
        if (mine !== one.judgement || because !== one.because)
          addMistake(
            form,
            one.test,
            `Somebody wrote meanwhile: ${one.judgement}, because ${one.because}. Yours is kept here; save again to put it in its place.`,
          )
      }
      if (form.summary.length > 0) return again(res, enquiry, 'purpose', { leverage: form }, 409)
    }
    for (const { test } of leverageTests) {
      const judgement = judgements.find(one => one === reading.values[test])
      const because = reading.values[`${test}Because`]
      const before = judged.find(one => one.test === test)
      if (judgement && !(before?.judgement === judgement && before.because === because))
        await inOne(db, trx => judgeLeverage(trx, enquiry, person, { test, judgement, because }))
    }
    await tell(db, res, 'The tests of leverage are saved.')
    res.redirect(303, `${stageAddress(enquiry, 'purpose')}#leverage`)
  })

  routes.post('/groups/:group/success-signs', async (req, res) => {
    const { person, enquiry } = await writing(req, res)
    const reading = read(SuccessSignForm, req.body)
    if (!reading.ok) return again(res, enquiry, 'purpose', { sign: reading.form })
    await inOne(db, trx => addSuccessSign(trx, enquiry, person, reading.values))
    await tell(db, res, 'The sign of success is added.')
    res.redirect(303, `${stageAddress(enquiry, 'purpose')}#success-signs`)
  })

  routes.get('/groups/:group/:what/:id/taking-out', async (req, res, next) => {
    const { what, id } = req.params
    if (!isRemovable(what)) return next()
    const { enquiry } = await writing(req, res)
    const words = await wordsOf(db, enquiry, what, id)
    if (words === undefined) throw new NotFound('record')
    show(res, 'enquiries/confirm', {
      title: 'Take this out',
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'stages'),
      confirm: {
        heading: 'Take this out of the stage',
        what: [`“${words}” disappears from the stage.`, 'The group’s history says that it was taken out, and by whom.'],
        undo: 'You can write it in again.',
        address: req.path,
        button: 'Take it out',
        cancel: { href: `${stageAddress(enquiry, removable[what].stage)}#${what}`, text: 'Leave it in' },
      },
    })
  })

  routes.post('/groups/:group/:what/:id/taking-out', async (req, res, next) => {
    const { what, id } = req.params
    if (!isRemovable(what)) return next()
    const { person, enquiry } = await writing(req, res)
    await inOne(db, trx => takeOut(trx, enquiry, person, what, id))
    await tell(db, res, 'It is taken out.')
    res.redirect(303, `${stageAddress(enquiry, removable[what].stage)}#${what}`)
  })

  return routes
}

function isRemovable(what: string): what is keyof typeof removable {
  return Object.hasOwn(removable, what)
}

async function wordsOf(db: Db, enquiry: Enquiry, what: keyof typeof removable, id: string) {
  if (what === 'expertise') return (await expertiseOf(db, enquiry)).find(one => one.id === id)?.who
  return (await successSignsOf(db, enquiry)).find(one => one.id === id)?.sign
}

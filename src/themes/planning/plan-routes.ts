import { Router } from 'express'
import { z } from 'zod'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { text } from '../../web/fields.js'
import { queried } from '../../web/page-of.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import '../pages.js'
import { type FoundTheme, findTheme } from '../themes.js'
import { plansOf, savePlan, schoolYearInWords, schoolYearOf } from './plans.js'

const amount = z
  .string()
  .optional()
  .transform(typed => (typed ?? '').replace(/[£,\s]/g, ''))
  .pipe(z.string().regex(/^(\d{1,7}(\.\d{1,2})?)?$/, 'Enter an amount in pounds, such as 450 or 450.50'))
  .transform(typed => (typed === '' ? null : Math.round(Number(typed) * 100)))

const days = z
  .string()
  .optional()
  .transform(typed => (typed ?? '').trim().replace('½', '.5').replace(',', '.'))
  .pipe(z.string().regex(/^(\d{0,3}(\.[05])?)?$/, 'Enter whole or half days, such as 3 or 2.5'))
  .transform(typed => (typed === '' ? null : Math.round(Number(typed) * 2)))

const PlanForm = z.strictObject({
  schoolYear: z.coerce.number().int().min(2000).max(2100),
  pounds: amount,
  days,
  notes: text(2000),
})

/** What a theme plans for a school year: money, a researcher’s days, and what for. */
export function planRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/themes/:theme/plan' as const

  routes.get(at, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    allow(found.may.change)
    const year = Number(queried(req, 'year')) || schoolYearOf()
    const plan = (await plansOf(db, found.theme.id)).find(one => one.schoolYear === year)
    const form = formOf({
      schoolYear: year,
      pounds: plan?.pence === null || plan?.pence === undefined ? '' : (plan.pence / 100).toFixed(2).replace('.00', ''),
      days: plan?.researcherHalfDays === null || plan === undefined ? '' : plan.researcherHalfDays / 2,
      notes: plan?.notes ?? '',
    })
    show(res, 'themes/plan', await planPage(db, found, form))
  })

  routes.post(at, async (req, res) => {
    const found = await findTheme(db, signedIn(res), req.params)
    allow(found.may.change)
    const reading = read(PlanForm, req.body)
    if (!reading.ok) return show(res.status(422), 'themes/plan', await planPage(db, found, reading.form))
    const { schoolYear, pounds: pence, days: researcherHalfDays, notes } = reading.values
    await inOne(db, trx => savePlan(trx, found.theme, found.person, { schoolYear, pence, researcherHalfDays, notes }))
    await tell(db, res, `The plan for ${schoolYearInWords(schoolYear)} is saved.`)
    res.redirect(303, found.address)
  })

  return routes
}

async function planPage(db: Db, { theme, head, address }: FoundTheme, form: FormState) {
  const chosen = Number(form.values.schoolYear) || schoolYearOf()
  const known = (await plansOf(db, theme.id)).map(one => one.schoolYear)
  const years = [...new Set([schoolYearOf() + 1, schoolYearOf(), ...known])].sort((one, other) => other - one)
  return {
    title: `Plan for ${schoolYearInWords(chosen)}`,
    head,
    theme,
    address,
    year: { value: chosen, text: schoolYearInWords(chosen) },
    others: years.filter(one => one !== chosen).map(one => ({ value: one, text: schoolYearInWords(one) })),
    form,
  }
}

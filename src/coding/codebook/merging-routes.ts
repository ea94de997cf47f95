import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { MergingForm } from '../forms.js'
import type { MergePage } from './pages.js'
import { timesUsed } from '../passages/codings.js'
import { codeChoices, findCodeToChange, type FoundCode } from './book.js'
import { mergeCode } from './merging-codes.js'

/** Making one code of two. */
export function mergingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/codes/:code/merging', async (req, res) => {
    const person = signedIn(res)
    const code = await findCodeToChange(db, person, req.params.code)
    const times = (await timesUsed(db, person, code.enquiry)).get(code.id) ?? 0
    show(res, 'coding/merge', mergePage(code, times, formOf()))
  })

  routes.post('/codes/:code/merging', async (req, res) => {
    const person = signedIn(res)
    const code = await findCodeToChange(db, person, req.params.code)
    const reading = read(MergingForm, req.body)
    const times = (await timesUsed(db, person, code.enquiry)).get(code.id) ?? 0
    if (!reading.ok) return show(res.status(422), 'coding/merge', mergePage(code, times, reading.form))
    await inOne(db, trx => mergeCode(trx, code, reading.values.into, person))
    await tell(db, res, `“${code.name}” is merged. What was coded with it followed. You can undo this.`)
    res.redirect(303, `/codes/${reading.values.into}`)
  })

  return routes
}

function mergePage(code: FoundCode, times: number, form: FormState): MergePage {
  return {
    title: `Merge the code ${code.name}`,
    ...aroundCoding(code.enquiry, codesCrumb(code), { href: code.href, text: code.name }),
    code,
    form,
    others: codeChoices(code.book.filter(one => one.id !== code.id)),
    times,
  }
}

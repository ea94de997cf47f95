import { Router } from 'express'
import { inOne } from '../../database.js'
import type { House } from '../../house.js'
import type { BesidePart } from '../../networks/year.js'
import { sendCsv } from '../../web/csv.js'
import { read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { passageColumns } from '../comparing/columns.js'
import { MemoForm } from '../forms.js'
import { writeOnCode } from '../memos/memos.js'
import { codingsOf } from '../passages/codings.js'
import { passageLines } from '../passages/passage-lines.js'
import { findCode, findCodeToChange } from './book.js'
import { codePage } from './code-page.js'

/** A code's own page: its passages, and the memos on it. @param beside what later rooms show on it */
export function codeRoutes({ db }: House, beside: BesidePart[]): Router {
  const routes = Router()

  routes.get('/codes/:code', async (req, res) => {
    const person = signedIn(res)
    show(res, 'coding/code', await codePage(req, db, person, await findCode(db, person, req.params.code), beside))
  })

  routes.get('/codes/:code/passages.csv', async (req, res) => {
    const person = signedIn(res)
    const code = await findCode(db, person, req.params.code)
    const passages = await codingsOf(db, person, code.enquiry, { codes: [code.id, ...code.below] })
    const lines = await passageLines(db, passages, code.book)
    sendCsv(res, `code-${code.mark.toLowerCase()}`, passageColumns, lines)
  })

  routes.post('/codes/:code/memos', async (req, res) => {
    const person = signedIn(res)
    const code = await findCodeToChange(db, person, req.params.code)
    const reading = read(MemoForm, req.body)
    if (!reading.ok)
      return show(res.status(422), 'coding/code', await codePage(req, db, person, code, beside, reading.form))
    await inOne(db, trx => writeOnCode(trx, code, person, reading.values.words))
    res.redirect(303, `${code.href}#memos`)
  })

  return routes
}

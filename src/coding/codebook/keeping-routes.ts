import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { queried } from '../../web/page-of.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { CodeForm, DescriptionForm } from '../forms.js'
import { mayCode } from '../permissions.js'
import { bookOf, findCode, findCodeToChange, findCodingGroup } from './book.js'
import { changeCodePage, newCodePage } from './code-form-page.js'
import { codeNamed, describeCode, makeCode } from './keeping-codes.js'

/** Making a code, and saying better what it is for. */
export function keepingRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/codes/new', async (req, res) => {
    const enquiry = await findCodingGroup(db, signedIn(res), req.params.group)
    allow(mayCode(enquiry))
    show(res, 'coding/code-form', await newCodePage(db, enquiry, formOf({ parentId: queried(req, 'under') })))
  })

  routes.post('/groups/:group/codes', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    allow(mayCode(enquiry))
    const reading = read(CodeForm, req.body)
    if (!reading.ok) return show(res.status(422), 'coding/code-form', await newCodePage(db, enquiry, reading.form))
    const known = codeNamed(await bookOf(db, enquiry), reading.values.name)
    if (known) {
      const form = addMistake(formOf(req.body), 'name', `There is a code “${known.name}” already`)
      return show(res.status(422), 'coding/code-form', await newCodePage(db, enquiry, form))
    }
    const code = await inOne(db, trx => makeCode(trx, enquiry, person, reading.values))
    await tell(db, res, `The code “${code.name}” is in the codebook.`)
    res.redirect(303, `/groups/${enquiry.groupId}/codes#code-${code.id}`)
  })

  routes.get('/codes/:code/edit', async (req, res) => {
    const code = await findCodeToChange(db, signedIn(res), req.params.code)
    show(res, 'coding/code-form', changeCodePage(code, formOf({ ...code, parentId: null })))
  })

  routes.post('/codes/:code', async (req, res) => {
    const person = signedIn(res)
    const code = await findCodeToChange(db, person, req.params.code)
    const reading = read(DescriptionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'coding/code-form', changeCodePage(code, reading.form))
    const { version, ...values } = reading.values
    const known = codeNamed(code.book, values.name)
    if (known && known.id !== code.id) {
      const form = addMistake(
        formOf(req.body),
        'name',
        `There is a code “${known.name}” already. To make one code of the two, merge them.`,
      )
      return show(res.status(422), 'coding/code-form', changeCodePage(code, form))
    }
    const described = { ...values, mark: values.mark || code.mark }
    if (!(await inOne(db, trx => describeCode(trx, code, person, described, version)))) {
      const now = await findCode(db, person, code.id)
      const form = addMistake(
        formOf({ ...(req.body as object), version: now.version }),
        'name',
        'Somebody has changed this code since you opened it. Read theirs, and then save what it should say.',
      )
      return show(res.status(409), 'coding/code-form', { ...changeCodePage(now, form), theirs: now })
    }
    await tell(db, res, `“${values.name}” is saved.`)
    res.redirect(303, code.href)
  })

  return routes
}

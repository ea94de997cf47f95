import { type Request, Router } from 'express'
import { type Db, inOne } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import { allow, Conflict } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { bookOf, codeChoices, findCode, findCodingGroup, type FoundCode } from './book.js'
import { countPassages } from '../comparing/coded-pieces.js'
import { codingsOf, timesUsed } from '../passages/codings.js'
import { colours } from './colours.js'
import { codeColumns, passageColumns } from '../comparing/columns.js'
import { CodeForm, DescriptionForm, MemoForm } from '../forms.js'
import { codeNamed, describeCode, makeCode } from './keeping-codes.js'
import { memosOnCode, writeOnCode } from '../memos/memos.js'
import type { CodeFormPage, CodePage } from '../pages.js'
import { passageLines } from '../passages/passage-lines.js'
import { mayCode } from '../permissions.js'
import { stepsShown } from '../undoing/steps.js'
import { waysOf } from '../ways.js'

/** The codebook of a group, and each code's own page. */
export function bookRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/groups/:group/codes', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    const times = await timesUsed(db, person, enquiry)
    const codes = (await bookOf(db, enquiry)).map(code => ({ ...code, times: times.get(code.id) ?? 0 }))
    const address = `/groups/${enquiry.groupId}/codes`
    show(res, 'coding/codes', {
      title: `Codes of ${enquiry.groupName}`,
      ...placeIn(enquiry),
      codes: codes.filter(code => !code.retiredAt),
      retired: codes.filter(code => code.retiredAt),
      steps: await stepsShown(db, person, enquiry, address),
      ways: waysOf(enquiry, address),
      csv: `${address}.csv`,
      address,
      may: { code: mayCode(enquiry) },
    })
  })

  routes.get('/groups/:group/codes.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findCodingGroup(db, person, req.params.group)
    const times = await timesUsed(db, person, enquiry)
    const lines = (await bookOf(db, enquiry)).map(code => ({ ...code, passages: times.get(code.id) ?? 0 }))
    sendCsv(res, `${enquiry.groupId}-codes`, codeColumns, lines)
  })

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

  routes.get('/codes/:code', async (req, res) => {
    const person = signedIn(res)
    show(res, 'coding/code', await codePage(req, db, person, await findCode(db, person, req.params.code)))
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
    const code = await findCode(db, person, req.params.code)
    allow(mayCode(code.enquiry))
    const reading = read(MemoForm, req.body)
    if (!reading.ok) return show(res.status(422), 'coding/code', await codePage(req, db, person, code, reading.form))
    await inOne(db, trx => writeOnCode(trx, code, person, reading.values.words))
    res.redirect(303, `${code.href}#memos`)
  })

  routes.get('/codes/:code/edit', async (req, res) => {
    const code = await findCode(db, signedIn(res), req.params.code)
    allow(mayCode(code.enquiry))
    show(res, 'coding/code-form', describePage(code, formOf({ ...code, parentId: null })))
  })

  routes.post('/codes/:code', async (req, res) => {
    const person = signedIn(res)
    const code = await findCode(db, person, req.params.code)
    allow(mayCode(code.enquiry))
    const reading = read(DescriptionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'coding/code-form', describePage(code, reading.form))
    const { version, ...values } = reading.values
    const known = codeNamed(code.book, values.name)
    if (known && known.id !== code.id) {
      const form = addMistake(
        formOf(req.body),
        'name',
        `There is a code “${known.name}” already. To make one code of the two, merge them.`,
      )
      return show(res.status(422), 'coding/code-form', describePage(code, form))
    }
    const described = { ...values, mark: values.mark || code.mark }
    if (!(await inOne(db, trx => describeCode(trx, code, person, described, version)))) {
      const now = await findCode(db, person, code.id)
      const form = addMistake(
        formOf({ ...(req.body as object), version: now.version }),
        'name',
        'Somebody has changed this code since you opened it. Read theirs, and then save what it should say.',
      )
      return show(res.status(409), 'coding/code-form', { ...describePage(now, form), theirs: now })
    }
    await tell(db, res, `“${values.name}” is saved.`)
    res.redirect(303, code.href)
  })

  return routes
}

export function placeIn(enquiry: Enquiry, ...crumbs: { href: string; text: string }[]) {
  return { breadcrumbs: crumbsOf(enquiry, ...crumbs), head: headOf(enquiry, 'codes') }
}

export function codesCrumb({ groupId }: Pick<Enquiry, 'groupId'>) {
  return { href: `/groups/${groupId}/codes`, text: 'Codes' }
}

const colourChoices = colours.map(({ key, name, line }) => ({ value: key, text: `${name}, ${line} line` }))

async function newCodePage(db: Db, enquiry: Enquiry, form: FormState): Promise<CodeFormPage> {
  return {
    title: 'Make a code',
    ...placeIn(enquiry, codesCrumb(enquiry)),
    form,
    address: `/groups/${enquiry.groupId}/codes`,
    back: `/groups/${enquiry.groupId}/codes`,
    heading: 'Make a code',
    button: 'Make the code',
    colours: [{ value: '', text: 'Choose for me' }, ...colourChoices],
    parents: codeChoices(await bookOf(db, enquiry)),
    theirs: null,
  }
}

function describePage(code: FoundCode, form: FormState): CodeFormPage {
  return {
    title: `Change the code ${code.name}`,
    ...placeIn(code.enquiry, codesCrumb(code), { href: code.href, text: code.name }),
    form,
    address: code.href,
    back: code.href,
    heading: `Change the code “${code.name}”`,
    button: 'Save the code',
    colours: colourChoices,
    parents: null,
    theirs: null,
  }
}

const passagesAPage = 40

async function codePage(
  req: Request,
  db: Db,
  person: Reader,
  code: FoundCode,
  memoForm?: FormState,
): Promise<CodePage> {
  if (code.removedAt) throw new Conflict('This code is not in use any more.')
  const filters = { codes: [code.id, ...code.below] }
  const counting = { db, person, enquiry: code.enquiry, book: code.book, filters }
  const page = { size: passagesAPage, number: pageNumber(req) }
  const passages = await codingsOf(db, person, code.enquiry, filters, page)
  return {
    title: `Code ${code.name}`,
    ...placeIn(code.enquiry, codesCrumb(code)),
    code,
    parent: code.book.find(one => one.id === code.parentId) ?? null,
    below: code.book.filter(one => one.parentId === code.id),
    page: pageOf(req, await passageLines(db, passages, code.book), await countPassages(counting), passagesAPage),
    memos: await memosOnCode(db, code.id),
    memoForm: memoForm ?? formOf(),
    steps: await stepsShown(db, person, code.enquiry, code.href),
    csv: `${code.href}/passages.csv`,
    may: { code: mayCode(code.enquiry) },
  }
}

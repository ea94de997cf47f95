import { Router } from 'express'
import { type Db, inOne } from '../../database.js'
import { allow } from '../../errors.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, type FormState, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { findCode, findCodingGroup } from '../codebook/book.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { MemoRevisionForm } from '../forms.js'
import { findMemo, type MemoInView, removeMemo, reviseMemo } from './memos.js'
import type { MemoPage } from './pages.js'
import { mayCode } from '../permissions.js'

/** Changing a memo, and taking it away. */
export function memoRoutes({ db }: House): Router {
  const routes = Router()

  routes.get('/memos/:memo', async (req, res) => {
    const person = signedIn(res)
    const memo = await findMemo(db, person, req.params.memo)
    show(res, 'coding/memo', await memoPage(db, person, memo, formOf(memo)))
  })

  routes.post('/memos/:memo', async (req, res) => {
    const person = signedIn(res)
    const memo = await findMemo(db, person, req.params.memo)
    const page = await memoPage(db, person, memo, formOf(memo))
    const reading = read(MemoRevisionForm, req.body)
    if (!reading.ok) return show(res.status(422), 'coding/memo', { ...page, form: reading.form })
    if (!(await inOne(db, trx => reviseMemo(trx, memo, person, reading.values.words, reading.values.version)))) {
      const now = await findMemo(db, person, memo.id)
      const form = addMistake(
        formOf({ ...(req.body as object), version: now.version }),
        'words',
        'Somebody has changed this memo since you opened it. Read theirs, and then save what it should say.',
      )
      const theirs = { words: now.words, by: now.writtenByName, at: now.writtenAt }
      return show(res.status(409), 'coding/memo', { ...page, form, theirs })
    }
    await tell(db, res, 'The memo is saved.')
    res.redirect(303, page.back)
  })

  routes.post('/memos/:memo/removal', async (req, res) => {
    const person = signedIn(res)
    const memo = await findMemo(db, person, req.params.memo)
    const page = await memoPage(db, person, memo, formOf())
    await inOne(db, trx => removeMemo(trx, memo, person))
    await tell(db, res, 'The memo is taken away. You can undo this.')
    res.redirect(303, page.back)
  })

  return routes
}

async function memoPage(db: Db, person: Reader, memo: MemoInView, form: FormState): Promise<MemoPage> {
  const enquiry = await findCodingGroup(db, person, memo.groupId)
  allow(mayCode(enquiry))
  const code = memo.codeId ? await findCode(db, person, memo.codeId) : null
  const back = code ? `${code.href}#memos` : `/evidence/${memo.evidenceId}/coding`
  return {
    title: 'Change a memo',
    ...aroundCoding(enquiry, codesCrumb(enquiry)),
    form,
    address: `/memos/${memo.id}`,
    back,
    about: code ? `About the code “${code.name}”` : 'About a passage',
    theirs: null,
  }
}

import type { Request } from 'express'
import type { Db } from '../../database.js'
import { Conflict } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { type BesidePart, partsBeside } from '../../networks/year.js'
import { pageNumber, pageOf } from '../../web/page-of.js'
import { formOf, type FormState } from '../../web/read.js'
import { aroundCoding, codesCrumb } from '../around-coding.js'
import { countPassages } from '../comparing/coded-pieces.js'
import { memosOnCode } from '../memos/memos.js'
import type { CodePage } from './pages.js'
import { codingsOf } from '../passages/codings.js'
import { passageLines } from '../passages/passage-lines.js'
import { mayCode } from '../permissions.js'
import { stepsShown } from '../undoing/undo-bar.js'
import type { FoundCode } from './book.js'

const passagesAPage = 40

/** A code with what carries it and what was thought about it. @throws Conflict when it is not in use any more */
export async function codePage(
  req: Request,
  db: Db,
  person: Reader,
  code: FoundCode,
  beside: BesidePart[],
  memoForm?: FormState,
): Promise<CodePage> {
  if (code.removedAt) throw new Conflict('This code is not in use any more.')
  const filters = { codes: [code.id, ...code.below] }
  const counting = { db, person, enquiry: code.enquiry, book: code.book, filters }
  const page = { size: passagesAPage, number: pageNumber(req) }
  const passages = await codingsOf(db, person, code.enquiry, filters, page)
  return {
    title: `Code ${code.name}`,
    ...aroundCoding(code.enquiry, codesCrumb(code)),
    code,
    parent: code.book.find(one => one.id === code.parentId) ?? null,
    below: code.book.filter(one => one.parentId === code.id),
    page: pageOf(req, await passageLines(db, passages, code.book), await countPassages(counting), passagesAPage),
    beside: await partsBeside(beside, 'code', db, person, code.id),
    memos: await memosOnCode(db, code.id),
    memoForm: memoForm ?? formOf(),
    steps: await stepsShown(db, person, code.enquiry, code.href),
    csv: `${code.href}/passages.csv`,
    may: { code: mayCode(code.enquiry) },
  }
}

import type { Document } from '../documents/document.js'
import { headingsOf, withOwnIds, withSteadyLevels } from '../documents/headings.js'
import { notesIn, withNumberedNotes } from '../documents/notes.js'
import { slabsOf } from './blocks/blocks.js'
import { Bookmarks } from './file/bookmarks.js'
import { contentsSlabs } from './pages/contents-page.js'
import { newPress } from './file/inside-pdfkit.js'
import { Links } from './file/links.js'
import { filed, type Form } from './form.js'
import { describe } from './file/metadata.js'
import { FootNotes } from './blocks/notes.js'
import { drawFoot } from './pages/page-foot.js'
import { drawPage, evenPagesOf, pagesOf } from './pages/pages.js'
import { Pen } from './pen.js'
import { Pictures } from './blocks/pictures.js'
import { firstSetting, type Setting } from './setting.js'
import { sheetsOf, type Sheet } from './pages/sheets.js'
import type { Page } from './blocks/slabs.js'
import { placeOfMark, placeOfNote } from './lettering/spans.js'
import { titlePagesOf, titleSlabs } from './pages/title-page.js'

/**
 * Draws a document as a PDF: first everything is set on pages, then drawn, so that the contents know their page numbers.
 *
 * @param said what is drawn
 * @param picturePath the file of each picture by its id
 * @param form the paper, and what stands on it beside the text
 * @returns the whole PDF
 */
export function compose(said: Document, picturePath: Record<string, string>, form: Form = filed): Promise<Buffer> {
  return new Promise(resolve => resolve(composed(said, picturePath, form)))
}

function composed(said: Document, picturePath: Record<string, string>, form: Form): Buffer {
  const document = { ...said, parts: withNumberedNotes(withSteadyLevels(withOwnIds(said.parts))) }
  const press = newPress(document)
  const pen = new Pen(press)
  describe(press, document)
  const links = new Links([...headingsOf(document.parts).map(({ id }) => id), ...entriesIn(document)], document.address)
  notesIn(document.parts).forEach(({ number }) => links.add(placeOfNote(number), placeOfMark(number)))
  const pageOf = new Map<string, number>()
  const pictures = new Pictures(pen, picturePath)
  const usual = firstSetting(form.paper, pen.root, links, pictures, id => pageOf.get(id) ?? 0)
  const setting: Setting = form.titlePage || form.sheets ? usual : { ...usual, closer: true }
  const sheets = form.sheets
    ? sheetsOf(document, form.sheets, form.paper, setting)
    : allPages(document, form, setting).map(page => ({ page, paper: form.paper }))
  sheets.forEach(({ page }, at) => headingsOn(page).forEach(({ id }) => pageOf.set(id, at + 1)))
  drawAll(pen, document, sheets, form, setting)
  pen.finish()
  return press.bytes
}

/** The paragraphs that links can lead to. */
function entriesIn({ parts }: Document): string[] {
  return parts.flatMap(block => (block.kind === 'paragraph' && block.id ? [block.id] : []))
}

function allPages(document: Document, { paper, titlePage }: Form, setting: Setting): Page[] {
  const body = slabsOf(document.parts, setting)
  const notes = notesIn(document.parts)
  const below = notes.length ? () => new FootNotes(notes, setting) : undefined
  const entries = headingsOf(document.parts)
  const contents = document.contents && entries.length > 0 ? contentsSlabs(entries, setting, setting.pageOf) : []
  return titlePage
    ? [...titlePagesOf(document, setting), ...pagesOf(contents, paper), ...evenPagesOf(body, paper, below)]
    : evenPagesOf([...titleSlabs(document, setting), ...contents, ...body], paper, below)
}

function headingsOn(page: Page) {
  return page.flatMap(({ slab }) => (slab.heading ? [slab.heading] : []))
}

function drawAll(pen: Pen, document: Document, sheets: Sheet[], form: Form, setting: Setting): void {
  const bookmarks = new Bookmarks(pen, setting.links)
  sheets.forEach(({ page, paper }, at) => {
    pen.newPage(paper)
    bookmarks.turnTo(paper)
    drawPage(pen, page)
    for (const { slab, y } of page) {
      if (slab.heading) bookmarks.add(slab.heading, y)
      if (slab.place) bookmarks.mark(slab.place, y)
      slab.notes?.forEach(number => bookmarks.mark(placeOfMark(number), y))
    }
    const own = form.foot && (at > 0 || !form.titlePage) && !(at === 0 && form.sheets?.title === 'cover')
    if (own) drawFoot(pen, document, { ...setting, paper }, at + 1, sheets.length)
  })
}

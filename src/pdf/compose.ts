import type { Block, Document } from '../documents/document.js'
import { headingsOf, levelsOfClaims, withOwnIds, withSteadyLevels } from '../documents/headings.js'
import { notesIn, withNumberedNotes } from '../documents/notes.js'
import { slabsOf } from './blocks/blocks.js'
import { Bookmarks } from './file/bookmarks.js'
import { contentsSlabs } from './pages/contents-page.js'
import { newPress } from './file/inside-pdfkit.js'
import { Links } from './file/links.js'
import { filed, type Form } from './form.js'
import { describe } from './file/metadata.js'
import { FootNotes, heightOfSlabs } from './blocks/notes.js'
import { drawFoot } from './pages/page-foot.js'
import { folded, withNotePages } from './pages/folding.js'
import { drawMargin } from './pages/margin.js'
import { drawPage } from './pages/drawing-a-page.js'
import { pagesOf } from './pages/pages.js'
import { Pen } from './pen.js'
import { Pictures } from './blocks/pictures.js'
import { firstSetting, type Setting } from './setting.js'
import { sheetsOf, type Sheet } from './pages/sheets.js'
import { everythingOn, type Page } from './blocks/slabs.js'
import { placeOfMark, placeOfNote } from './lettering/spans.js'
import { titlePagesOf, titleSlabs } from './pages/title-page.js'
import { types } from './type.js'

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
  const { pen, document, sheets, setting } = set(said, picturePath, form)
  drawAll(pen, document, sheets, form, setting)
  pen.finish()
  return pen.press.bytes
}

/** What would stand where, without its being drawn. */
export function laidOut(said: Document, picturePath: Record<string, string>, form: Form = filed): Sheet[] {
  return set(said, picturePath, form).sheets
}

/** Everything in its place, and what draws it. */
function set(said: Document, picturePath: Record<string, string>, form: Form) {
  const document = { ...said, parts: withNumberedNotes(withSteadyLevels(withOwnIds(said.parts))) }
  const press = newPress(document)
  const pen = new Pen(press)
  describe(press, document)
  const links = new Links([...headingsOf(document.parts).map(({ id }) => id), ...entriesIn(document)], document.address)
  notesIn(document.parts).forEach(({ number }) => links.add(placeOfNote(number), placeOfMark(number)))
  const pageOf = new Map<string, number>()
  const pictures = new Pictures(pen, picturePath)
  const usual = firstSetting(form.paper, pen.root, links, pictures, id => pageOf.get(id) ?? 0)
  const closer: Setting = form.titlePage || form.sheets ? usual : { ...usual, closer: true }
  const claims = levelsOfClaims(document.parts)
  const setting = { ...closer, claims, shown: shownIn(document.parts), ...(form.small && { type: types.smallText }) }
  const sheets = form.sheets
    ? sheetsOf(document, form.sheets, form.paper, setting)
    : withNotePages(allPages(document, form, setting), form, setting).map(page => ({ page, paper: form.paper }))
  sheets.forEach(({ page }, at) => headingsOn(page).forEach(({ id }) => pageOf.set(id, at + 1)))
  return { pen, document, sheets, setting }
}

/** Each picture whose caption names its piece, by where that number leads. */
function shownIn(parts: Block[]): Map<string, string> {
  return new Map(
    parts.flatMap(block =>
      block.kind === 'figure'
        ? block.caption.flatMap(one => (one.kind === 'reference' ? [[one.href, block.picture.id] as const] : []))
        : [],
    ),
  )
}

/** The paragraphs that links can lead to. */
function entriesIn({ parts }: Document): string[] {
  return parts.flatMap(block => (block.kind === 'paragraph' && block.id ? [block.id] : []))
}

function allPages(document: Document, { paper, titlePage }: Form, usual: Setting): Page[] {
  const title = titlePage ? titlePagesOf(document, usual) : undefined
  const setting: Setting = title?.cover ? { ...usual, cover: title.cover } : usual
  const body = slabsOf(document.parts, setting)
  const notes = notesIn(document.parts)
  const below = notes.length ? new FootNotes(notes, setting) : undefined
  const entries = headingsOf(document.parts)
  const contents = document.contents && entries.length > 0 ? contentsSlabs(entries, setting, setting.pageOf) : []
  if (!title) return pagesOf([...titleSlabs(document, setting), ...contents, ...body], paper, below)
  const short = heightOfSlabs(contents) < paper.room * SHORT
  const after = short
    ? pagesOf([...contents, ...body], paper, below)
    : [...pagesOf(contents, paper), ...pagesOf(body, paper, below)]
  return [...title.pages, ...after]
}

/** A list of contents that is shorter than this share of a page has the text follow on beneath it. */
const SHORT = 0.5

function headingsOn(page: Page) {
  return everythingOn(page).flatMap(({ slab }) => (slab.heading ? [slab.heading] : []))
}

function drawAll(pen: Pen, document: Document, sheets: Sheet[], form: Form, setting: Setting): void {
  const bookmarks = new Bookmarks(pen, setting.links)
  const drawOne = (at: number) => {
    const { page, paper } = sheets[at]!
    bookmarks.turnTo(paper)
    drawPage(pen, page)
    drawMargin(pen, page, paper)
    for (const { slab, y } of everythingOn(page)) {
      if (slab.heading) bookmarks.add(slab.heading, y)
      if (slab.place) bookmarks.mark(slab.place, y)
      slab.notes?.forEach(number => bookmarks.mark(placeOfMark(number), y))
    }
    const own = form.foot && (at > 0 || !form.titlePage) && !(at === 0 && form.sheets?.title === 'cover')
    if (own) drawFoot(pen, document, { ...setting, paper, ...sizesOf(form) }, at + 1, sheets.length)
  }
  if (form.folded) return drawFolded(pen, form, sheets.length, drawOne)
  sheets.forEach(({ paper }, at) => {
    pen.newPage(paper)
    drawOne(at)
  })
}

function sizesOf({ sheets }: Form): Pick<Setting, 'sizes'> {
  return sheets?.sizes ? { sizes: sheets.sizes } : {}
}

function drawFolded(pen: Pen, { paper }: Form, pages: number, draw: (at: number) => void): void {
  for (const side of folded(pages)) {
    pen.newPage({ ...paper, width: paper.width * 2 })
    side.forEach((at, half) => {
      if (at !== undefined) pen.movedBy(half * paper.width, () => draw(at))
    })
  }
}

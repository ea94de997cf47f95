import type { Document } from '../../documents/document.js'
import { drawLine } from '../lettering/drawing-lines.js'
import { linesOf } from '../lettering/lines.js'
import { colours } from '../paper.js'
import type { Pen } from '../pen.js'
import type { Setting } from '../setting.js'
import { plain } from '../lettering/spans.js'
import { ofSize, types } from '../type.js'

/** The foot of every page but the first: edition and date on the left, page of pages on the right. Never read aloud. */
export function drawFoot(pen: Pen, document: Document, setting: Setting, page: number, of: number): void {
  const { paper } = setting
  const { fullWidth } = paper
  const y = paper.height - Math.min(50, paper.bottom - 10)
  const type = ofSize(types.small, setting.sizes)
  pen.decorate(() => {
    pen.rule(paper.left, y - 7, fullWidth, 0.6, colours.line)
    const number = linesOf(plain(`page ${page} of ${of}`, type), 200, type)[0]!
    const edition = linesOf(
      plain(`${document.kindOfDocument} · ${document.foot}`, type),
      fullWidth - number.width - 20,
      type,
    )[0]!
    drawLine(pen, setting.links, edition, setting.tag, { x: paper.left, y, width: fullWidth, align: 'left' })
    drawLine(pen, setting.links, number, setting.tag, { x: paper.left, y, width: fullWidth, align: 'right' })
  }, 'Pagination')
}

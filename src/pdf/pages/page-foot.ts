import type { Document } from '../../documents/document.js'
import { readSvg, sizeOf } from '../../documents/svg.js'
import { squareCodeOf } from '../../web/showing/square-code.js'
import { drawLine } from '../lettering/drawing-lines.js'
import { linesOf } from '../lettering/lines.js'
import { colours } from '../paper.js'
import type { Pen } from '../pen.js'
import type { Setting } from '../setting.js'
import { plain } from '../lettering/spans.js'
import { drawSvg } from '../svg-drawing.js'
import { ofSize, types } from '../type.js'

/** Large enough to be read by a telephone from a printed page. */
const CODE = 34

/**
 * The foot of every page but the first: what it is and of whom, edition and address on the left, with its square code; page of
 * pages on the right. Never read aloud.
 */
export function drawFoot(pen: Pen, document: Document, setting: Setting, page: number, of: number): void {
  const { paper } = setting
  const { fullWidth, left } = paper
  const y = paper.height - Math.min(50, paper.bottom - 10)
  const type = ofSize(types.small, setting.sizes)
  const address = document.address !== undefined && paper.bottom >= CODE + 32 ? document.address : undefined
  const indent = address ? CODE + 10 : 0
  pen.decorate(() => {
    pen.rule(left, y - 7, fullWidth, 0.6, colours.line)
    const number = linesOf(plain(`page ${page} of ${of}`, type), 200, type)[0]!
    const line = (words: string[], top: number, width: number) => {
      const fitting = words.map((_, at) => words.slice(0, words.length - at).join(' · '))
      const lines = fitting.map(said => linesOf(plain(said, type), width, type))
      const [said] = lines.find(one => one.length === 1) ?? lines.at(-1) ?? []
      if (said) drawLine(pen, setting.links, said, setting.tag, { x: left + indent, y: top, width, align: 'left' })
    }
    const beside = fullWidth - indent
    if (address) drawCode(pen, address, left, y - 1)
    line(firstLine(document, address !== undefined), y, beside - number.width - 20)
    if (address) line([document.foot, address.replace(/^https?:\/\//, '')], y + 14, beside)
    drawLine(pen, setting.links, number, setting.tag, { x: left, y, width: fullWidth, align: 'right' })
  }, 'Pagination')
}

/** Where it has an address, its edition stands beside that, and its short title and network here. */
function firstLine({ kindOfDocument, foot, title, publisher }: Document, hasAddress: boolean): string[] {
  return hasAddress ? [inShort(title), publisher ?? kindOfDocument] : [kindOfDocument, foot]
}

/** The words before a colon, or the first of them. */
function inShort(title: string): string {
  const [first = ''] = title.split(/(?<=\S):\s/)
  return first.length <= 60 ? first : `${first.slice(0, 58).replace(/\s+\S*$/, '')} …`
}

function drawCode(pen: Pen, address: string, x: number, y: number): void {
  const { size, path } = squareCodeOf(address)
  const root = readSvg(`<svg viewBox="0 0 ${size} ${size}"><path fill="#1f2a2e" d="${path}"/></svg>`)
  if (!root) return
  const scale = CODE / sizeOf(root).width
  pen.apart(() => {
    pen.press.translate(x, y).scale(scale)
    drawSvg(pen, root)
  })
}

import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'
import type { Inline } from '../documents/document.js'
import { safeAddress } from '../documents/safe-address.js'
import type { Writing } from './writing.js'

/** How letters look; Word takes it with each run. */
type Look = Pick<IRunOptions, 'bold' | 'italics' | 'strike' | 'style' | 'font' | 'language' | 'rightToLeft'>

export function runsOf(inlines: Inline[], writing: Writing, look: Look = {}): ParagraphChild[] {
  return inlines.flatMap(inline => runOf(inline, writing, look))
}

function runOf(inline: Inline, writing: Writing, look: Look): ParagraphChild[] {
  switch (inline.kind) {
    case 'text':
      return [new TextRun({ ...look, text: written(inline.text) })]
    case 'code':
      return [new TextRun({ ...look, text: written(inline.text), font: 'Consolas' })]
    case 'break':
      return [new TextRun({ ...look, break: 1 })]
    case 'strong':
      return runsOf(inline.inlines, writing, { ...look, bold: true })
    case 'emphasis':
      return runsOf(inline.inlines, writing, { ...look, italics: true })
    case 'strike':
      return runsOf(inline.inlines, writing, { ...look, strike: true })
    case 'language':
      return runsOf(inline.inlines, writing, { ...look, language: { value: inline.language } })
    case 'note':
      return inline.mark === 1
        ? [new FootnoteReferenceRun(inline.number)]
        : [new TextRun({ ...look, text: `[${inline.number}]`, superScript: true })]
    case 'link':
      return linked(inline.href, runsOf(inline.inlines, writing, { ...look, style: 'Hyperlink' }), writing, () =>
        runsOf(inline.inlines, writing, look),
      )
    case 'reference':
      return linked(inline.href, [new TextRun({ ...look, text: inline.label, style: 'Hyperlink' })], writing, () => [
        new TextRun({ ...look, text: inline.label }),
      ])
  }
}

/** A link to a place in the document or to an address; one that leads nowhere is plain words. */
function linked(
  href: string,
  children: ParagraphChild[],
  writing: Writing,
  plain: () => ParagraphChild[],
): ParagraphChild[] {
  if (href.startsWith('#')) {
    const place = writing.bookmarkOf(href.slice(1))
    return place ? [new InternalHyperlink({ anchor: place, children })] : plain()
  }
  const safe = safeAddress(href)
  const { address } = writing.document
  const whole = safe?.startsWith('/') ? address && URL.canParse(safe, address) && new URL(safe, address).href : safe
  return whole ? [new ExternalHyperlink({ link: whole, children })] : plain()
}

/** What XML cannot hold is left out. */
export function written(words: string): string {
  return words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '').replace(/\n/g, ' ')
}

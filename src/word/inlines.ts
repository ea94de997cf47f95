import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'
import { stretchesAgainst } from '../documents/letters/direction.js'
import type { Inline } from '../documents/document.js'
import { type Spoken, spokenRuns } from '../documents/languages.js'
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
      return spokenRuns(inline.text, look.language?.value).flatMap(run => wordsRuns(run, look))
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

/** Words in their language; those that run against the line are runs of their own, so that Word lays them the right way. */
function wordsRuns({ text, language }: Spoken, look: Look): TextRun[] {
  const runs: TextRun[] = []
  const fromRight = look.rightToLeft === true
  const add = (words: string, rightToLeft: boolean) => {
    if (words !== '') runs.push(new TextRun({ ...look, ...spoken(language, look, rightToLeft), text: written(words) }))
  }
  let done = 0
  for (const { from, to } of stretchesAgainst(text, fromRight)) {
    add(text.slice(done, from), fromRight)
    add(text.slice(from, to), !fromRight)
    done = to
  }
  add(text.slice(done), fromRight)
  return runs
}

/** Word keeps the language of scripts from right to left, and of Chinese and its neighbours, apart from all others. */
function spoken(
  language: string | undefined,
  look: Look,
  rightToLeft: boolean,
): Pick<Look, 'language' | 'rightToLeft'> {
  const said = language?.startsWith('und') ? undefined : language
  const own = said ?? look.language?.value
  return {
    ...(rightToLeft && { rightToLeft: true }),
    ...(!rightToLeft && { rightToLeft: undefined }),
    ...(own && {
      language: rightToLeft ? { bidirectional: own } : /^(zh|ja|ko)/.test(own) ? { eastAsia: own } : { value: own },
    }),
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

import type { Inline, NoteMark } from './document.js'
import { stretchesAgainst } from './letters/direction.js'
import { emojiIn } from './emoji.js'
import { inlineText } from './inline-text.js'
import { spokenRuns } from './languages.js'
import { safeAddress } from './safe-address.js'

const CHARACTERS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words as they may stand anywhere in HTML, between tags or within quotation marks. */
export function escaped(words: string): string {
  return words.replace(/[&<>"']/g, character => CHARACTERS[character]!)
}

/** What is around a line: the language told for it, and what the notes of its page are called. */
export interface Around {
  language?: string | undefined
  notes?: string
  /** Whether the line begins at the right. */
  fromRight?: boolean
}

/** A line of text as HTML. */
export function inlinesHtml(inlines: Inline[], around: Around = {}): string {
  return inlines.map(inline => inlineHtml(inline, around)).join('')
}

function inlineHtml(inline: Inline, around: Around): string {
  switch (inline.kind) {
    case 'text':
      return wordsHtml(inline.text, around)
    case 'strong':
      return `<strong>${inlinesHtml(inline.inlines, around)}</strong>`
    case 'emphasis':
      return `<em>${inlinesHtml(inline.inlines, around)}</em>`
    case 'strike':
      return `<s>${inlinesHtml(inline.inlines, around)}</s>`
    case 'code':
      return `<code>${escaped(inline.text)}</code>`
    case 'break':
      return '<br>'
    case 'link':
      return anchor(inline.href, inlinesHtml(inline.inlines, around), inline.title)
    case 'reference':
      return anchor(inline.href, escaped(inline.label), inline.title, 'reference')
    case 'language': {
      const words = inlinesHtml(inline.inlines, { ...around, language: inline.language })
      return `<span lang="${escaped(inline.language)}">${words}</span>`
    }
    case 'note':
      return markHtml(inline, around.notes ?? 'note')
  }
}

/** Letters of another script say their language, names that run against the line stand for themselves, and emoji say their name. */
function wordsHtml(text: string, { language, fromRight = false }: Around): string {
  return spokenRuns(text, language)
    .map(run => (run.language ? spokenHtml(run.text, run.language, fromRight) : isolatedHtml(run.text, fromRight)))
    .join('')
}

function spokenHtml(words: string, language: string, fromRight: boolean): string {
  const stretches = stretchesAgainst(words, fromRight)
  const whole = stretches.length === 1 && stretches[0]!.to - stretches[0]!.from === words.length
  if (whole) return `<span lang="${language}" dir="${fromRight ? 'ltr' : 'rtl'}">${namedHtml(words)}</span>`
  return `<span lang="${language}">${isolatedHtml(words, fromRight)}</span>`
}

function isolatedHtml(text: string, fromRight: boolean): string {
  let html = ''
  let done = 0
  for (const { from, to } of stretchesAgainst(text, fromRight)) {
    html += `${namedHtml(text.slice(done, from))}<bdi>${namedHtml(text.slice(from, to))}</bdi>`
    done = to
  }
  return html + namedHtml(text.slice(done))
}

function namedHtml(text: string): string {
  return emojiIn(text)
    .map(({ text: said, name }) =>
      name ? `<span class="emoji" role="img" aria-label="${escaped(name)}">${said}</span>` : escaped(said),
    )
    .join('')
}

function markHtml({ number, mark, blocks }: NoteMark, notes: string): string {
  const [first] = blocks
  const says = first?.kind === 'paragraph' ? inlineText(first.inlines) : ''
  return (
    `<sup class="note-mark"><a id="${notes}-${number}-${mark}" href="#${notes}-${number}" role="doc-noteref"` +
    `${says ? ` title="${escaped(says)}"` : ''}>[${number}]</a></sup>`
  )
}

function anchor(address: string, words: string, title: string | undefined, look?: string): string {
  const href = safeAddress(address)
  if (!href) return words
  const name = title ? ` title="${escaped(title)}"` : ''
  return `<a href="${escaped(href)}"${look ? ` class="${look}"` : ''}${name}>${words}</a>`
}

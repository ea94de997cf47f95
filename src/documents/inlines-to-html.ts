import type { Inline } from './document.js'
import { safeAddress } from './safe-address.js'

const CHARACTERS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Words as they may stand anywhere in HTML, between tags or within quotation marks. */
export function escaped(words: string): string {
  return words.replace(/[&<>"']/g, character => CHARACTERS[character]!)
}

/** A line of text as HTML. */
export function inlinesHtml(inlines: Inline[]): string {
  return inlines.map(inlineHtml).join('')
}

function inlineHtml(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escaped(inline.text)
    case 'strong':
      return `<strong>${inlinesHtml(inline.inlines)}</strong>`
    case 'emphasis':
      return `<em>${inlinesHtml(inline.inlines)}</em>`
    case 'strike':
      return `<s>${inlinesHtml(inline.inlines)}</s>`
    case 'code':
      return `<code>${escaped(inline.text)}</code>`
    case 'break':
      return '<br>'
    case 'link':
      return anchor(inline.href, inlinesHtml(inline.inlines), inline.title)
    case 'reference':
      return anchor(inline.href, escaped(inline.label), inline.title, 'reference')
  }
}

function anchor(address: string, words: string, title: string | undefined, look?: string): string {
  const href = safeAddress(address)
  if (!href) return words
  const name = title ? ` title="${escaped(title)}"` : ''
  return `<a href="${escaped(href)}"${look ? ` class="${look}"` : ''}${name}>${words}</a>`
}

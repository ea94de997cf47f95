import type { Inline } from './document.js'

/** The words of a line of text, without its marks. A line break is a line break. */
export function inlineText(inlines: Inline[]): string {
  return inlines.map(textOfInline).join('')
}

function textOfInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'break':
      return '\n'
    case 'reference':
      return inline.label
    case 'note':
      return `[${inline.number}]`
    default:
      return inlineText(inline.inlines)
  }
}

import { numberOf } from '../../evidence/listing/cards.js'
import type { Linked } from '../../claims/claims.js'

/** The pieces of Markdown that parts of a write-up are composed of. What is empty leaves nothing behind. */

/** Paragraphs, lists and headings one beneath the other. */
export function stacked(...blocks: (string | false | undefined)[]): string {
  return blocks.filter(block => typeof block === 'string' && block.trim() !== '').join('\n\n')
}

/** Something below a heading; without it, no heading either. Level 1 stands right below the heading of the part. */
export function under(heading: string, body: string, level = 1): string {
  return body.trim() === '' ? '' : `${'#'.repeat(level)} ${oneLine(heading)}\n\n${body}`
}

/** A thing that is called what its heading says: it is there, also where nothing more is told of it. */
export function titled(heading: string, body: string): string {
  return stacked(`# ${oneLine(heading)}`, body)
}

export function list(lines: string[]): string {
  return lines.map(line => `- ${oneLine(line)}`).join('\n')
}

export function numbered(lines: string[]): string {
  return lines.map((line, place) => `${place + 1}. ${oneLine(line)}`).join('\n')
}

/** `**What we expected:** More questions.` */
export function said(label: string, words: string): string {
  return words.trim() === '' ? '' : `**${label}** ${words.trim()}`
}

export function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return ''
  const line = (cells: string[]) => `| ${cells.map(cell => oneLine(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

export function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

export function reference(piece: { number: number }): string {
  return `[[${numberOf(piece)}]]`
}

/** `Evidence: E3, E7 and E12.` as references. */
export function references(pieces: { number: number }[]): string {
  const numbers = [...new Set(pieces.map(reference))]
  return numbers.length === 0 ? '' : `Evidence: ${numbers.join(', ')}.`
}

const mostInAList = 12

/** Pieces one beneath the other, each with why it bears on the claim. Their titles are said when the document is made. */
export function pieces(linked: Linked[]): string {
  const lines = linked.slice(0, mostInAList).map(({ piece, note, quotations }) => {
    const why = [note, ...quotations.map(one => one.note)].map(words => words.trim()).filter(Boolean)
    return why.length > 0 ? `${reference(piece)}: ${why.join(' ')}` : reference(piece)
  })
  const more = linked.length - lines.length
  return list(more > 0 ? [...lines, `and ${more} more that we logged`] : lines)
}

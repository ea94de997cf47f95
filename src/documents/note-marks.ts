import type { Token, TokenizerThis } from 'marked'

/** What a mark such as `[^count]` leads to: `[^count]: We counted hands, not answers.` */
export interface NoteDefinition {
  type: 'noteDefinition'
  raw: string
  label: string
  tokens: Token[]
}

export interface NoteReference {
  type: 'noteReference'
  raw: string
  label: string
}

const LABEL = String.raw`\[\^([\p{L}\p{N}_-]{1,60})\]`
const BEGINS = new RegExp(String.raw`^ {0,3}${LABEL}:[ \t]*(.*)$`, 'u')
const ANYWHERE = new RegExp(String.raw`^ {0,3}${LABEL}:`, 'mu')
const MARK = new RegExp(`^${LABEL}`, 'u')

/** `[^count]: words`, with further lines, and further paragraphs that stand in by two spaces or more. */
export const noteDefinitions = {
  name: 'noteDefinition',
  level: 'block' as const,
  start: (text: string) => ANYWHERE.exec(untilBlank(text))?.index,
  tokenizer(this: TokenizerThis, text: string): NoteDefinition | undefined {
    const end = text.indexOf('\n')
    const found = BEGINS.exec(end < 0 ? text : text.slice(0, end))
    if (!found) return undefined
    const lines = linesOfNote(text)
    const said = [found[2]!, ...lines.slice(1).map(line => line.replace(/^(?: {1,4}|\t)/, ''))].join('\n')
    const raw = lines.join('\n')
    const whole = raw.length < text.length ? `${raw}\n` : raw
    return { type: 'noteDefinition', raw: whole, label: found[1]!, tokens: this.lexer.blockTokens(said, []) }
  },
}

/** A paragraph ends at an empty line, so that nothing behind it need be read. */
function untilBlank(text: string): string {
  const blank = text.search(/\n[ \t]*\n/)
  return blank < 0 ? text : text.slice(0, blank)
}

/** Read only as far as the note goes, since there may be thousands behind it. */
function linesOfNote(text: string): string[] {
  const lines: string[] = []
  let count = 1
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end < 0 ? undefined : end)
    const afterGap = lines.length > count
    const isFirst = lines.length === 0
    if (!isFirst && line.trim() !== '' && (BEGINS.test(line) || (afterGap && !/^(?: {2}|\t)/.test(line)))) break
    lines.push(line)
    if (line.trim() !== '') count = lines.length
    if (end < 0) break
    from = end + 1
  }
  return lines.slice(0, count)
}

const MOST_LOOKED_AT = 4

/** Where the next mark may begin. It looks at a few `^` only and then says where to ask again: a text full of them is read once. */
function beginning(text: string): number | undefined {
  let at = text.indexOf('^')
  for (let looked = 0; at >= 0 && looked < MOST_LOOKED_AT; looked++, at = text.indexOf('^', at + 1))
    if (text[at - 1] === '[') return at - 1
  return at >= 0 ? at : undefined
}

/** `[^count]` within a sentence. */
export const noteReferences = {
  name: 'noteReference',
  level: 'inline' as const,
  start: beginning,
  tokenizer(text: string): NoteReference | undefined {
    const found = MARK.exec(text)
    return found ? { type: 'noteReference', raw: found[0], label: found[1]! } : undefined
  },
}

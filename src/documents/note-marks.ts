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
  start: (text: string) => ANYWHERE.exec(text)?.index,
  tokenizer(this: TokenizerThis, text: string): NoteDefinition | undefined {
    const end = text.indexOf('\n')
    const found = BEGINS.exec(end < 0 ? text : text.slice(0, end))
    if (!found) return undefined
    const lines = text.split('\n')
    const count = linesOfNote(lines)
    const said = [found[2]!, ...lines.slice(1, count).map(line => line.replace(/^(?: {1,4}|\t)/, ''))].join('\n')
    const raw = lines.slice(0, count).join('\n') + (count < lines.length ? '\n' : '')
    return { type: 'noteDefinition', raw, label: found[1]!, tokens: this.lexer.blockTokens(said, []) }
  },
}

function linesOfNote(lines: string[]): number {
  let count = 1
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]!
    if (line.trim() === '') continue
    const afterGap = at > count
    if (BEGINS.test(line) || (afterGap && !/^(?: {2}|\t)/.test(line))) break
    count = at + 1
  }
  return count
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

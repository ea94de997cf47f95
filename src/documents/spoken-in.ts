import type { Token, TokenizerThis } from 'marked'

/** `[Bore da]{lang=cy}`: words whose language a person has told. */
export interface SpokenIn {
  type: 'spokenIn'
  raw: string
  language: string
  tokens: Token[]
}

const PATTERN = /^\[((?:[^[\]\\]|\\.|\[[^[\]]*\]){1,4000})\]\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\}/

export const spokenIn = {
  name: 'spokenIn',
  level: 'inline' as const,
  start: (text: string) => (text.includes(']{lang=') ? text.indexOf('[') : undefined),
  tokenizer(this: TokenizerThis, text: string): SpokenIn | undefined {
    const found = PATTERN.exec(text)
    if (!found) return undefined
    const language = Intl.getCanonicalLocales(found[2])[0]!
    return { type: 'spokenIn', raw: found[0], language, tokens: this.lexer.inlineTokens(found[1]!) }
  },
}

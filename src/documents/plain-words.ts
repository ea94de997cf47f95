import type { Tokens } from 'marked'

type Tokenizer<Token> = false | Token | undefined

/**
 * Signs that people type as they stand: `2*3*4` is a sum, `~10~` means about ten, a tab begins a line that was copied from
 * somewhere, and “2026. That year” begins with a year. CommonMark and GFM read all four as something else.
 * `false` leaves a place to the reader’s own rule, `undefined` says that there is nothing here but words.
 */
export const plainWords = {
  emStrong(text: string, _masked: string, before = ''): Tokenizer<Tokens.Em | Tokens.Strong> {
    const one = text.startsWith('*') && !text.startsWith('**')
    return one && /[\p{L}\p{N})]$/u.test(before) ? undefined : false
  },
  del(text: string): Tokenizer<Tokens.Del> {
    return text.startsWith('~~') ? false : undefined
  },
  code(): Tokenizer<Tokens.Code> {
    return undefined
  },
  list(text: string): Tokenizer<Tokens.List> {
    return /^ {0,3}\d{4,}[.)]/.test(text) ? undefined : false
  },
}

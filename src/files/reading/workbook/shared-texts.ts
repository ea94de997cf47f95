import { walkXml } from '../office/xml.js'

/** The texts that cells share (ECMA-376 part 1, 18.4.9), without the small signs that say how a word is read aloud. */
export function sharedTextsIn(part: Buffer | undefined): string[] {
  const texts: string[] = []
  if (!part) return texts
  let open: string[] | undefined
  walkXml(part, {
    opens(tag) {
      if (tag === 'si') open = []
    },
    says(words, within) {
      if (open && within.at(-1) === 't' && !within.includes('rPh')) open.push(words)
    },
    closes(tag) {
      if (tag !== 'si') return
      texts.push(unescaped(open?.join('') ?? ''))
      open = undefined
    },
  })
  return texts
}

/** What XML cannot hold is written as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(words: string): string {
  return words.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
}

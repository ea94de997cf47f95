/** Letters of Latin that are no letter with an accent, and what stands for them. */
export const latinLetters: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

const letters: Record<string, string> = { ...latinLetters, '’': "'", '‘': "'" }

/** Words as they are compared when searching: small, without accents, with plain apostrophes. */
export function folded(words: string): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[łøđßæœı’‘]/g, letter => letters[letter]!)
    .replace(/\s+/g, ' ')
    .trim()
}

/** A pattern for `like … escape '\'` that finds one word anywhere. */
export function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, sign => `\\${sign}`)}%`
}

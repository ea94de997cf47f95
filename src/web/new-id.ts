import { createHash, randomBytes } from 'node:crypto'

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A short random name for a row, easy to read aloud: 12 of 32 letters, 60 bits. */
export function newId(length = 12): string {
  return Array.from(randomBytes(length), byte => letters[byte & 31]).join('')
}

/** A secret for links and cookies: 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored in a token's place. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** `Ysgol Tŷ Gwyn & Co` → `ysgol-ty-gwyn-co`, for addresses that people read. */
export function slugOf(words: string): string {
  const slug = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łŁ]/g, 'l')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return (
    slug
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || newId(6)
  )
}

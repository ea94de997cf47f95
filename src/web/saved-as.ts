import { create } from 'content-disposition'

/** The header that says what a file is called when it is saved, and whether it may show in the page (RFC 6266). */
export function savedAs(name: string, how: 'inline' | 'attachment'): string {
  return create(name, { type: how, fallback: plainLetters(name) })
}

/** For old programs that do not read the second form of the name. */
function plainLetters(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["%\\]/gu, '_')
}

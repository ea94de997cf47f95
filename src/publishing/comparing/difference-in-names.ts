import type { Document } from '../../documents/document.js'

/** Authors and schools that only one of two documents names: those who came, and those who went. */
export function differenceInNames(before: Document, after: Document): { came: string[]; went: string[] } {
  const [then, now] = [namesIn(before), namesIn(after)]
  return { came: now.filter(name => !then.includes(name)), went: then.filter(name => !now.includes(name)) }
}

function namesIn({ authors = [], schools = [] }: Document): string[] {
  return [...authors.map(one => one.name), ...schools]
}

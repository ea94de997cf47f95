import { oncePer } from '../asked-once.js'
import type { FactBook, Kind } from './kinds.js'
import './tables.js'

/** The details of a fact of which everything is erased but that it was done. */
export const wordsErased = '{"erased":true}'

type Row = { kind: string; details: string }

/** The kinds of which groups hear in their history. */
export const kindsInHistory = oncePer((book: FactBook) => Object.keys(book).filter(name => book[name]!.says))

/** The kinds that stand in the audit trail. */
export const kindsInAudit = oncePer((book: FactBook) =>
  Object.keys(book).filter(name => book[name]!.audit !== undefined),
)

/** What was done, as the second half of a sentence that begins with a name; a kind that is known no more says its name. */
export function saysOf(book: FactBook, { kind, details }: Row): string {
  return inASentence(kind, details, knownAs(book, kind)?.says)
}

/** The line of the audit trail. */
export function auditOf(book: FactBook, { kind, details }: Row): string {
  const audit = knownAs(book, kind)?.audit
  return typeof audit === 'string' ? audit : inASentence(kind, details, audit)
}

/** A fact that came from elsewhere, and lacks what its sentence needs, keeps nobody from reading the others. */
function inASentence(kind: string, details: string, say: ((details: object) => string) | undefined): string {
  if (details === wordsErased) return kind
  try {
    return say?.(JSON.parse(details) as object) ?? kind
  } catch {
    return kind
  }
}

// What a room wrote as the details of a kind is what that kind reads.
function knownAs(book: FactBook, kind: string): Kind<object> | undefined {
  return Object.hasOwn(book, kind) ? (book[kind] as Kind<object>) : undefined
}

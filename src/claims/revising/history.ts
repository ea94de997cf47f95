import { diffWordsWithSpace } from 'diff'
import type { Revision } from './revising.js'
import { begun } from '../sure.js'

/** Some words of a text that was changed: kept, put in or taken out. */
export interface Change {
  how: 'kept' | 'in' | 'out'
  words: string
}

/** One thing that a revision changed, word by word. */
export interface Changed {
  what: string
  changes: Change[]
}

/** A revision in the history of a claim: what it changed, why, by whom and when. */
export interface Step {
  by: string
  at: string
  because: string
  /** Empty for the first wording, which stands in `first`. */
  changed: Changed[]
  first: Revision | null
}

/** How a claim came to say what it says, the newest first. */
export function historyOf(revisions: Revision[]): Step[] {
  const end = Date.now() + MILLISECONDS
  return revisions
    .map((revision, place) => {
      const before = revisions[place - 1]
      const { by, at, because } = revision
      const changed = before ? changedSince(before, revision, end) : []
      return { by, at, because, changed, first: before ? null : revision }
    })
    .reverse()
}

const fields = [
  { field: 'claim', what: 'What we claim' },
  { field: 'strength', what: 'How sure we are' },
  { field: 'sureBecause', what: 'Why we are that sure' },
  { field: 'whatWouldChange', what: 'What would change our mind' },
] as const

function changedSince(before: Revision, after: Revision, end: number): Changed[] {
  return fields.flatMap(({ field, what }) => {
    const [was, is] = [before[field], after[field]]
    // What was not kept then is not known to have changed.
    if (was === null || is === null || was === is) return []
    return [{ what, changes: field === 'strength' ? wholly(begun(was), begun(is)) : changesBetween(was, is, end) }]
  })
}

function wholly(was: string, is: string): Change[] {
  return [
    { how: 'out', words: was },
    { how: 'kept', words: ' ' },
    { how: 'in', words: is },
  ]
}

const longest = 4000
const MOST_CHANGED = 400
/** For a whole history: a claim that was rewritten a hundred times must not hold up its page. */
const MILLISECONDS = 1000

/**
 * Two wordings of one text, word by word. Where little of the first is left, and where both are very long, as a whole.
 * @param end the moment after which nothing more is compared
 */
export function changesBetween(was: string, is: string, end = Date.now() + MILLISECONDS): Change[] {
  if (was === '') return [{ how: 'in', words: is }]
  if (is === '') return [{ how: 'out', words: was }]
  const left = end - Date.now()
  if (was.length + is.length > longest || left <= 0) return wholly(was, is)
  const compared = diffWordsWithSpace(was, is, { maxEditLength: MOST_CHANGED, timeout: left })
  if (!compared) return wholly(was, is)
  const changes = compared.map(({ added, removed, value }): Change => ({
    how: added ? 'in' : removed ? 'out' : 'kept',
    words: value,
  }))
  const kept = changes.filter(one => one.how === 'kept').reduce((sum, one) => sum + one.words.trim().length, 0)
  return kept * 2 < Math.max(was.length, is.length) ? wholly(was, is) : inStretches(changes)
}

/** Changed words with only a space between them are one change: what went out, and then what came in. */
function inStretches(changes: Change[]): Change[] {
  const stretches: Change[] = []
  let [out, into] = ['', '']
  const close = () => {
    if (out.trim()) stretches.push({ how: 'out', words: out })
    if (into) stretches.push({ how: 'in', words: into })
    ;[out, into] = ['', '']
  }
  for (const [at, { how, words }] of changes.entries()) {
    const between = how === 'kept' && words.trim() === '' && out + into !== '' && changes[at + 1]
    if (how === 'out' || between) out += words
    if (how === 'in' || between) into += words
    if (how !== 'kept' || between) continue
    close()
    stretches.push({ how, words })
  }
  close()
  return stretches
}

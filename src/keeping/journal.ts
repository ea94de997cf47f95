import { existsSync, readFileSync } from 'node:fs'
import type { FactOf } from '../facts/facts.js'
import { follower } from '../facts/followers.js'
import { appendLine } from '../evidence/withdrawing/withdrawal-journal.js'
import './facts.js'

/**
 * What was kept no longer, and what ended as a whole, stands in the journal beside the database too, among the withdrawals and
 * in their order: a backup that is put back does not bring it back. Ids and a moment, no names and no words.
 */
export interface KeepingLine {
  fact: string
  kind: (typeof keepingKinds)[number]
  at: string
  person: string | null
  /** Of things: their kind. Of an end: of what. */
  of: string
  things: string[]
  choice?: string
}

export const keepingKinds = ['things kept no longer', 'erased as a whole'] as const

export const keepJournalOfKeeping = follower({
  name: 'journal of what is kept no longer',
  follows: [...keepingKinds],
  isPrompt: true,
  async run({ journal }, fact) {
    if (journal === null || keepingLinesOf(journal).some(line => line.fact === fact.id)) return
    if (fact.kind === 'things kept no longer' && fact.details.own) return
    await appendLine(journal, lineOf(fact))
  },
})

function lineOf({ id, kind, at, personId, details }: FactOf<(typeof keepingKinds)[number]>): KeepingLine {
  const { of, things } = details
  return { fact: id, kind, at, person: personId, of, things, ...('choice' in details && { choice: details.choice }) }
}

/** In their order; what others wrote there is passed over. */
export function keepingLinesOf(path: string): KeepingLine[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap(words => {
      try {
        const line = JSON.parse(words) as KeepingLine
        return (keepingKinds as readonly string[]).includes(line.kind) ? [line] : []
      } catch {
        return []
      }
    })
}

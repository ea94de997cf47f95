import { existsSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { type FactOf } from '../../facts/facts.js'
import { follower } from '../../facts/followers.js'
import '../facts.js'

/**
 * Withdrawals and erasures are written down beside the database as well, so that one that came after a backup is not
 * forgotten when that backup is put back. A line holds ids and a moment, no names and no words. The order of the lines
 * is the order in which they count; what a database knows, it knows by the id of the fact, whatever the clock says.
 */
export interface Line {
  fact: string
  kind: JournalKind
  at: string
  piece: string
  /** Null where the workbench itself did it. */
  person: string | null
  /** Of what was erased or covered: in a backup from before, it is all there again, and is taken out. */
  files: string[]
}

export const journalKinds = [
  'evidence withdrawn',
  'consent withdrawn',
  'evidence put back',
  'evidence erased',
  'draft erased',
  'file erased',
  'picture covered',
  'versions of a file erased',
  'uncovered pictures erased',
] as const
export type JournalKind = (typeof journalKinds)[number]

/** Writes the line before whoever withdrew something is answered, and at the latest when the workbench starts again. */
export const keepJournal = follower({
  name: 'journal of withdrawals',
  follows: [...journalKinds],
  isPrompt: true,
  async run({ journal }, fact) {
    if (journal === null || (fact.kind === 'picture covered' && fact.details.keptToo)) return
    if (linesOf(journal).some(line => 'fact' in line && line.fact === fact.id)) return
    await appendLine(journal, lineOf(fact))
  },
})

function lineOf(fact: FactOf<JournalKind>): Line {
  const { id, kind, at, aboutId, personId, details } = fact
  const files = 'files' in details ? details.files : 'file' in details ? [details.file] : []
  return { fact: id, kind, at, piece: aboutId!, person: personId, files }
}

/** Safe on disk once this resolves. What a power cut left half-written is closed first. */
export async function appendLine(path: string, line: object): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.write(`${existsSync(path) && !endsWell(path) ? '\n' : ''}${JSON.stringify(line)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

function endsWell(path: string): boolean {
  const words = readFileSync(path, 'utf8')
  return words === '' || words.endsWith('\n')
}

/** A line as it was written before facts were: it has no id of its own. */
export interface OldLine {
  at: string
  piece: string
  person: string
  what: 'evidence' | 'consent' | 'put back' | 'file' | 'uncovered'
  file?: string
}

/** The lines about pieces, in their order. */
export function linesOf(path: string): (Line | OldLine)[] {
  return allLinesOf(path).filter(
    (line): line is Line | OldLine => !('kind' in line) || journalKinds.some(kind => kind === line.kind),
  )
}

/** Every line, later rooms’ too, in their order. One that a power cut left half-written is passed over. */
export function allLinesOf(path: string): object[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap(words => {
      try {
        return [JSON.parse(words) as object]
      } catch {
        return []
      }
    })
}

/** What a drill came to. */
export interface Drilled {
  place: string
  isSealed: boolean
  version: string
  madeAt: string | null
  drilledAt: string
  seconds: number
  /** Null where it could not be put back. */
  found: Found | null
  /** A sentence for each thing that is not as it should be. */
  wrong: string[]
}

export interface Found {
  /** How many rows each table of the backup has. */
  rows: Map<string, number>
  files: number
  bytes: number
  migrations: number
  again: { withdrawals: number; lines: number; pupils: number }
  /** Lines of what was done whose words were erased. */
  erased: number
}

/** The result, to be read by people and kept with the papers. */
export function drilledInWords(drilled: Drilled): string {
  const { found, wrong } = drilled
  const lines = [
    'Restore drill of the Enquiry Workbench',
    '',
    `Outcome: ${outcomeOf(drilled)}`,
    `Backup: ${drilled.place}${drilled.isSealed ? ' (sealed)' : ''}`,
    `Made at: ${drilled.madeAt ?? 'nothing says when'}`,
    `Drilled at: ${drilled.drilledAt}, with version ${drilled.version}`,
    `It took: ${drilled.seconds.toFixed(1)} seconds`,
    ...(found ? linesOf(found) : []),
    `Findings: ${wrong.length === 0 ? 'none' : wrong.length}`,
    ...wrong.map(one => `  - ${one.replaceAll(/\s+/g, ' ')}`),
    ...(found ? ['Rows of each table:', ...[...found.rows].map(([table, rows]) => `  ${table}: ${rows}`)] : []),
  ]
  return lines.map(line => `${line}\n`).join('')
}

export function outcomeOf({ found, wrong }: Pick<Drilled, 'found' | 'wrong'>): string {
  if (!found) return 'the backup could not be put back'
  return wrong.length === 0 ? 'the backup was put back, whole' : 'the backup was put back, but not whole'
}

function linesOf({ rows, files, bytes, migrations, again, erased }: Found): string[] {
  const all = [...rows.values()].reduce((sum, one) => sum + one, 0)
  return [
    `Database: ${all} rows in ${rows.size} tables, as many as in the backup; its structure, its references and the chain of what was done were followed`,
    `Files: ${files}, of ${bytes} bytes, each by its hash`,
    `Brought up to date: ${migrations} steps`,
    `Recorded again from the journal: ${again.withdrawals} withdrawals and erasures, ${again.lines} of what is kept no longer, ${again.pupils} pupils`,
    `Lines of what was done that lost words to an erasing: ${erased}`,
  ]
}

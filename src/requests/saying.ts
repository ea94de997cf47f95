import type { requestFacts } from './facts.js'

type Kind = keyof typeof requestFacts

/** The lines of a case's own history. They name nobody whom it is about. */
const lines: Partial<Record<Kind, string>> = {
  'data request opened': 'opened the case',
  'data request identity checked': 'noted how they know who is asking',
  'data request extended': 'took two more months',
  'data request acknowledged': 'acknowledged it',
  'data request looked for': 'had the workbench looked through',
  'data request looked through': 'has looked through everything',
  'data request noted': 'wrote something down',
  'data request packed': 'made the pack',
  'data pack fetched': 'fetched the pack',
  'erasure of a pupil asked': 'asked a second person to confirm the erasure',
  'erasure of a pupil refused': 'did not erase',
  'erasure of a pupil confirmed': 'confirmed the erasure',
  'pupil erased': 'erased what was chosen',
  'data request closed': 'closed the case',
  'data request opened again': 'opened it again',
}

export function saysInHistory(kind: string): string | undefined {
  return Object.hasOwn(lines, kind) ? lines[kind as Kind] : undefined
}

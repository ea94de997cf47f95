import type { Generated, Selectable } from 'kysely'

export const pseudonymKinds = ['school', 'person', 'place'] as const
export type PseudonymKind = (typeof pseudonymKinds)[number]

/**
 * `also` holds other ways to write the name, one a line. A school's own name is looked up, so `name` is its name then. Where
 * `pseudonym` is empty, somebody has said that the name may stand.
 */
export interface PseudonymTable {
  id: string
  groupId: string
  kind: PseudonymKind
  schoolId: string | null
  name: string
  also: Generated<string>
  pseudonym: string
  chosenAt: string
  chosenBy: string
  removedAt: string | null
  removedBy: string | null
}
export type Pseudonym = Selectable<PseudonymTable>

export interface PseudonymsForFacilitatorsTable {
  groupId: string
  chosenAt: string
  chosenBy: string
}

declare module '../database.js' {
  interface Tables {
    pseudonyms: PseudonymTable
    pseudonymsForFacilitators: PseudonymsForFacilitatorsTable
  }
}

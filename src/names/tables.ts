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

/** What a school or a person was called until then; of the two ids one is set. */
export interface FormerNameTable {
  id: string
  schoolId: string | null
  personId: string | null
  name: string
  until: string
}

declare module '../database.js' {
  interface Tables {
    pseudonyms: PseudonymTable
    formerNames: FormerNameTable
    pseudonymsForFacilitators: PseudonymsForFacilitatorsTable
  }
}

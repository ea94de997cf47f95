import type { Selectable } from 'kysely'

export interface DossierLinkTable {
  id: string
  networkId: string
  schoolId: string
  /** Set where only this group's recommendations are in it. */
  groupId: string | null
  tokenHash: string
  madeAt: string
  madeBy: string
  endsAt: string
  withdrawnAt: string | null
  withdrawnBy: string | null
}
export type DossierLink = Selectable<DossierLinkTable>

declare module '../database.js' {
  interface Tables {
    dossierLinks: DossierLinkTable
  }
}

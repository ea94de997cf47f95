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

/** What is recommended to one school: by every group of its network, or by one. */
export interface Dossier {
  networkId: string
  network: string
  schoolId: string
  school: string
  groupId: string | null
  group: string | null
}

declare module '../database.js' {
  interface Tables {
    dossierLinks: DossierLinkTable
  }
}

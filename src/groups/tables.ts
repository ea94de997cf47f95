import type { Selectable } from 'kysely'
import type { Read, WrittenOrEmpty, WrittenOrNull } from '../names/written.js'

export interface GroupTable {
  id: string
  networkId: string
  themeId: string | null
  name: string
  why: WrittenOrEmpty
  joinCode: string
  proposedAt: string
  proposedBy: string
  closedAt: string | null
  closedBy: string | null
  closedBecause: WrittenOrNull
}
export type Group = Read<Selectable<GroupTable>>

export interface HandoverTable {
  id: string
  groupId: string
  fromPerson: string
  toPerson: string
  note: string
  offeredAt: string
  acceptedAt: string | null
  declinedAt: string | null
}
export type Handover = Selectable<HandoverTable>

export interface HistoryEntryTable {
  id: string
  networkId: string
  groupId: string | null
  at: string
  personId: string | null
  did: string
  because: string | null
  aboutKind: string
  aboutId: string
}
export type HistoryEntry = Read<Selectable<HistoryEntryTable>>

declare module '../database.js' {
  interface Tables {
    groups: GroupTable
    handovers: HandoverTable
    history: HistoryEntryTable
  }
}

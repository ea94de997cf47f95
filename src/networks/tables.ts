import type { Generated, Selectable } from 'kysely'

export interface NetworkTable {
  id: string
  name: string
  about: Generated<string>
  language: Generated<string>
  /** Under what its published work goes out (licences.ts); empty where it has not said. */
  licence: Generated<string>
  createdAt: string
  createdBy: string | null
  /** From then on there is no word of it here any more (src/keeping/erasing). */
  erasedAt: Generated<string | null>
}
export type Network = Selectable<NetworkTable>

export interface EstablishmentTable {
  urn: string
  name: string
  phase: string
  roll: number | null
  town: string
  postcode: string
  localAuthority: string
  folded: string
  importedAt: string
}
export type Establishment = Selectable<EstablishmentTable>

export interface EstablishmentImportTable {
  id: string
  name: string
  importedBy: string
  startedAt: string
  finishedAt: string | null
  rows: Generated<number>
  added: Generated<number>
  updated: Generated<number>
  refusedBecause: string | null
}
export type EstablishmentImport = Selectable<EstablishmentImportTable>

export interface SchoolTable {
  id: string
  networkId: string
  urn: string | null
  name: string
  phase: Generated<string>
  roll: number | null
  town: Generated<string>
  postcode: Generated<string>
  localAuthority: Generated<string>
  /** In which language or languages it teaches, in its own words. */
  language: Generated<string>
  safeguardingContact: Generated<string>
  joinedAt: string
  joinedBy: string | null
  leftAt: string | null
  leftBy: string | null
}
export type School = Selectable<SchoolTable>

export interface TermTable {
  id: string
  networkId: string
  slug: string
  name: string
  startsOn: string
  endsOn: string
  /** How often its days or its name were changed, and when last. */
  sequence: Generated<number>
  changedAt: string | null
}
export type Term = Selectable<TermTable>

/** A half term, or another holiday within a term. */
export interface TermBreakTable {
  id: string
  termId: string
  name: string
  startsOn: string
  endsOn: string
  sequence: Generated<number>
  changedAt: string
}
export type TermBreak = Selectable<TermBreakTable>

export interface ThemeTable {
  id: string
  networkId: string
  name: string
  about: Generated<string>
  /** What its groups want to find out and change together. */
  focus: Generated<string>
  closedAt: string | null
  closedBy: Generated<string | null>
  closedBecause: Generated<string>
  madeAt: Generated<string | null>
  madeBy: Generated<string | null>
}
export type Theme = Selectable<ThemeTable>

/** What a partner of a network is that is no school. */
export const partnerKinds = [
  'local authority',
  'university',
  'children’s centre',
  'health',
  'firm',
  'charity',
  'other',
] as const

export type PartnerKind = (typeof partnerKinds)[number]

export interface PartnerTable {
  id: string
  networkId: string
  name: string
  kind: PartnerKind
  /** What they bring to the schools, in a sentence or two. */
  brings: Generated<string>
  contact: Generated<string>
  sinceOn: string | null
  addedAt: string
  addedBy: string | null
  endedOn: string | null
  endedAt: string | null
  endedBy: string | null
  cameOfIt: Generated<string>
}
export type Partner = Selectable<PartnerTable>

declare module '../database.js' {
  interface Tables {
    networks: NetworkTable
    establishments: EstablishmentTable
    establishmentImports: EstablishmentImportTable
    schools: SchoolTable
    terms: TermTable
    termBreaks: TermBreakTable
    themes: ThemeTable
    partners: PartnerTable
  }
}

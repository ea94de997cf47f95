import type { Selectable } from 'kysely'

export interface KnowHowTable {
  id: string
  networkId: string
  personId: string
  schoolId: string
  what: string
  saidAt: string
  endedAt: string | null
}
export type KnowHow = Selectable<KnowHowTable>

/** What a colleague was asked; whoever wrote it sends their own address along. */
export interface KnowHowLetterTable {
  id: string
  networkId: string
  toPerson: string
  fromPerson: string
  about: string
  words: string
  writtenAt: string
  /** When the one who was asked said that they have answered. */
  answeredAt: string | null
}
export type KnowHowLetter = Selectable<KnowHowLetterTable>

declare module '../database.js' {
  interface Tables {
    knowHows: KnowHowTable
    knowHowLetters: KnowHowLetterTable
  }
}

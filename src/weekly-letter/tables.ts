import type { Selectable } from 'kysely'

export interface WeeklyLetterTable {
  personId: string
  /** 1 for Monday to 7 for Sunday. */
  weekday: number
  /** The day on which their last letter was due, whether or not there was anything to write. */
  dueOn: string | null
  /** Until when everything has been told to them. */
  lookedAt: string | null
  sentAt: string | null
}
export type WeeklyLetter = Selectable<WeeklyLetterTable>

declare module '../database.js' {
  interface Tables {
    weeklyLetters: WeeklyLetterTable
  }
}

/** How far somebody is in the notes of a first visit. */
export interface TourTakenTable {
  personId: string
  tour: string
  notesRead: number
  /** Read to the end, or skipped for ever. */
  endedAt: string | null
}

declare module '../../database.js' {
  interface Tables {
    toursTaken: TourTakenTable
  }
}

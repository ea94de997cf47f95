import { a4, type Paper } from './paper.js'

/** How a document comes onto paper. Plain JSON, since it is handed to the thread that draws. */
export interface Form {
  paper: Paper
  /** Whether the question has a page of its own, or stands above the text on the first one. */
  titlePage: boolean
  /** Whether each page says its edition and number at its foot. */
  foot: boolean
}

/** A write-up to be punched and filed: A4, with a title page and a foot. */
export const filed: Form = { paper: a4, titlePage: true, foot: true }

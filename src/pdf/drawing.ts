import type { Document } from '../documents/document.js'
import type { Form } from './form.js'

/** What a worker is asked for: this document, with these pictures, as a PDF at this path. */
export interface Drawing {
  document: Document
  /** The file of each picture, by its id: JPEG or PNG, by absolute path. */
  picturePath: Record<string, string>
  path: string
  form: Form
}

/** A PDF could not be drawn. The message is a sentence for the reader; the cause is for the log. */
export class PdfFailed extends Error {
  override name = 'PdfFailed'
}

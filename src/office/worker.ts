import type { Document } from '../documents/document.js'
import type { SlideSaid } from '../powerpoint/to-powerpoint.js'
import type { Sheet } from './to-excel.js'

/** What is written for another program, and what it is written from; pictures by their ids, as absolute paths. */
export type ToWrite =
  | { as: 'Word'; document: Document; pictures: Record<string, string> }
  | { as: 'PowerPoint'; document: Document; slides: SlideSaid[]; pictures: Record<string, string> }
  | { as: 'Excel'; sheets: Sheet[] }

/** Writes a file off the thread that answers pages; what writes each kind is large, and opened when somebody asks for one. */
export default async function write(file: ToWrite): Promise<Uint8Array> {
  switch (file.as) {
    case 'Word':
      return (await import('../word/to-word.js')).toWord(file.document, file.pictures)
    case 'PowerPoint':
      return (await import('../powerpoint/to-powerpoint.js')).toPowerpoint(file.document, file.slides, file.pictures)
    case 'Excel':
      return (await import('./to-excel.js')).toExcel(file.sheets)
  }
}

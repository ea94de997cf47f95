import { createHash } from 'node:crypto'
import type { Document } from '../../documents/document.js'
import { canonicalJson } from '../../documents/hash.js'
import { GatheringDocument } from '../writing.js'

type Renewed =
  | 'page'
  | 'outline'
  | 'openImage'
  | 'image'
  | 'struct'
  | 'addContent'
  | 'addStructure'
  | 'markStructureContent'
  | 'annotate'
  | 'ref'
  | 'addPage'

/**
 * The parts of PDFKit that its own types leave out, in one place. The package is pinned to an exact version; these names
 * are proved by the tests that read our PDFs back.
 */
export interface Press extends Omit<PDFKit.PDFDocument, Renewed> {
  _root: Reference
  /** What the file is known by. */
  _id: Uint8Array
  _addInfo: () => void
  page: { fonts: Record<string, Reference>; dictionary: Reference; height: number }
  outline: Outline
  addContent(operators: string): this
  addPage(options: { size: [number, number]; margin: number }): this
  struct(type: string, options?: Record<string, unknown>): Element
  addStructure(element: Element): this
  markStructureContent(type: string): Content
  openImage(path: string): OpenImage
  image(image: OpenImage, x: number, y: number, size: { width: number; height: number }): this
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): this
  ref(data: Record<string, unknown>): Reference
  /** The whole file, once it is ended. */
  bytes: Buffer
}

export interface Reference {
  data: Record<string, unknown>
  end(chunk?: Uint8Array): void
}

export interface Element {
  dictionary: Reference
  add(child: Element | Content): this
  end(): void
}

export interface Content {
  refs: unknown[]
}

export interface OpenImage {
  width: number
  height: number
  orientation?: number
  /** Given for a JPEG. */
  colorSpace?: string
}

export interface Outline {
  addItem(
    title: string,
    options: { pageNumber?: number; fit: boolean; top: number; left: number; expanded?: boolean },
  ): Outline
}

/**
 * Empty sheets, tagged, in a language and with a title that readers' windows show. An edition is of the moment at which it
 * was published, and its file is known by what it says: drawn again it is the same, byte for byte.
 */
export function newPress(document: Document): Press {
  const { language, title, authors = [], edition } = document
  const press = new GatheringDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language,
    font: null as unknown as string,
    info: {
      Title: title,
      ...(authors.length > 0 && { Author: authors.map(({ name }) => name).join(', ') }),
      Creator: 'Enquiry Workbench',
      Producer: 'Enquiry Workbench',
      CreationDate: edition ? new Date(edition.publishedAt) : new Date(),
    },
  }) as unknown as Press
  press._id = createHash('sha256').update(canonicalJson(document)).digest().subarray(0, 16)
  return press
}

import type { Block, Document } from '../documents/document.js'
import { headingsOf } from '../documents/headings.js'
import type { WordPicture } from './pictures.js'

/** What is known while one document is written: where its links lead, its pictures, and the numbered lists it needs. */
export class Writing {
  private readonly places: Map<string, string>
  private bookmarks = 0
  /** Where each ordered list starts; each has a numbering of its own. */
  readonly lists: number[] = []

  constructor(
    readonly document: Document,
    readonly pictures: Map<string, WordPicture>,
  ) {
    const ids = [...headingsOf(document.parts).map(({ id }) => id), ...entriesIn(document.parts)]
    this.places = new Map(ids.map((id, at) => [id, `part_${String(at + 1).padStart(4, '0')}`]))
  }

  /** The name of the bookmark that links to this place lead to; undefined where nothing stands there. */
  bookmarkOf(id: string): string | undefined {
    return this.places.get(id) ?? this.places.get(decoded(id))
  }

  /** A number that no other bookmark of this document has. */
  nextBookmark(): number {
    return ++this.bookmarks
  }

  newList(start: number): string {
    this.lists.push(start)
    return `numbers-${this.lists.length}`
  }
}

function entriesIn(parts: Block[]): string[] {
  return parts.flatMap(block => (block.kind === 'paragraph' && block.id ? [block.id] : []))
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

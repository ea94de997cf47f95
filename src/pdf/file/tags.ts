/** A place in the structure of the document, by which a screen reader finds its way. It comes to be when first drawn in. */
export interface Tag {
  type: TagType
  parent?: Tag
  language?: string
  /** What is said of a picture. */
  alt?: string
  /** Its own name, as a note has. */
  id?: string
  scope?: 'Column' | 'Row'
  numbering?: 'Disc' | 'Circle' | 'Square' | 'Decimal'
  /** Left, top, right and bottom of a picture on its page. */
  box?: [number, number, number, number]
  /** A picture among letters, as an emoji is. */
  inLine?: boolean
}

export type TagType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'BlockQuote'
  | 'Code'
  | 'Link'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'Span'
  | 'Note'

/** A tag within another. */
export function tag(type: TagType, parent: Tag, more: Omit<Tag, 'type' | 'parent'> = {}): Tag {
  return { type, parent, ...more }
}

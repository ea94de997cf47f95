import type { Block, Document, Figure } from '../documents/document.js'

export interface CoverPicture {
  id: string
  alt: string
  width: number
  height: number
}

/** The first picture of a document as its readers see it now, for its cover. */
export function coverIn(document: Document): CoverPicture | undefined {
  return picturesIn(document.parts)[0]
}

function picturesIn(blocks: Block[]): CoverPicture[] {
  return blocks.flatMap(block => {
    if (block.kind === 'figure') return [pictureIn(block)]
    if (block.kind === 'quotation') return picturesIn(block.blocks)
    if (block.kind === 'list') return block.items.flatMap(item => picturesIn(item.blocks))
    return []
  })
}

function pictureIn({ picture: { id, width, height }, alt }: Figure): CoverPicture {
  return { id, alt, width, height }
}

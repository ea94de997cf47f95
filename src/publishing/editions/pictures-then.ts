import type { Db } from '../../database.js'
import type { Block, Document, Picture } from '../../documents/document.js'
import { filesThen } from '../../files/versions-shown.js'
import type { StoredFile } from '../../files/tables.js'

/** Pictures as they were when a document was frozen, by id. */
export type PicturesThen = Map<string, StoredFile>

/**
 * The pictures of a document as they were when it was frozen, by id, as far as they may be shown now. One that was
 * covered since shows covered; one that was erased is missing.
 */
export function picturesThen(db: Db, { parts }: Pick<Document, 'parts'>): Promise<PicturesThen> {
  return filesThen(
    db,
    picturesIn(parts).map(({ id, version = 1 }) => ({ id, version })),
  )
}

/** The same document, with its pictures in the proportions in which they are shown now: covering may also cut. */
export function inProportion(document: Document, then: PicturesThen): Document {
  const proportioned = (block: Block): Block => {
    if (block.kind === 'quotation') return { ...block, blocks: block.blocks.map(proportioned) }
    if (block.kind === 'list')
      return { ...block, items: block.items.map(item => ({ ...item, blocks: item.blocks.map(proportioned) })) }
    const file = block.kind === 'figure' ? then.get(block.picture.id) : undefined
    if (block.kind !== 'figure' || !file?.width || !file.height) return block
    return { ...block, picture: { ...block.picture, width: file.width, height: file.height } }
  }
  return { ...document, parts: document.parts.map(proportioned) }
}

export function pictureIds(blocks: Block[]): string[] {
  return picturesIn(blocks).map(picture => picture.id)
}

function picturesIn(blocks: Block[]): Picture[] {
  return blocks.flatMap(block => {
    if (block.kind === 'figure') return [block.picture]
    if (block.kind === 'quotation') return picturesIn(block.blocks)
    if (block.kind === 'list') return block.items.flatMap(item => picturesIn(item.blocks))
    return []
  })
}

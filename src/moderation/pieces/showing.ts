import { addressOf, beyondTheTitle, pictureOf } from '../../evidence/listing/cards.js'
import { inSizes, type PictureInSizes } from '../../files/pictures/sizes.js'
import { type FoundPiece, nameOfPiece } from './pieces.js'

interface PictureShown extends PictureInSizes {
  /** All of it, as it was brought. */
  whole: string
  alt: string
  /** Where faces in it are covered; empty for those who may not. */
  cover: string
}

/** Pupils’ work as it is judged: large, and without its school, so that the work alone is looked at. */
export interface PieceShown {
  name: string
  title: string
  /** In Markdown; empty where the pictures are all. */
  words: string
  pictures: PictureShown[]
  files: { name: string; address: string }[]
  /** The page of the piece of evidence; empty for what was brought for the round. */
  href: string
}

/** @param at the address of the piece within its round, for files that were brought for it; @param mayCover whether this reader covers faces in its pictures */
export function shownPiece(found: FoundPiece, at: string, mayCover = false): PieceShown {
  const { piece, evidence, files } = found
  const name = nameOfPiece(found)
  if (evidence) {
    const pictures = evidence.files.filter(file => file.kind === 'image')
    return {
      ...{ name, title: evidence.title, href: `/evidence/${evidence.id}` },
      words: beyondTheTitle(evidence) === '' ? '' : evidence.whatWeSaw,
      pictures: pictures.map(file => ({
        whole: addressOf(file),
        ...pictureOf(file),
        alt: file.alt || `${evidence.title}, not described yet`,
        cover: '',
      })),
      files: evidence.files
        .filter(file => file.kind !== 'image')
        .map(file => ({ name: file.name, address: addressOf(file) })),
    }
  }
  const address = (file: { id: string; name: string }, size = '') =>
    `${at}/files/${file.id}${size}/${encodeURIComponent(file.name)}`
  return {
    ...{ name, title: piece.title, words: piece.words, href: '' },
    pictures: files
      .filter(file => file.kind === 'image')
      .map(file => ({
        whole: address(file),
        ...inSizes(file, size => `${address(file, '/picture')}?size=${size}`),
        alt: file.alt || piece.title,
        cover: mayCover ? `${at}/files/${file.id}/covering` : '',
      })),
    files: files.filter(file => file.kind !== 'image').map(file => ({ name: file.name, address: address(file) })),
  }
}

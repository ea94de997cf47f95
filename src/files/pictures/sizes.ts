import type { StoredFile } from '../tables.js'

/** The three sizes of a picture on pages; which of them is fetched, the browser chooses by its window. */
export type PictureSize = 'thumbnail' | 'middle' | 'small'

/** How wide they are at most, in dots. */
export const WIDTHS: Record<PictureSize, number> = { thumbnail: 320, middle: 800, small: 1600 }

/** What an `<img>` is given, so that its place is kept before it is there. */
export interface PictureInSizes {
  /** The one for browsers that do not choose. */
  address: string
  srcset: string
  width: number
  height: number
}

type Sided = Pick<StoredFile, 'width' | 'height'>

/** @param addressIn where the picture can be fetched in each size */
export function inSizes(file: Sided, addressIn: (size: PictureSize) => string): PictureInSizes {
  return { address: addressIn('middle'), srcset: srcsetOf(file, addressIn), ...within(file, WIDTHS.small) }
}

/** Each size with its true width: a picture is never made larger than it came. */
export function srcsetOf(file: Sided, addressIn: (size: PictureSize) => string): string {
  const fitted = within(file, WIDTHS.small)
  const widths = {
    thumbnail: ofWidth(fitted, WIDTHS.thumbnail),
    middle: ofWidth(fitted, WIDTHS.middle),
    small: fitted.width,
  }
  const sizes = (['thumbnail', 'middle', 'small'] as const).filter(
    (size, at, all) => at === 0 || widths[size] > widths[all[at - 1]!],
  )
  return sizes.map(size => `${addressIn(size)} ${widths[size]}w`).join(', ')
}

/** The size of a picture made to fit into a square of this side. */
export function within({ width, height }: Sided, side: number): { width: number; height: number } {
  const [wide, high] = [width ?? side, height ?? side]
  const scale = Math.min(1, side / Math.max(wide, high))
  return { width: Math.round(wide * scale), height: Math.round(high * scale) }
}

/** What is very long is held to twice the width (src/files/pictures/pictures.ts). */
function ofWidth({ width, height }: { width: number; height: number }, most: number): number {
  const scale = Math.min(1, most / width, (most * 2) / height)
  return Math.max(1, Math.round(width * scale))
}

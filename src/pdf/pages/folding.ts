/**
 * The pages of a folded booklet as they are printed, two on each side of a sheet: the last beside the first, the second beside
 * the last but one, and so on. A booklet has four pages to each sheet; those that are missing stay white.
 * @returns places of pages from 0, left and right of each side
 */
export function folded(pages: number): [number | undefined, number | undefined][] {
  const all = Math.ceil(pages / 4) * 4
  const page = (at: number) => (at < pages ? at : undefined)
  return Array.from({ length: all / 2 }, (_, side) => {
    const [outer, inner] = [page(all - 1 - side), page(side)]
    return side % 2 === 0 ? [outer, inner] : [inner, outer]
  })
}

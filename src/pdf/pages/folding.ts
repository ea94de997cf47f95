import { blankSlabs } from '../blocks/blanks.js'
import type { Page } from '../blocks/slabs.js'
import type { Form } from '../form.js'
import type { Setting } from '../setting.js'

const ON_A_SHEET = 4
/** Lines for notes stand so far apart, and leave room for what they are for. */
const LINE = 22

/** The same pages, and where they are to fill whole sheets, lined ones behind them. */
export function withNotePages(pages: Page[], { wholeSheets, paper }: Form, setting: Setting): Page[] {
  const missing = wholeSheets ? Math.ceil(pages.length / ON_A_SHEET) * ON_A_SHEET - pages.length : 0
  const lines = Math.floor(paper.room / LINE) - 2
  const lined = (): Page => {
    const [slab] = blankSlabs({ kind: 'blank', label: 'For your notes', lines }, setting)
    return [{ slab: slab!, y: paper.top }]
  }
  return [...pages, ...Array.from({ length: missing }, lined)]
}

/**
 * The pages of a folded booklet as they are printed, two on each side of a sheet: the last beside the first, the second beside
 * the last but one, and so on. A booklet has four pages to each sheet; those that are missing stay white.
 * @returns places of pages from 0, left and right of each side
 */
export function folded(pages: number): [number | undefined, number | undefined][] {
  const all = Math.ceil(pages / ON_A_SHEET) * ON_A_SHEET
  const page = (at: number) => (at < pages ? at : undefined)
  return Array.from({ length: all / 2 }, (_, side) => {
    const [outer, inner] = [page(all - 1 - side), page(side)]
    return side % 2 === 0 ? [outer, inner] : [inner, outer]
  })
}

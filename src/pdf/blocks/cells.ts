import type { Inline } from '../../documents/document.js'
import { spansOf, type Span } from '../lettering/spans.js'
import type { Type } from '../type.js'

/** The room between the edges of a cell and its words. */
export const PADDING = { across: 6, down: 5 }

/** The look of a cell: bold where it heads a row or column. */
export function cellSpans(cell: Inline[], type: Type, heads: boolean, language?: string): Span[] {
  return spansOf(cell, heads ? { ...type, bold: true } : type, language)
}

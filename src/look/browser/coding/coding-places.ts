/** Some words of a text, by where they begin and end in it. */
export interface Chosen {
  text: string
  startsAt: number
  endsAt: number
}

/** The words that are selected in a text on the page; of several texts, those in the first one. */
export function selectedWords(): (Chosen & { where: HTMLElement; range: Range }) | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const where = textAround(range.startContainer) ?? textAround(range.endContainer)
  if (!where) return null
  const startsAt = where.contains(range.startContainer) ? offsetOf(where, range.startContainer, range.startOffset) : 0
  const endsAt = where.contains(range.endContainer)
    ? offsetOf(where, range.endContainer, range.endOffset)
    : where.textContent.length
  if (where.textContent.slice(startsAt, endsAt).trim() === '') return null
  return { text: where.dataset.text!, startsAt, endsAt, where, range }
}

export function textAround(node: Node | null): HTMLElement | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  return element?.closest<HTMLElement>('.coding-text') ?? null
}

function offsetOf(where: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(where, 0)
  before.setEnd(node, offset)
  return before.toString().length
}

/** The range of the page on which these words stand now. */
export function rangeOf(where: HTMLElement, { startsAt, endsAt }: Pick<Chosen, 'startsAt' | 'endsAt'>): Range {
  const range = document.createRange()
  range.setStart(...pointAt(where, startsAt))
  range.setEnd(...pointAt(where, endsAt))
  return range
}

function pointAt(where: HTMLElement, offset: number): [Node, number] {
  const walker = document.createTreeWalker(where, NodeFilter.SHOW_TEXT)
  let left = offset
  let last: Text | null = null
  while (walker.nextNode()) {
    last = walker.currentNode as Text
    if (left <= last.data.length) return [last, left]
    left -= last.data.length
  }
  return last ? [last, last.data.length] : [where, 0]
}

/** Draws the chosen words even when the selection has gone to the panel. Browsers that cannot, quote them in the panel. */
export function drawChosen(chosen: Chosen | null): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete('choosing')
  const where = chosen && document.querySelector<HTMLElement>(`.coding-text[data-text="${chosen.text}"]`)
  if (where) CSS.highlights.set('choosing', new Highlight(rangeOf(where, chosen)))
}

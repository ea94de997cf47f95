import type { Block, Inline, Note, NoteMark } from './document.js'

/**
 * The same blocks, their notes numbered from 1 in the order in which they are met; a note that is marked twice keeps its
 * number. Each part of a document counts its own notes before this.
 */
export function withNumberedNotes(blocks: Block[]): Block[] {
  const known = new Map<string, { number: number; marks: number }>()
  return eachInline(blocks, inlines => numbered(inlines, known))
}

function numbered(inlines: Inline[], known: Map<string, { number: number; marks: number }>): Inline[] {
  return inlines.map((inline): Inline => {
    if (inline.kind === 'note') {
      const said = JSON.stringify(inline.blocks)
      const note = known.get(said) ?? { number: known.size + 1, marks: 0 }
      note.marks++
      known.set(said, note)
      return { ...inline, number: note.number, mark: note.marks }
    }
    return 'inlines' in inline ? { ...inline, inlines: numbered(inline.inlines, known) } : inline
  })
}

/** The notes that are marked in some blocks, each once. */
export function notesIn(blocks: Block[]): Note[] {
  return marksIn(blocks)
    .filter(({ mark }) => mark === 1)
    .map(({ number, blocks: said }) => ({ number, blocks: said }))
}

function marksIn(blocks: Block[]): NoteMark[] {
  const marks: NoteMark[] = []
  eachInline(blocks, inlines => {
    gather(inlines, marks)
    return inlines
  })
  return marks
}

function gather(inlines: Inline[], marks: NoteMark[]): void {
  for (const inline of inlines) {
    if (inline.kind === 'note') marks.push(inline)
    else if ('inlines' in inline) gather(inline.inlines, marks)
  }
}

/** The same blocks with their notes numbered, and all of them below, as on a page. */
export function withNotesAtEnd(blocks: Block[]): Block[] {
  const own = withNumberedNotes(blocks)
  const notes = notesIn(own)
  return notes.length ? [...own, { kind: 'notes', notes }] : own
}

/** Words without the marks of their notes, as for a list of contents. */
export function withoutMarks(inlines: Inline[]): Inline[] {
  return inlines
    .filter(({ kind }) => kind !== 'note')
    .map(inline => ('inlines' in inline ? { ...inline, inlines: withoutMarks(inline.inlines) } : inline))
}

/** Blocks with every line of words in them as `change` gives it back, in reading order. */
function eachInline(blocks: Block[], change: (inlines: Inline[]) => Inline[]): Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, inlines: change(block.inlines) }
      case 'list':
        return { ...block, items: block.items.map(item => ({ ...item, blocks: eachInline(item.blocks, change) })) }
      case 'table':
        return {
          ...block,
          ...(block.caption && { caption: change(block.caption) }),
          head: block.head.map(change),
          rows: block.rows.map(row => row.map(change)),
        }
      case 'figure':
        return { ...block, caption: change(block.caption) }
      case 'quotation':
        return { ...block, blocks: eachInline(block.blocks, change) }
      default:
        return block
    }
  })
}

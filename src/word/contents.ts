import { BuilderElement, InternalHyperlink, Paragraph, Run, TextRun } from 'docx'
import type { Document } from '../documents/document.js'
import { headingsOf } from '../documents/headings.js'
import { written } from './inlines.js'
import type { Writing } from './writing.js'

/** What Word makes the list of: the headings of two levels, as links, without page numbers, which Word alone can know. */
const MADE_OF = 'TOC \\o "1-2" \\n "1-2" \\h \\z'

/**
 * The list of contents as a field of Word's (ECMA-376, 17.16.5.68), with what it would find filled in, so that it is there
 * before anybody asks for it to be made anew.
 */
export function contentsOf(document: Document, writing: Writing): Paragraph[] {
  const entries = headingsOf(document.parts).filter(({ level, text }) => level < 4 && text.trim() !== '')
  if (!document.contents || entries.length === 0) return []
  const title = new Paragraph({ style: 'ContentsTitle', keepNext: true, children: [new TextRun('Contents')] })
  const lines = entries.map(({ id, level, text }, at) => {
    const words = [new TextRun(written(text))]
    const anchor = writing.bookmarkOf(id)
    const link = anchor ? [new InternalHyperlink({ anchor, children: words })] : words
    const before = at === 0 ? [mark('begin'), instruction(), mark('separate')] : []
    const after = at === entries.length - 1 ? [mark('end')] : []
    return new Paragraph({ style: level === 2 ? 'TOC1' : 'TOC2', children: [...before, ...link, ...after] })
  })
  return [title, ...lines]
}

/** Each stands in a run of its own: some programs read no field otherwise. */
function mark(kind: 'begin' | 'separate' | 'end'): Run {
  return inRun(new BuilderElement({ name: 'w:fldChar', attributes: { kind: { key: 'w:fldCharType', value: kind } } }))
}

function instruction(): Run {
  const attributes = { space: { key: 'xml:space', value: 'preserve' } }
  return inRun(new BuilderElement({ name: 'w:instrText', attributes, children: [MADE_OF as never] }))
}

function inRun(element: BuilderElement): Run {
  const run = new Run({})
  run.addChildElement(element)
  return run
}

import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { CopiedMemo } from './codes.js'
import { guidOf } from './guid.js'
import { shortened, userOf, type Writing } from './writing.js'
import { plainXml } from './xml.js'

export function putNotes(root: XMLBuilder, { notes }: Writing): void {
  if (notes.length === 0) return
  const all = root.ele('Notes')
  for (const { guid, name, words, by, at } of notes)
    all.ele('Note', { guid, name, creatingUser: by, creationDateTime: at }).ele('PlainTextContent').txt(plainXml(words))
}

/** Points from a code or a selection at the memos on it; each of them becomes a note. */
export function putMemos(element: XMLBuilder, writing: Writing, isOnIt: (memo: CopiedMemo) => boolean): void {
  for (const memo of writing.codes.memos.filter(isOnIt))
    element.ele('NoteRef', { targetGUID: noteOfMemo(writing, memo) })
}

/** @returns the GUID of the note */
function noteOfMemo(writing: Writing, memo: CopiedMemo): string {
  const guid = guidOf('memo', memo.id)
  const maker = writing.codes.codings.find(one => one.madeBy === memo.madeBy)?.madeByName ?? 'A colleague'
  const by = userOf(writing, memo.madeBy, maker)
  if (!writing.notes.some(note => note.guid === guid))
    writing.notes.push({ guid, name: shortened(memo.words, writing), words: memo.words, by, at: memo.madeAt })
  return guid
}

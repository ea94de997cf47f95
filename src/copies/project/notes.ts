import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { textEntry } from '../zipping.js'
import type { CopiedMemo } from './codes.js'
import { guidOf } from './guid.js'
import { shortened, userOf, type Writing } from './writing.js'
import { plainXml } from './xml.js'

/** Each note is a text beside the project, under a name that no other has: some programs read no others, and none with one name twice. */
export function putNotes(root: XMLBuilder, { notes, files }: Writing): void {
  if (notes.length === 0) return
  const all = root.ele('Notes')
  const names = new Set<string>()
  for (const { guid, name, words, by, at } of notes) {
    files.push(textEntry(`sources/${guid}.txt`, plainXml(words)))
    const plainTextPath = `internal://${guid}.txt`
    all.ele('Note', { guid, name: alone(name, names), plainTextPath, creatingUser: by, creationDateTime: at })
  }
}

function alone(name: string, names: Set<string>): string {
  let own = name
  for (let number = 2; names.has(own); number++) own = `${name} (${number})`
  names.add(own)
  return own
}

/** Points from a code or a selection at the memos on it; each of them becomes a note. */
export function putMemos(element: XMLBuilder, writing: Writing, isOnIt: (memo: CopiedMemo) => boolean): void {
  for (const memo of writing.codes.memos.filter(isOnIt))
    element.ele('NoteRef', { targetGUID: noteOfMemo(writing, memo) })
}

/** The memos on a selection are also its own description, since not every program follows what a selection points at. */
export function putMemosAsDescription(
  selection: XMLBuilder,
  { codes }: Writing,
  isOnIt: (memo: CopiedMemo) => boolean,
) {
  const words = codes.memos.filter(isOnIt).map(memo => memo.words)
  if (words.length > 0) selection.ele('Description').txt(plainXml(words.join('\n\n')))
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

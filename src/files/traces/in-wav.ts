import type { FileHandle } from 'node:fs/promises'
import { Unreadable, Window, zero } from './bytes.js'

/** What a player needs; names, dates, places and descriptions stand in all the others (LIST, bext, iXML, id3, cue). */
const NEEDED = new Set(['fmt ', 'fact', 'data'])
const TO_THE_END = 0xffffffff

/**
 * A WAV is a row of chunks, each with a name and a length (Microsoft and IBM, Multimedia Programming Interface 1.0, 1991).
 * What is not sound is overwritten with nothing where it stands, so that the sound stays in its place.
 */
export async function blankWav(file: FileHandle, size: number): Promise<boolean> {
  const bytes = new Window(file)
  const head = await bytes.at(0, 12)
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WAVE')
    throw new Unreadable('no RIFF')
  const met = new Set<string>()
  let changed = false
  for (let at = 12; at + 8 <= size;) {
    const chunk = await bytes.at(at, 8)
    const name = chunk.toString('latin1', 0, 4)
    const said = chunk.readUInt32LE(4)
    // Recorders that are switched off in the middle leave the length of the sound unsaid.
    const isOpen = name === 'data' && (said === TO_THE_END || said === 0)
    const end = isOpen ? size : at + 8 + said
    if (end > size) throw new Unreadable('a chunk goes on beyond the end')
    met.add(name)
    if (!NEEDED.has(name) && name !== 'JUNK') {
      await file.write(Buffer.from('JUNK', 'latin1'), 0, 4, at)
      await zero(file, at + 8, end)
      changed = true
    }
    at = end + (said % 2)
    if (isOpen) at = size
  }
  if (!met.has('fmt ') || !met.has('data')) throw new Unreadable('no sound')
  return changed
}

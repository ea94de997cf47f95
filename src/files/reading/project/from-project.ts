import { readFile, stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { plural } from '../../../words/words.js'
import { type Archive, openArchive } from '../../receiving/archive.js'
import { readableText } from '../../receiving/text.js'
import type { FoundCode, FoundProject, FoundText } from './found-project.js'
import { placesIn } from './places.js'
import { type Parts, partsIn, type Source } from './project-parts.js'

const LARGEST_XML = 60 * 1024 ** 2
const LARGEST_TEXT = 8 * 1024 ** 2
const MOST_LETTERS = 6_000_000
const LONGEST_TEXT = 1_000_000
const LONGEST_NOTE = 10_000

/**
 * A codebook (.qdc) or a project (.qdpx) of another program, as REFI-QDA 1.0 has them.
 * @throws Error when it is neither, or holds more than can be read
 */
export async function readProject(path: string): Promise<FoundProject> {
  const isArchive = (await beginning(path)).startsWith('PK')
  if (!isArchive) {
    if ((await stat(path)).size > LARGEST_XML) throw new Error('The codebook is too large')
    const parts = partsIn(await readFile(path))
    return { ...(await found(parts, undefined)), form: 'codebook' }
  }
  const archive = await openArchive(path)
  try {
    const name = [...archive.parts.keys()].find(one => /(^|\/)[^/]+\.qde$/i.test(one))
    if (!name) throw new Error('There is no project in this archive')
    return {
      ...(await found(partsIn(await buffer(await archive.stream(name, LARGEST_XML))), archive)),
      form: 'project',
    }
  } finally {
    archive.close()
  }
}

async function beginning(path: string): Promise<string> {
  return (await readFile(path)).subarray(0, 2).toString('latin1')
}

async function found(parts: Parts, archive: Archive | undefined): Promise<Omit<FoundProject, 'form'>> {
  const missing: string[] = []
  let letters = 0
  const wordsOf = async (path: string, inline: string) => {
    const bytes = path ? await partAt(archive, path) : undefined
    const words = bytes ? (readableText(bytes) ?? '') : inline
    letters += words.length
    if (letters > MOST_LETTERS) throw new Error('There is more text in this project than can be read')
    return words.replace(/^\uFEFF/, '')
  }
  const notes = new Map<string, { name: string; words: string }>()
  for (const note of parts.notes)
    notes.set(note.guid, {
      name: note.name,
      words: (await wordsOf(note.textPath, note.inline)).trim().slice(0, LONGEST_NOTE),
    })
  const texts: FoundText[] = []
  for (const source of parts.sources) {
    const words = await wordsOf(source.textPath, source.inline)
    const pdf = source.kind === 'PDFSource' && archive ? (partNamed(archive, source.path) ?? null) : null
    if (words.trim() === '' && !pdf) missing.push(source.name || 'a source without a name')
    else texts.push(textFrom(source, words.slice(0, LONGEST_TEXT), pdf, notes))
  }
  const onSomething = new Set(
    [...parts.codes, ...parts.sources.flatMap(one => one.selections)].flatMap(one => one.noteRefs),
  )
  const byThemselves = [...notes].filter(([guid, { words }]) => words !== '' && !onSomething.has(guid))
  return {
    origin: parts.origin.slice(0, 80),
    codes: parts.codes.map(codeFrom),
    texts,
    notes: byThemselves.map(([, note]) => note),
    pointedAt: Object.fromEntries(
      [...notes].filter(([guid]) => onSomething.has(guid)).map(([guid, { words }]) => [guid, words]),
    ),
    losses: lossesOf(parts, missing),
  }
}

function codeFrom({ guid, name, colour, parent, description, noteRefs }: Parts['codes'][number]): FoundCode {
  return { guid, name: name.trim(), colour, parent, description: description.trim(), notes: noteRefs }
}

function textFrom(source: Source, words: string, pdf: string | null, known: Map<string, { words: string }>): FoundText {
  const { words: plain, place } = placesIn(words, source.selections)
  const selections = source.selections.flatMap(({ from, to, codes, noteRefs, said }) => {
    const [startsAt, endsAt] = [place(from), place(to)]
    // What a selection says of itself may be its notes once more, for programs that follow no reference.
    const again = noteRefs.map(guid => known.get(guid)?.words ?? '').join('\n\n')
    const own = said.trim() === again.trim() ? '' : said.trim()
    const notes = [...noteRefs, ...(own ? [`=${own}`] : [])]
    return endsAt > startsAt ? [{ startsAt, endsAt, codes, notes }] : []
  })
  return { name: source.name, words: plain, selections, pdf }
}

/** `internal://NAME` stands in the folder of sources; paths to somewhere else on a disk lead nowhere here. */
function partNamed(archive: Archive | undefined, path: string): string | undefined {
  const name = /^internal:\/\/(.+)$/i.exec(path)?.[1]?.toLowerCase()
  if (!archive || !name) return undefined
  return [...archive.parts.keys()].find(part => part.toLowerCase() === `sources/${name}` || part.toLowerCase() === name)
}

async function partAt(archive: Archive | undefined, path: string): Promise<Buffer | undefined> {
  const name = partNamed(archive, path)
  return archive && name ? buffer(await archive.stream(name, LARGEST_TEXT)) : undefined
}

function lossesOf({ counts, sources }: Parts, missing: string[]): string[] {
  const whole = sources.reduce((sum, source) => sum + source.codedWhole, 0)
  const count = (number: number, one: string, many: string) => number > 0 && plural(number, one, many)
  return [
    count(counts.pictures, 'picture', 'pictures'),
    count(
      counts.recordings,
      'sound or film; what is said in it comes in as a text',
      'sounds and films; what is said in them comes in as texts',
    ),
    count(counts.areas, 'coded area of a page or picture', 'coded areas of pages and pictures'),
    count(counts.moments, 'coded stretch of a sound or film', 'coded stretches of sounds and films'),
    count(whole, 'code on a source as a whole', 'codes on sources as a whole'),
    count(counts.cases, 'case', 'cases'),
    count(counts.variables, 'variable with its values', 'variables with their values'),
    count(counts.links, 'link', 'links'),
    count(counts.sets, 'set', 'sets'),
    count(counts.graphs, 'map', 'maps'),
    ...missing.slice(0, 20).map(name => `“${name.slice(0, 80)}”, of which the file holds no text`),
    count(Math.max(0, missing.length - 20), 'more source without a text', 'more sources without a text'),
    'who coded and wrote what, and when',
  ].filter(one => typeof one === 'string')
}

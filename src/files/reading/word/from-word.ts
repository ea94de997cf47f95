import { plural } from '../../../words/words.js'
import { openOffice, type OfficePackage } from '../office/package.js'
import { walkXml } from '../office/xml.js'
import { asFound, type WordsFound } from '../words-found.js'
import { Body, type Mark } from './body.js'
import { Numbering } from './numbering.js'
import { Styles } from './styles.js'

/**
 * The text of a Word document: paragraphs with the numbers of their lists, tables with a tab between cells, then notes and
 * comments; and what stands in it that was not read.
 */
export async function readWord(path: string): Promise<WordsFound> {
  const file = await openOffice(path, 'docx')
  try {
    const relations = await file.relationsOf(file.main)
    const partOf = async (type: string) => {
      const relation = relations.find(one => one.type === type)
      return relation && (await file.read(relation.part))
    }
    const styles = new Styles(await partOf('styles'))
    const numbering = new Numbering(await partOf('numbering'))
    const body = new Body(styles, numbering)
    walkXml((await file.read(file.main))!, body)
    const notes: Notes = { footnote: undefined, endnote: undefined, comment: undefined }
    for (const kind of ['footnote', 'endnote', 'comment'] as const) {
      const part = body.marks.some(mark => mark.kind === kind) ? await partOf(`${kind}s`) : undefined
      if (!part) continue
      notes[kind] = new Body(styles, numbering)
      walkXml(part, notes[kind])
    }
    const words = body.paragraphs.whole()
    const pages = [words, ...beneath(body.marks, notes)].join('\n\n').split('\f')
    const edges = relations.filter(one => one.type === 'header' || one.type === 'footer').map(one => one.part)
    return { ...asFound(pages, true, pages.length > 1), leftOut: await unreadIn(file, body, edges) }
  } finally {
    file.close()
  }
}

type Notes = Record<Mark['kind'], Body | undefined>

function beneath(marks: Mark[], notes: Notes): string[] {
  const said = ({ kind, id }: Mark) => notes[kind]?.notes.get(id)
  const numbered = marks
    .filter(mark => mark.kind !== 'comment')
    .map((mark, at) => `[${at + 1}] ${said(mark)?.words.trim() ?? ''}`)
  const comments = marks
    .filter(mark => mark.kind === 'comment')
    .flatMap(mark => {
      const comment = said(mark)
      if (!comment?.words.trim()) return []
      const on = mark.on.replace(/\s+/g, ' ').trim()
      const by = comment.by ? ` by ${comment.by}` : ''
      return [`Comment${by}${on ? ` on “${on}”` : ''}: ${comment.words.trim()}`]
    })
  return [...numbered, ...comments]
}

async function unreadIn(file: OfficePackage, { unread }: Body, edges: string[]): Promise<string[]> {
  const { pictures, charts, objects, deleted, hidden } = unread
  return [
    pictures > 0 && plural(pictures, 'picture', 'pictures'),
    charts > 0 && plural(charts, 'chart or diagram', 'charts and diagrams'),
    objects > 0 && plural(objects, 'embedded file', 'embedded files'),
    deleted > 0 && 'words that were deleted while changes were tracked',
    hidden > 0 && 'hidden words',
    (await haveWords(file, edges)) && 'what stands at the head and foot of every page',
  ].filter(one => typeof one === 'string')
}

async function haveWords(file: OfficePackage, parts: string[]): Promise<boolean> {
  for (const name of parts.slice(0, 20)) {
    let words = ''
    const part = await file.read(name)
    if (part)
      walkXml(part, {
        opens() {},
        says(said, within) {
          if (within.at(-1) === 't') words += said
        },
      })
    if (/\p{L}/u.test(words)) return true
  }
  return false
}

import { writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { readableText } from '../receiving/text.js'
import { asFound, type WordsFound } from './words-found.js'

/**
 * A program of its own that reads the text of one file after another. Whatever a file does to it, the workbench goes on:
 * it can be ended at any moment, and a machine that runs out of memory ends it first.
 */
export interface ToRead {
  path: string
  mediaType: string
  /** Its text; the cells of a workbook as they stand; or what a research program's project holds. */
  wanted: 'words' | 'cells' | 'project'
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

try {
  writeFileSync('/proc/self/oom_score_adj', '1000')
} catch {
  // Only Linux knows this.
}

process.on('disconnect', () => process.exit())
process.on('message', (file: ToRead) => {
  if (file.wanted === 'cells') answerWith(cellsOf(file), undefined)
  else if (file.wanted === 'project') answerWith(projectIn(file), undefined)
  else answerWith(read(file), { outcome: 'failed', words: '', pages: null } satisfies WordsFound)
})

/** @param failed what is answered when the file cannot be read */
function answerWith(answer: Promise<unknown>, failed: unknown): void {
  const send = (what: unknown) => process.send!({ answer: what })
  answer.then(send, () => send(failed))
}

async function cellsOf({ path }: ToRead) {
  return (await import('./workbook/cells.js')).readCells(path)
}

async function projectIn({ path }: ToRead) {
  return (await import('./project/from-project.js')).readProject(path)
}

async function read({ path, mediaType }: ToRead): Promise<WordsFound> {
  if (mediaType === 'application/pdf') return (await import('./from-pdf.js')).readPdf(path)
  if (mediaType === WORD) return (await import('./word/from-word.js')).readWord(path)
  if (mediaType === EXCEL) return (await import('./from-tables.js')).readWorkbook(path)
  if (mediaType === 'text/csv') return (await import('./from-tables.js')).readCsv(path)
  return asFound([readableText(await readFile(path)) ?? ''], true, false)
}

import { BadInput } from '../../errors.js'
import { OwnProgram } from '../../heavy/own-program.js'
import type { Workbook } from './workbook/cells.js'
import type { ToRead } from './program.js'
import type { FoundProject } from './project/found-project.js'
import type { WordsFound } from './words-found.js'

const program = new OwnProgram<ToRead, WordsFound | Workbook | FoundProject>('src/files/reading/program', {
  of: 'texts of files',
  milliseconds: 30_000,
  memory: 600 * 1024 ** 2,
  heap: 400,
  waiting: 30,
  full: () => new BadInput('Many files are being read just now. Please send this one again in a minute.', 503),
})

/** Reads the text of a file in a program of its own, one file at a time. A file that is too much for it has `failed`. */
export async function readTextOf(
  file: { path: string; mediaType: string },
  limits: { milliseconds?: number; memory?: number } = {},
): Promise<WordsFound> {
  const found = await program.ask({ ...file, wanted: 'words' }, { urgent: false, ...limits })
  return (found as WordsFound | undefined) ?? { outcome: 'failed', words: '', pages: null }
}

/**
 * Reads the cells of an xlsx file in the same program; somebody waits for them, so that they come before texts.
 * @returns undefined when it is too much, or cannot be read
 */
export async function readCellsOf(path: string): Promise<Workbook | undefined> {
  return (await program.ask({ path, mediaType: EXCEL, wanted: 'cells' }, { urgent: true })) as Workbook | undefined
}

/**
 * Reads a codebook or project of a research program in the same program.
 * @returns undefined when it is neither, or too much
 */
export async function readProjectOf(path: string): Promise<FoundProject | undefined> {
  return (await program.ask({ path, mediaType: '', wanted: 'project' }, { urgent: true })) as FoundProject | undefined
}

export const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

import type { FileKind } from '../tables.js'

/** What becomes of what stands in a file of one kind: said once, here, and shown wherever such a file is read. */
export interface WhatIsRead {
  /** `a Word document` */
  of: string
  keeps: string
  changes: string
  leaves: string
}

export const whatIsRead = {
  docx: {
    of: 'a Word document',
    keeps:
      'paragraphs, the numbers and steps of lists, tables, ticked boxes, equations, what fields came to, text boxes, notes and comments',
    changes: 'equations stand in one line; cells are parted by tabs; notes and comments stand beneath the text',
    leaves: 'pictures, charts, embedded files, hidden and deleted words, heads and feet of pages, how it looks',
  },
  xlsx: {
    of: 'an Excel workbook',
    keeps: 'what each cell shows, sheet by sheet',
    changes: 'days are written 2025-10-07, times 8:11; formulas count as what they last came to',
    leaves: 'hidden sheets, rows and columns, charts, pictures, comments on cells, how it looks',
  },
  csv: {
    of: 'a CSV table',
    keeps: 'every cell, in UTF-8, UTF-16 or Windows-1252',
    changes: 'cells are parted by tabs',
    leaves: 'nothing',
  },
  pdf: {
    of: 'a PDF',
    keeps: 'its text page by page, what was typed or ticked in a form, notes upon the page',
    changes: 'words that were parted at the end of a line are joined; letters drawn as one sign are parted',
    leaves: 'pictures and scans, letters that the file does not tell, how it looks',
  },
  txt: { of: 'a plain text', keeps: 'every word', changes: 'nothing', leaves: 'signs that nobody sees' },
  bib: {
    of: 'a BibTeX or BibLaTeX list',
    keeps: 'names, title, year, where it stands, publisher, pages, DOI, address; what crossref and xdata say',
    changes: 'letters that LaTeX writes as commands become letters',
    leaves: 'abstracts, keywords, notes, paths of files',
  },
  ris: {
    of: 'a RIS list',
    keeps: 'names, title, year, where it stands, publisher, pages, DOI, address',
    changes: 'of what can be said once the first counts',
    leaves: 'abstracts, keywords, notes',
  },
  csl: {
    of: 'a CSL-JSON list',
    keeps: 'names, title, year, where it stands, publisher, pages, DOI, address',
    changes: 'nothing',
    leaves: 'abstracts, keywords, notes',
  },
  srt: {
    of: 'SRT subtitles',
    keeps: 'every word, at its moment',
    changes: 'lines of one moment are joined; a moment of no length has only its beginning',
    leaves: 'numbers, colours, places on the screen',
  },
  vtt: {
    of: 'WebVTT subtitles',
    keeps: 'every word, at its moment, and who says it',
    changes: 'lines of one moment are joined',
    leaves: 'names of moments, notes of the file, colours, places on the screen',
  },
  picture: {
    of: 'a picture',
    keeps: 'what is seen, upright, 2,400 dots long at most',
    changes: 'an iPhone’s HEIC becomes a JPEG',
    leaves: 'place, time and device; a picture that moves does not come in',
  },
  sound: {
    of: 'a sound recording',
    keeps: 'what is heard, as it was recorded',
    changes: 'nothing',
    leaves: 'place, device, title and names that were written beside it',
  },
  film: {
    of: 'a film',
    keeps: 'what is seen and heard, as it was filmed',
    changes: 'nothing',
    leaves: 'place, device, title and names that were written beside it',
  },
  measures: {
    of: 'a table of measures',
    keeps: 'school, day, what was measured, the number, how many pupils',
    changes: 'rows of pupils become a mean for each school; ages in years and months become years',
    leaves: 'names and whatever tells of a pupil, totals, remarks, hidden rows',
  },
  schools: {
    of: 'a list of schools',
    keeps: 'name, phase, pupils, town, language, postcode, local authority, number',
    changes: 'nothing',
    leaves: 'other columns; a line that cannot be read stays out alone and is named',
  },
  people: {
    of: 'a list of people',
    keeps: 'name, email address, role, school, theme, group, partner',
    changes: 'addresses lose what address books put around them',
    leaves: 'other columns; a line that cannot be read stays out alone and is named',
  },
  group: {
    of: 'the whole copy of a group',
    keeps: 'every row and file of the group, as they were',
    changes: 'nothing',
    leaves: 'passwords, what can still be undone, what belongs to the installation that it left',
  },
  qda: {
    of: 'a codebook or project (REFI-QDA)',
    keeps: 'codes with their steps and colours, texts, PDFs with their text, coded passages, notes',
    changes:
      'colours become the nearest of ours; a name that is there twice says what it stands under; a text becomes a piece of today',
    leaves:
      'pictures, sounds and films, coded areas and moments, cases, variables, links, sets, maps, who did what and when',
  },
} satisfies Record<string, WhatIsRead>

const byMediaType: Record<string, WhatIsRead> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': whatIsRead.docx,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': whatIsRead.xlsx,
  'text/csv': whatIsRead.csv,
  'application/pdf': whatIsRead.pdf,
  'text/plain': whatIsRead.txt,
}

const byKind: Partial<Record<FileKind, WhatIsRead>> = {
  image: whatIsRead.picture,
  sound: whatIsRead.sound,
  film: whatIsRead.film,
}

/** For files of any kind, each kind once, in the order of the files. */
export function whatIsReadOfFiles(files: { kind: FileKind; mediaType: string }[]): WhatIsRead[] {
  return [...new Set(files.flatMap(file => byKind[file.kind] ?? byMediaType[file.mediaType] ?? []))]
}

/** The same in a line of a terminal. */
export function whatIsReadInWords({ of, keeps, changes, leaves }: WhatIsRead): string {
  return `Of ${of} is kept: ${keeps}. Changed: ${changes}. Left out: ${leaves}.`
}

/** For a file whose text is read; undefined for one of which there is none. */
export function whatIsReadOf(mediaType: string): WhatIsRead | undefined {
  return byMediaType[mediaType]
}

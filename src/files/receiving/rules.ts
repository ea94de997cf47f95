import { fileSize } from '../../words/words.js'
import { endingOf } from '../names.js'
import type { FileKind } from '../tables.js'

const MB = 1024 * 1024

export const LARGEST: Record<FileKind, number> = {
  image: 15 * MB,
  document: 20 * MB,
  table: 20 * MB,
  text: 20 * MB,
  sound: 50 * MB,
  film: 300 * MB,
}

/** How the first bytes are judged: by file signature, by the contents of a Word or Excel archive, or as plain text. */
export type Look = { signatures: string[] } | { office: 'docx' | 'xlsx' } | { text: true }

export interface Rule {
  kind: FileKind
  mediaType: string
  /** What to call it in a sentence. */
  called: string
  look: Look
}

/** Every kind of file that may come in, by its usual ending. Anything that is not in this table is refused. */
const KINDS: Record<string, Rule> = {
  jpg: { kind: 'image', mediaType: 'image/jpeg', called: 'a JPEG picture', look: { signatures: ['jpg'] } },
  png: { kind: 'image', mediaType: 'image/png', called: 'a PNG picture', look: { signatures: ['png', 'apng'] } },
  webp: { kind: 'image', mediaType: 'image/webp', called: 'a WebP picture', look: { signatures: ['webp'] } },
  // Drawn anew as a JPEG (src/files/pictures/heic.ts).
  heic: { kind: 'image', mediaType: 'image/jpeg', called: 'an iPhone’s picture', look: { signatures: ['heic'] } },
  pdf: { kind: 'document', mediaType: 'application/pdf', called: 'a PDF', look: { signatures: ['pdf'] } },
  docx: {
    kind: 'document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    called: 'a Word document',
    look: { office: 'docx' },
  },
  xlsx: {
    kind: 'table',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    called: 'an Excel workbook',
    look: { office: 'xlsx' },
  },
  csv: { kind: 'table', mediaType: 'text/csv', called: 'a CSV table', look: { text: true } },
  txt: { kind: 'text', mediaType: 'text/plain', called: 'plain text', look: { text: true } },
  // Phones name the same recording m4a or mp4, and the brand inside follows neither rule.
  m4a: {
    kind: 'sound',
    mediaType: 'audio/mp4',
    called: 'a sound recording',
    look: { signatures: ['m4a', 'm4b', 'mp4', '3gp'] },
  },
  wav: { kind: 'sound', mediaType: 'audio/wav', called: 'a sound recording', look: { signatures: ['wav'] } },
  mp3: { kind: 'sound', mediaType: 'audio/mpeg', called: 'a sound recording', look: { signatures: ['mp3'] } },
  ogg: {
    kind: 'sound',
    mediaType: 'audio/ogg',
    called: 'a sound recording',
    look: { signatures: ['ogg', 'oga', 'opus', 'spx'] },
  },
  // An iPhone’s film and one in mp4 are laid out alike, and browsers play both as mp4.
  mp4: {
    kind: 'film',
    mediaType: 'video/mp4',
    called: 'a film',
    look: { signatures: ['mp4', 'm4v', 'm4a', '3gp', 'mov'] },
  },
  webm: { kind: 'film', mediaType: 'video/webm', called: 'a film or sound recording', look: { signatures: ['webm'] } },
}

/** Other endings under which the same kinds of file go about. */
const ALSO: Record<string, string> = {
  jpeg: 'jpg',
  jfif: 'jpg',
  jpe: 'jpg',
  pjpeg: 'jpg',
  pjp: 'jpg',
  heif: 'heic',
  opus: 'ogg',
  oga: 'ogg',
  wave: 'wav',
  mpga: 'mp3',
  m4b: 'm4a',
  m4v: 'mp4',
  mov: 'mp4',
  qt: 'mp4',
  text: 'txt',
  tsv: 'csv',
  tab: 'csv',
}

export const RULES: Record<string, Rule> = {
  ...KINDS,
  ...Object.fromEntries(Object.entries(ALSO).map(([ending, usual]) => [ending, KINDS[usual]!])),
}

/** The usual ending of what the first bytes prove a file to be, such as `jpg`; undefined where nothing like it may come in. */
export function endingProvedBy(signature: string): string | undefined {
  if (KINDS[signature]) return signature
  // A phone’s 3gp holds sound that browsers do not play.
  if (signature === '3gp') return undefined
  return Object.keys(KINDS).find(ending => {
    const { look } = KINDS[ending]!
    return 'signatures' in look && look.signatures.includes(signature)
  })
}

/** `scan 12.10.2026` and `photo.jpg_large` end in nothing that any program would take for an ending; `photo.jpg.exe` does. */
export function hasEnding(name: string): boolean {
  return /^[0-9]?[a-z][a-z0-9]{0,7}$/.test(endingOf(name))
}

/**
 * How large a file may be at most by its name; or why it cannot come in at all. A name without an ending that we know is judged by
 * the bytes once they are there.
 */
export function asNamed(name: string): { rule: Rule | undefined; most: number } | { because: string } {
  const ending = endingOf(name)
  const rule = RULES[ending]
  if (!rule && hasEnding(name)) return { because: because.ending(ending) }
  return { rule, most: LARGEST[rule?.kind ?? 'film'] }
}

export const ENDINGS = Object.keys(RULES)

/**
 * For the `accept` of a file field. Without HEIC in it an iPhone sends its pictures as JPEG, which is quicker for
 * everybody; on other devices the script adds it.
 */
export const ACCEPT = ENDINGS.filter(ending => !/^hei[cf]$/.test(ending))
  .map(ending => `.${ending}`)
  .join(',')

const WHAT_CAN_COME_IN =
  'Add pictures (jpg, png, webp), PDFs, Word or Excel files (docx, xlsx), csv, txt, sound (m4a, mp3, wav, ogg) or film (mp4, webm).'

const HEIC =
  'This picture is in Apple’s HEIC format, and we could not read this one. On the iPhone open Settings, then Camera, ' +
  'then Formats, and choose Most Compatible; new pictures will then work. For this one, share it as a JPEG.'

/** Endings that people do try, each with what to do instead. */
const INSTEAD: Record<string, string> = {
  svg: 'SVG drawings can carry programs, so they cannot be added. Save the drawing as a PNG picture.',
  html: 'Web pages cannot be added. Print the page to a PDF and add that.',
  htm: 'Web pages cannot be added. Print the page to a PDF and add that.',
  xml: 'XML files cannot be added. Save the data as a CSV or an Excel workbook (xlsx).',
  zip: 'Zip archives cannot be added. Unpack it and add the files in it one by one.',
  doc: 'This is Word’s older format. In Word choose Save As, then Word Document (docx), and add that.',
  xls: 'This is Excel’s older format. In Excel choose Save As, then Excel Workbook (xlsx), and add that.',
  docm: 'This document holds macros. In Word choose Save As, then Word Document (docx), and add that.',
  xlsm: 'This workbook holds macros. In Excel choose Save As, then Excel Workbook (xlsx), and add that.',
  pptx: 'PowerPoint files cannot be added. Save the slides as a PDF and add that.',
  ppt: 'PowerPoint files cannot be added. Save the slides as a PDF and add that.',
  pages: 'Pages documents cannot be added. In Pages choose Export To, then PDF or Word, and add that.',
  numbers: 'Numbers tables cannot be added. In Numbers choose Export To, then Excel or CSV, and add that.',
  '3gp': 'Films and sound that end in .3gp do not play in browsers. Share the recording as mp4 or m4a and add that.',
  avi: 'Films that end in .avi do not play in browsers. Save or share the film as mp4 and add that.',
  mkv: 'Films that end in .mkv do not play in every browser. Save or share the film as mp4 and add that.',
  wmv: 'Films that end in .wmv do not play in browsers. Save or share the film as mp4 and add that.',
  wma: 'Sound that ends in .wma does not play in browsers. Save the recording as m4a or mp3 and add that.',
  bmp: 'BMP pictures cannot be added. Save the picture as a PNG or a JPEG and add that.',
  tif: 'TIFF pictures cannot be added. Save the picture as a PNG or a JPEG and add that.',
  tiff: 'TIFF pictures cannot be added. Save the picture as a PNG or a JPEG and add that.',
  avif: 'AVIF pictures cannot be added. Save the picture as a PNG or a JPEG and add that.',
  odt: 'OpenDocument texts cannot be added. Save the text as a Word document (docx) and add that.',
  ods: 'OpenDocument tables cannot be added. Save the table as an Excel workbook (xlsx) and add that.',
  rtf: 'RTF texts cannot be added. Save the text as a Word document (docx) and add that.',
  flac: 'Sound that ends in .flac is very large. Save the recording as m4a or mp3 and add that.',
  aac: 'Sound that ends in .aac does not play everywhere. Save the recording as m4a or mp3 and add that.',
  aiff: 'Sound that ends in .aiff does not play everywhere. Save the recording as m4a, mp3 or wav and add that.',
  aif: 'Sound that ends in .aif does not play everywhere. Save the recording as m4a, mp3 or wav and add that.',
  amr: 'Sound that ends in .amr does not play in browsers. Share the recording as m4a or mp3 and add that.',
  gif: 'GIF pictures cannot be added. Save the picture as a PNG or a JPEG and add that.',
}

/** Why something cannot come in: each a sentence or two to stand beside the file's name. */
export const because = {
  ending: (ending: string) =>
    INSTEAD[ending] ??
    (ending ? `Files that end in .${ending} cannot be added. ` : 'The name has no ending such as .jpg or .pdf. ') +
      (ending
        ? WHAT_CAN_COME_IN
        : `What is inside does not say by itself what it is. Add the right ending and try again. ${WHAT_CAN_COME_IN}`),
  empty: () => 'There is nothing in this file: it is 0 bytes long. Open it to see whether it is the right one.',
  tooLarge: (kind: FileKind) => {
    const smaller =
      kind === 'film' ? 'Cut the film shorter' : kind === 'image' ? 'Make the picture smaller' : 'Make it smaller'
    return `This is larger than ${LARGEST[kind] / MB} MB, the most for ${kindInWords[kind]}. ${smaller} and try again.`
  },
  tooMany: (most: number) => `Only ${most} files can be added at once. Save these, then add the rest.`,
  noRoom: (left: number) =>
    `This does not fit: your group has only ${fileSize(Math.max(0, left))} of its room for files left. ` +
    'Erase files that are no longer needed, or ask your network leader for more room.',
  notWhatItSays: (ending: string, rule: Rule) =>
    `The name ends in .${ending}, but what is inside is not ${rule.called}. Open it, save it again in that format, and add it.`,
  heic: () => HEIC,
  locked: () =>
    'This file has a password or is in an older format. Save it without a password as docx or xlsx, and add that.',
  macros: () => 'This file holds macros, which are small programs. Save it as a plain docx or xlsx, and add that.',
  unpacksTooLarge: () =>
    'This file unpacks to far more than it should. Save it again from Word or Excel, and add that.',
  aPage: () => 'This looks like a web page, not plain text. Print the page to a PDF and add that.',
  notText: () => 'This is not plain text. Save it as text or CSV with UTF-8 encoding, and add that.',
  tooManyDots: () => 'This picture has more than 50 million dots. Make it smaller and try again.',
  moving: () =>
    'This picture moves, and only its first moment could be kept. Save it as a still picture (PNG or JPEG) or as a film (mp4), and add that.',
  brokenPicture: () => 'This picture is damaged or not complete. Open it, save it again, and add that.',
  virus: (found: string) => `Our virus scanner found something harmful in it (${found}), so it was not taken in.`,
  notWhole: () =>
    'A part of this file is missing: it was cut off on its way, or before it was saved. Keep the original, share or copy it again from where it opens well, and add that.',
  brokenRecording: () =>
    'This recording is damaged or not complete, so we cannot be sure that no place or name is left in it. Play it, save it again as m4a, mp3 or mp4, and add that.',
  busy: () => 'Many pictures and recordings are being worked on just now. Wait a minute and add this one again.',
}

const kindInWords: Record<FileKind, string> = {
  image: 'a picture',
  document: 'a document',
  table: 'a table',
  text: 'a text',
  sound: 'a sound recording',
  film: 'a film',
}

/** Bytes that stay free on the disk whatever comes in, so that words can always be saved. */
export const diskReserve = 256 * 1024 ** 2

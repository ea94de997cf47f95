import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { convert } from 'fontverter'
import subsetFont from 'subset-font'
import { plainZero } from '../pdf/lettering/plain-zero.js'

/** One cut of a family: the files are split by alphabet, so that a browser fetches only the letters a page uses. */
interface Cut {
  family: string
  folder: string
  weight: 400 | 600
  style: 'normal' | 'italic'
  alphabets: string[]
}

export interface FontFace {
  css: string
  file: string
  bytes: Buffer
  /** Under which browsers keep it for good: it changes with what is in it. */
  address: string
}

const sans = {
  family: 'Atkinson Hyperlegible Next',
  folder: 'atkinson-hyperlegible-next',
  alphabets: ['latin-ext', 'latin'],
}
const serif = {
  family: 'Source Serif 4',
  folder: 'source-serif-4',
  alphabets: ['cyrillic-ext', 'cyrillic', 'greek', 'vietnamese', 'latin-ext', 'latin'],
}

const cuts: Cut[] = [
  { ...sans, weight: 400, style: 'normal' },
  { ...sans, weight: 400, style: 'italic' },
  { ...sans, weight: 600, style: 'normal' },
  { ...serif, weight: 400, style: 'normal' },
  { ...serif, weight: 400, style: 'italic' },
  { ...serif, weight: 600, style: 'normal' },
]

/** The signs of English prose, which every page needs; with the accents of Latin they stand in a file that few pages ask for. */
const signs = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at)).join('') + '\u00a0–—‘’“”…·'
/** What headings and questions are made of. */
const prose = signs.replace(/[[\\\]^_`{|}~<>@#$*+=·]/g, '')

/** What the pages ask of a font; small capitals, old figures and fractions they do not. */
const kept = {
  targetFormat: 'woff2' as const,
  keepFeatures: ['kern', 'liga', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum', 'lnum'],
  dropTables: ['BASE', 'STAT', 'gasp'],
  noHinting: true,
}

const resolve = createRequire(import.meta.url).resolve

/** Every font file the pages may ask for, with the rule that says which letters it holds. */
export async function fontFaces(): Promise<FontFace[]> {
  const faces: FontFace[] = []
  // One after the other: what packs fonts has one memory for all that it is given.
  for (const cut of cuts) faces.push(...(await facesOf(cut)))
  return [...faces, await emojiFace()]
}

/** For devices that have no emoji of their own: others never fetch it. */
async function emojiFace(): Promise<FontFace> {
  const file = 'NotoEmoji_400Regular.ttf'
  const folder = path.dirname(resolve('@expo-google-fonts/noto-emoji/package.json'))
  const bytes = await readFile(path.join(folder, '400Regular', file))
  const address = addressOf(file, bytes)
  const css =
    '@font-face{font-family:"Emoji of the Workbench";font-weight:400;font-display:swap;' +
    `src:url("${address}") format("truetype")}`
  return { file, bytes, address, css }
}

function addressOf(file: string, bytes: Buffer): string {
  return `fonts/${file}?v=${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`
}

async function facesOf(cut: Cut): Promise<FontFace[]> {
  const folder = path.dirname(resolve(`@fontsource/${cut.folder}/unicode.json`))
  const ranges = JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  const faces: FontFace[] = []
  for (const alphabet of cut.alphabets) {
    const range = ranges[alphabet]
    if (!range) throw new Error(`The font ${cut.family} does not say which letters are ${alphabet}`)
    const made = await readFile(
      path.join(folder, 'files', `${cut.folder}-${alphabet}-${cut.weight}-${cut.style}.woff2`),
    )
    if (alphabet !== 'latin') faces.push(face(cut, alphabet, made, range))
    else faces.push(...(await partsOfLatin(cut, made, range)))
  }
  return faces
}

/**
 * The rule that comes last is the one that is asked first: most pages fetch only that part. Lines of a page end in signs that
 * are never seen, and a browser would fetch the rest for them.
 */
async function partsOfLatin(cut: Cut, made: Buffer, range: string): Promise<FontFace[]> {
  const whole = cut.family === sans.family ? await withPlainZero(made) : made
  const most = cut.family === sans.family ? signs : prose
  const rest = lettersOf(range).filter(letter => !most.includes(letter))
  return [
    face(cut, 'latin-rest', await subsetFont(whole, rest.join(''), kept), range),
    face(cut, 'latin', await subsetFont(whole, most, kept), rangeOf(`\t\n\r${most}`)),
  ]
}

/** @param range as a font's rule says it, such as `U+0000-00FF,U+2026` */
function lettersOf(range: string): string[] {
  return range.split(',').flatMap(one => {
    const [from, to = from] = one
      .trim()
      .replace('U+', '')
      .split('-')
      .map(hex => parseInt(hex, 16)) as [number, number?]
    return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at))
  })
}

/** The same the other way round. */
function rangeOf(letters: string): string {
  return Array.from(letters, letter => letter.codePointAt(0)!)
    .sort((one, other) => one - other)
    .reduce<[number, number][]>((runs, code) => {
      const last = runs.at(-1)
      if (last && last[1] === code - 1) last[1] = code
      else runs.push([code, code])
      return runs
    }, [])
    .map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`)
    .join(',')
}

function hex(code: number): string {
  return code.toString(16).toUpperCase()
}

async function withPlainZero(woff2: Buffer): Promise<Buffer> {
  return convert(plainZero(Buffer.from(await convert(woff2, 'sfnt'))), 'woff2')
}

function face(cut: Cut, part: string, bytes: Buffer, range: string): FontFace {
  const file = `${cut.folder}-${part}-${cut.weight}-${cut.style}.woff2`
  const address = addressOf(file, bytes)
  const css =
    `@font-face{font-family:"${cut.family}";font-style:${cut.style};font-weight:${cut.weight};` +
    `font-display:swap;src:url("${address}") format("woff2");unicode-range:${range}}`
  return { file, bytes, address, css }
}

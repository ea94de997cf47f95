import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { convert } from 'fontverter'
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
  return Promise.all(
    cut.alphabets.map(async alphabet => {
      const file = `${cut.folder}-${alphabet}-${cut.weight}-${cut.style}.woff2`
      const made = await readFile(path.join(folder, 'files', file))
      const bytes = cut.family === sans.family && alphabet === 'latin' ? await withPlainZero(made) : made
      const address = addressOf(file, bytes)
      return { file, bytes, address, css: rule(cut, address, ranges[alphabet]) }
    }),
  )
}

async function withPlainZero(woff2: Buffer): Promise<Buffer> {
  return convert(plainZero(Buffer.from(await convert(woff2, 'sfnt'))), 'woff2')
}

function rule(cut: Cut, address: string, range: string | undefined): string {
  if (!range) throw new Error(`The font ${cut.family} does not say which letters ${address} holds`)
  return (
    `@font-face{font-family:"${cut.family}";font-style:${cut.style};font-weight:${cut.weight};` +
    `font-display:swap;src:url("${address}") format("woff2");unicode-range:${range}}`
  )
}

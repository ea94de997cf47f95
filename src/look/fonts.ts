import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

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
  from: string
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
  return [...(await Promise.all(cuts.map(facesOf))).flat(), emojiFace()]
}

/** For devices that have no emoji of their own: others never fetch it. */
function emojiFace(): FontFace {
  const file = 'NotoEmoji_400Regular.ttf'
  const folder = path.dirname(resolve('@expo-google-fonts/noto-emoji/package.json'))
  const css =
    '@font-face{font-family:"Emoji of the Workbench";font-weight:400;font-display:swap;' +
    `src:url("fonts/${file}") format("truetype")}`
  return { file, from: path.join(folder, '400Regular', file), css }
}

async function facesOf(cut: Cut): Promise<FontFace[]> {
  const folder = path.dirname(resolve(`@fontsource/${cut.folder}/unicode.json`))
  const ranges = JSON.parse(await readFile(path.join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  return cut.alphabets.map(alphabet => {
    const file = `${cut.folder}-${alphabet}-${cut.weight}-${cut.style}.woff2`
    return { file, from: path.join(folder, 'files', file), css: rule(cut, file, ranges[alphabet]) }
  })
}

function rule(cut: Cut, file: string, range: string | undefined): string {
  if (!range) throw new Error(`The font ${cut.family} does not say which letters ${file} holds`)
  return (
    `@font-face{font-family:"${cut.family}";font-style:${cut.style};font-weight:${cut.weight};` +
    `font-display:swap;src:url("fonts/${file}") format("woff2");unicode-range:${range}}`
  )
}

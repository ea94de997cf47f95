import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Font } from 'fontkit'
import { fontkit } from './fontkit.js'
import { plainZero } from './plain-zero.js'
import { plainFile, tablesOf, type Tables } from './sfnt.js'
import type { Type } from '../type.js'

/** A font that is open for reading, by the name under which a PDF knows it. */
export interface Face {
  name: string
  font: Font
  /** The whole font as a TrueType or OpenType file, not packed. */
  file: Buffer
  /** Given where its outlines are TrueType's. */
  tables: Tables | undefined
  /** Letters of some scripts are small beside Latin ones of the same size, and are drawn larger. */
  scale: number
  covers(codePoint: number): boolean
}

const SCALES: Record<string, number> = { arabic: 1.16 }

type Weights = { regular: string; bold?: string; italic?: string; boldItalic?: string }

const FILES: Record<string, { from: string; weights: Weights }> = {
  text: expo('atkinson-hyperlegible-next', 'AtkinsonHyperlegibleNext'),
  heading: {
    from: '@expo-google-fonts/source-serif-4/package.json',
    weights: {
      regular: '400Regular/SourceSerif4_400Regular.ttf',
      italic: '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
      bold: '600SemiBold/SourceSerif4_600SemiBold.ttf',
      boldItalic: '600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
    },
  },
  mono: dejavu('DejaVuSansMono'),
  wide: expo('noto-sans', 'NotoSans'),
  symbols: dejavu('DejaVuSans'),
  arabic: {
    from: '@expo-google-fonts/noto-naskh-arabic/package.json',
    weights: { regular: '400Regular/NotoNaskhArabic_400Regular.ttf', bold: '700Bold/NotoNaskhArabic_700Bold.ttf' },
  },
  chinese: {
    from: '@embedpdf/fonts-sc',
    weights: { regular: '../fonts/NotoSansHans-Regular.otf', bold: '../fonts/NotoSansHans-Bold.otf' },
  },
  bengali: fontsource('bengali'),
  gurmukhi: fontsource('gurmukhi'),
  gujarati: fontsource('gujarati'),
  tamil: fontsource('tamil'),
  malayalam: fontsource('malayalam'),
  telugu: fontsource('telugu'),
  kannada: fontsource('kannada'),
  sinhala: fontsource('sinhala'),
  devanagari: upright('noto-sans-devanagari', 'NotoSansDevanagari'),
  thai: upright('noto-sans-thai', 'NotoSansThai'),
  ethiopic: upright('noto-sans-ethiopic', 'NotoSansEthiopic'),
  korean: {
    from: '@embedpdf/fonts-kr',
    weights: { regular: '../fonts/NotoSansKR-Regular.otf', bold: '../fonts/NotoSansKR-Bold.otf' },
  },
  emoji: {
    from: '@expo-google-fonts/noto-emoji/package.json',
    weights: { regular: '400Regular/NotoEmoji_400Regular.ttf' },
  },
}

function expo(folder: string, file: string): { from: string; weights: Weights } {
  return {
    from: `@expo-google-fonts/${folder}/package.json`,
    weights: {
      regular: `400Regular/${file}_400Regular.ttf`,
      italic: `400Regular_Italic/${file}_400Regular_Italic.ttf`,
      bold: `700Bold/${file}_700Bold.ttf`,
      boldItalic: `700Bold_Italic/${file}_700Bold_Italic.ttf`,
    },
  }
}

function upright(folder: string, file: string): { from: string; weights: Weights } {
  const { from, weights } = expo(folder, file)
  return { from, weights: { regular: weights.regular, bold: weights.bold } }
}

function fontsource(script: string): { from: string; weights: Weights } {
  const file = (weight: number) => `files/noto-sans-${script}-${script}-${weight}-normal.woff`
  return { from: `@fontsource/noto-sans-${script}/package.json`, weights: { regular: file(400), bold: file(700) } }
}

function dejavu(file: string): { from: string; weights: Weights } {
  return {
    from: 'dejavu-fonts-ttf/package.json',
    weights: {
      regular: `ttf/${file}.ttf`,
      italic: `ttf/${file}-Oblique.ttf`,
      bold: `ttf/${file}-Bold.ttf`,
      boldItalic: `ttf/${file}-BoldOblique.ttf`,
    },
  }
}

const require = createRequire(import.meta.url)
const open = new Map<string, Face>()

/** The face of a family nearest to a look. Each file is read once for as long as the program runs. */
export function faceOf(family: string, look: Pick<Type, 'bold' | 'italic'>): Face {
  const { from, weights } = FILES[family]!
  const file = nearest(weights, look)
  const known = open.get(file)
  if (known) return known
  const bytes = readFileSync(join(dirname(require.resolve(from)), file))
  const face = openFace(file, family === 'text' ? plainZero(bytes) : bytes, SCALES[family] ?? 1)
  open.set(file, face)
  return face
}

function nearest(weights: Weights, { bold, italic }: Pick<Type, 'bold' | 'italic'>): string {
  if (bold && italic) return weights.boldItalic ?? weights.bold ?? weights.regular
  if (bold) return weights.bold ?? weights.regular
  return (italic && weights.italic) || weights.regular
}

function openFace(name: string, file: Buffer, scale: number): Face {
  const font = fontkit().create(file)
  const covered = new Map<number, boolean>()
  const covers = (codePoint: number) => {
    let has = covered.get(codePoint)
    if (has === undefined) covered.set(codePoint, (has = font.hasGlyphForCodePoint(codePoint)))
    return has
  }
  return { name, font, file: plainFile(file), tables: tablesOf(file), scale, covers }
}

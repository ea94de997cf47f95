import { colours } from './paper.js'

/** How letters look: their face, weight, size in points, the height of their line and their colour. */
export interface Type {
  face: 'text' | 'heading' | 'mono'
  bold: boolean
  italic: boolean
  size: number
  leading: number
  colour: string
  /** Figures of one width, for columns of numbers. */
  tabular?: boolean
  /** How far it stands above the line. */
  raised?: number
}

const text: Type = { face: 'text', bold: false, italic: false, size: 11, leading: 16.5, colour: colours.ink }
const heading: Type = { face: 'heading', bold: true, italic: false, size: 21, leading: 27, colour: colours.ink }

export const types = {
  text,
  smallText: { ...text, size: 9.75, leading: 13.75 },
  small: { ...text, size: 9.25, leading: 13.5, colour: colours.soft },
  caption: { ...text, size: 9.5, leading: 13.5, colour: colours.soft },
  lead: { ...heading, bold: false, size: 13.5, leading: 19.5 },
  claim: { ...heading, size: 14, leading: 18.5 },
  sure: { ...text, bold: true, size: 9.75, leading: 13.5, colour: colours.teal },
  quiet: { ...text, size: 9.5, leading: 13.5, colour: colours.soft },
  quotation: { ...heading, bold: false, size: 12.5, leading: 18.5 },
  margin: { ...text, size: 8, leading: 10.5, colour: colours.soft },
  note: { ...text, size: 9, leading: 12.75 },
  code: { ...text, face: 'mono', size: 8.75, leading: 13 } as Type,
  kind: { ...text, bold: true, size: 11, leading: 16, colour: colours.teal },
  question: { ...heading, size: 34, leading: 41 },
  subtitle: { ...heading, bold: false, size: 16, leading: 23, colour: colours.soft },
  titleLine: { ...text, size: 11.5, leading: 18 },
  headings: {
    2: heading,
    3: { ...heading, size: 15.5, leading: 21 },
    4: { ...text, bold: true, size: 11.5, leading: 17 },
  },
  closerHeadings: {
    2: { ...heading, size: 17, leading: 22.5 },
    3: { ...heading, size: 13.5, leading: 18.5 },
    4: { ...text, bold: true, size: 11, leading: 16 },
  },
} satisfies Record<string, Type | Record<number, Type>>

/** The same letters in the nearest of a few sizes; any size, where there are no such few. */
export function ofSize(type: Type, sizes: number[] | undefined): Type {
  if (!sizes) return type
  const far = (size: number) => Math.abs(Math.log(type.size / size))
  const size = [...sizes].sort((one, other) => far(one) - far(other))[0]!
  return { ...type, size, leading: (type.leading * size) / type.size }
}

/** The quiet palette of codes. Each colour has a line of its own, so that it is never told by colour alone. */
export const colours = [
  { key: 'sea', name: 'sea blue', line: 'solid' },
  { key: 'clay', name: 'clay', line: 'dashed' },
  { key: 'fern', name: 'fern', line: 'dotted' },
  { key: 'plum', name: 'plum', line: 'double' },
  { key: 'amber', name: 'amber', line: 'solid' },
  { key: 'slate', name: 'slate', line: 'dashed' },
  { key: 'violet', name: 'violet', line: 'dotted' },
  { key: 'rose', name: 'rose', line: 'double' },
] as const

export type Colour = (typeof colours)[number]['key']

export const colourKeys = colours.map(colour => colour.key) as [Colour, ...Colour[]]

/** The colour that fewest codes wear, the first of the palette when several do. */
export function freshColour(worn: string[]): Colour {
  const times = (key: string) => worn.filter(colour => colour === key).length
  return colourKeys.reduce((best, key) => (times(key) < times(best) ? key : best))
}

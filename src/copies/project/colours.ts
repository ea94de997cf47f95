import type { Colour } from '../../coding/codebook/colours.js'

/** The palette of codes as other programs write a colour. */
const colours: Record<Colour, string> = {
  sea: '#1F6F8B',
  clay: '#A0522D',
  fern: '#4F7A3A',
  plum: '#7A3E6D',
  amber: '#9A6B00',
  slate: '#55636B',
  violet: '#5B4B9A',
  rose: '#A33A5A',
}

/** @param key as a code brings it; what was brought from elsewhere may be of no colour that is known here */
export function colourToWrite(key: string): string {
  return colours[key as Colour] ?? colours.slate
}

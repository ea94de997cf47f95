import type { Colour } from '../coding/codebook/colours.js'

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

export function colourOf(key: string): string {
  return colours[key as Colour] ?? '#55636B'
}

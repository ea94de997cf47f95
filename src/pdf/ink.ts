/** A colour as the page’s content says it. */
export function inkOf(colour: string): string {
  let ink = inks.get(colour)
  if (!ink) inks.set(colour, (ink = `/DeviceRGB cs\n${partsOf(colour).join(' ')} scn`))
  return ink
}

function partsOf(colour: string): number[] {
  const hex = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour
  return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
}

const inks = new Map<string, string>()

import { encode } from 'uqr'
import type { Drawing } from '../documents/document.js'

/** The square code of a web address, to be read by the camera of a telephone. */
export function squareCode(address: string, caption: string, width: number): Drawing {
  const { data, size } = encode(address, { ecc: 'M', border: 2 })
  const rows = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
  return {
    kind: 'drawing',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#ffffff"/><path fill="#000000" d="${rows.join('')}"/></svg>`,
    alt: `Square code that leads to ${address}`,
    caption: [{ kind: 'text', text: caption }],
    width,
  }
}

/** Where dark squares stand beside one another, as place and length. */
function runsOf(row: boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1]++
    else runs.push([x, 1])
  })
  return runs
}

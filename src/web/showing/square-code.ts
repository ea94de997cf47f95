import { encode } from 'uqr'

/** A square code, to be read by the camera of a telephone: how many squares it is wide, and the dark ones as one SVG path. */
export function squareCodeOf(words: string): { size: number; path: string } {
  const { data, size } = encode(words, { ecc: 'M', border: 2 })
  const rows = data.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
  return { size, path: rows.join('') }
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

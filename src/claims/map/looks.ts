/** How the map is laid out where there is room, and where there is little. */
export interface Look {
  width: number
  columns: { x: number; width: number }[]
  letters: { claim: number; piece: number; code: number }
  rows: { claim: number; piece: number; code: number }
}

export const looks: Record<'wide' | 'narrow', Look> = {
  wide: {
    width: 960,
    columns: [
      { x: 0, width: 260 },
      { x: 380, width: 240 },
      { x: 760, width: 200 },
    ],
    letters: { claim: 34, piece: 27, code: 22 },
    rows: { claim: 64, piece: 28, code: 32 },
  },
  narrow: {
    width: 330,
    columns: [
      { x: 0, width: 52 },
      { x: 138, width: 56 },
      { x: 264, width: 66 },
    ],
    letters: { claim: 0, piece: 0, code: 0 },
    rows: { claim: 44, piece: 30, code: 34 },
  },
}

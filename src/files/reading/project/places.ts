/**
 * A text with plain line breaks, and where a place in it is that the file counts in whole letters. Some programs count a line break of
 * Windows as one letter and some as two: the way by which more selections begin and end at the edge of a word is taken.
 */
export function placesIn(
  words: string,
  selections: { from: number; to: number }[],
): { words: string; place: (counted: number) => number } {
  const asOne = words.replace(/\r\n?/g, '\n')
  const [one, two] = [unitsOf(asOne, false), unitsOf(words, true)]
  const edges = (units: Uint32Array) =>
    selections.filter(({ from, to }) => isEdge(asOne, at(units, from)) && isEdge(asOne, at(units, to))).length
  const units = asOne !== words && edges(two) > edges(one) ? two : one
  return { words: asOne, place: counted => at(units, counted) }
}

/** For each whole letter where it begins in the plain text; a line break of two letters begins at one place. */
function unitsOf(words: string, countsReturns: boolean): Uint32Array {
  const units: number[] = []
  let unit = 0
  for (let from = 0; from < words.length; from += 1) {
    const code = words.charCodeAt(from)
    const pair = code >= 0xd800 && code <= 0xdbff && isLow(words.charCodeAt(from + 1))
    units.push(unit)
    if (pair) from += 1
    // The return of a Windows line break is not in the plain text; what counts it stays before the break.
    if (countsReturns && code === 13 && words.charCodeAt(from + 1) === 10) continue
    unit += pair ? 2 : 1
  }
  units.push(unit)
  return Uint32Array.from(units)
}

function at(units: Uint32Array, counted: number): number {
  return units[Math.min(counted, units.length - 1)]!
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

function isEdge(words: string, place: number): boolean {
  const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
  return !(isLetter(words[place - 1]) && isLetter(words[place]))
}

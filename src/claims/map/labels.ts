/** `C3 Children read what` / `a friend has read first`, cut where it is longer; only the label where there is no room. */
export function inLines(label: string, words: string, letters: number, most: number): string[] {
  if (letters === 0 || words === '') return [label]
  const lines: string[] = []
  let line = label
  for (const word of words.split(/\s+/)) {
    if (`${line} ${word}`.length <= letters) line = `${line} ${word}`
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  if (lines.length <= most) return lines.map(one => cut(one, letters))
  return [...lines.slice(0, most - 1), `${lines[most - 1]} …`].map(one => cut(one, letters + 2))
}

function cut(line: string, letters: number): string {
  return line.length <= letters ? line : `${line.slice(0, letters - 1).trimEnd()}…`
}

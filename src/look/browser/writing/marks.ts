/** A text with what is chosen in it. */
export interface Chosen {
  value: string
  start: number
  end: number
}

/** What takes the place of the letters from `from` to `to`, and what is chosen afterwards. */
export interface Change {
  from: number
  to: number
  words: string
  start: number
  end: number
}

export type Mark = (chosen: Chosen) => Change

/** Puts the same marks around what is chosen, or around the word that is written in; takes them away where they are. */
export function around(mark: string): Mark {
  return chosen => {
    const { value, start, end } = chosen.start === chosen.end ? wordAt(chosen) : withoutSpaces(chosen)
    const words = value.slice(start, end)
    const outside = value.slice(start - mark.length, start) === mark && value.slice(end, end + mark.length) === mark
    // One star of two is not the star of emphasis.
    const more = mark === '*' && value[start - 2] === '*' && value[start - 3] !== '*'
    if (words !== '' && outside && !more) {
      const from = start - mark.length
      return { from, to: end + mark.length, words, start: from, end: from + words.length }
    }
    const at = start + mark.length
    return { from: start, to: end, words: mark + words + mark, start: at, end: at + words.length }
  }
}

/** Puts the same sign before each chosen line; takes it away where each has it. */
export function before(sign: string): Mark {
  return ({ value, start, end }) => {
    const { from, to, lines } = linesAt(value, start, end)
    const some = lines.filter(line => line.trim() !== '')
    const have = some.length > 0 && some.every(line => line.startsWith(sign))
    const bare = (line: string) => line.replace(/^(?:#{1,6} |[-*] |\d{1,3}[.)] )/, '')
    const changed = lines.map(line => {
      if (have) return line.slice(line.startsWith(sign) ? sign.length : 0)
      return line.trim() === '' && lines.length > 1 ? line : sign + bare(line)
    })
    const words = changed.join('\n')
    const caret = from + words.length
    return { from, to, words, start: lines.length > 1 ? from : caret, end: caret }
  }
}

/** Words become a link whose address is chosen, to be typed over; a chosen address becomes one that lacks its words. */
export const link: Mark = ({ value, start, end }) => {
  const chosen = value.slice(start, end).trim()
  if (/^(?:https?:\/\/|www\.)\S+$/.test(chosen))
    return { from: start, to: end, words: `[](${chosen})`, start: start + 1, end: start + 1 }
  const address = start + chosen.length + 3
  return { from: start, to: end, words: `[${chosen}](https://)`, start: address, end: address + 8 }
}

/** What Enter does within a list: the next point begins, or the list ends at an empty one; undefined outside of a list. */
export function nextPoint({ value, start, end }: Chosen): Change | undefined {
  if (start !== end) return undefined
  const { from, to } = linesAt(value, start, end)
  const point = /^([ \t]*)(?:([-*])|(\d{1,3})([.)])) (.*)$/.exec(value.slice(from, to))
  if (!point || start < to) return undefined
  const [, space, sign, number, dot, words] = point
  if (words!.trim() === '') return { from, to, words: '', start: from, end: from }
  const next = `\n${space}${sign ?? `${Number(number) + 1}${dot}`} `
  return { from: start, to: start, words: next, start: start + next.length, end: start + next.length }
}

function linesAt(value: string, start: number, end: number) {
  const from = value.lastIndexOf('\n', start - 1) + 1
  const after = value.indexOf('\n', Math.max(start, end - (end > start && value[end - 1] === '\n' ? 1 : 0)))
  const to = after < 0 ? value.length : after
  return { from, to, lines: value.slice(from, to).split('\n') }
}

function wordAt({ value, start }: Chosen): Chosen {
  const left = /[\p{L}\p{N}’'-]*$/u.exec(value.slice(0, start))![0].length
  const right = /^[\p{L}\p{N}’'-]*/u.exec(value.slice(start))![0].length
  return left > 0 && right > 0 ? { value, start: start - left, end: start + right } : { value, start, end: start }
}

/** A double click chooses the space behind a word as well; marks must stand at the word. */
function withoutSpaces({ value, start, end }: Chosen): Chosen {
  const words = value.slice(start, end)
  return {
    value,
    start: start + words.length - words.trimStart().length,
    end: end - words.length + words.trimEnd().length,
  }
}

import { lineHeight } from './look.js'
import { wrapped } from './measuring.js'

/** Names beside or above a drawing, in lines that fit. */
export interface Labels {
  /** For each name, what the drawing knows it by: its lines, joined. Two schools of one name stay two. */
  keys: string[]
  lines: number
}

export function labelsFor(names: string[], width: number): Labels {
  const taken = new Map<string, number>()
  const keys = names.map(name => {
    const times = (taken.get(name) ?? 0) + 1
    taken.set(name, times)
    return wrapped(times > 1 ? `${name} (${times})` : name || '–', width).join('\n')
  })
  return { keys, lines: Math.max(1, ...keys.map(key => key.split('\n').length)) }
}

/** The height of a row whose name has so many lines. */
export function rowHeight(lines: number): number {
  return Math.max(26, lines * lineHeight + 10)
}

/** As an axis shows a name of several lines. */
export const inLines = "split(datum.label, '\\n')"

import type { Move } from '../../networks/year.js'
import { byName, listed, plural } from '../../words/words.js'

/** Lines from where something came to where it went; names stand in the alphabet, and nothing is weighed by its number. */
export interface FlowPicture {
  height: number
  from: { name: string; y: number }[]
  to: { name: string; y: number }[]
  lines: { path: string }[]
  alt: string
}

const step = 34
const [left, right] = [290, 510]
const top = 28

/** @returns undefined where nothing went from one place to another */
export function pictureOf(moves: Move[]): FlowPicture | undefined {
  const pairs = [
    ...new Map(moves.filter(goesSomewhere).map(move => [`${move.from.name}\n${move.to.name}`, move])).values(),
  ]
  if (pairs.length === 0) return undefined
  const from = placed(pairs.map(move => move.from.name))
  const to = placed(pairs.map(move => move.to.name))
  const y = (places: { name: string; y: number }[], name: string) => places.find(one => one.name === name)!.y
  return {
    height: top + Math.max(from.length, to.length) * step,
    from,
    to,
    lines: pairs.map(move => ({ path: curve(y(from, move.from.name), y(to, move.to.name)) })),
    alt: `Lines from ${plural(from.length, 'place', 'places')} where something was found (${listed(from.map(one => one.name))}) to ${plural(to.length, 'place', 'places')} that took it up (${listed(to.map(one => one.name))}). The list says what went where.`,
  }
}

function goesSomewhere({ from, to }: Move): boolean {
  return from.id !== to.id
}

function placed(names: string[]): { name: string; y: number }[] {
  return [...new Set(names)]
    .map(name => ({ name }))
    .sort(byName)
    .map(({ name }, place) => ({ name, y: top + place * step + step / 2 }))
}

function curve(from: number, to: number): string {
  const middle = (left + right) / 2
  return `M${left} ${from} C${middle} ${from} ${middle} ${to} ${right} ${to}`
}

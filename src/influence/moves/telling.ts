import type { Move } from '../../networks/year.js'
import { quoted } from '../../web/waiting.js'

/** What moved, as one sentence: “Holly Bank has “the jar by the door” in place, from Number sense.” */
export function moveInWords({ from, to, what, how }: Move): string {
  const it = quoted(what, 140)
  if (how === 'asks the next question') return `${to.name} went on asking after ${it}.`
  if (how === 'builds on it') return `${to.name} builds on ${it} by ${from.name}.`
  return `${to.name} ${doing[how](it)}, from ${from.name}.`
}

const doing: Record<Exclude<Move['how'], 'asks the next question' | 'builds on it'>, (it: string) => string> = {
  'tries it': it => `tries ${it}`,
  'has it in place': it => `has ${it} in place`,
  'adapted it': it => `tries ${it} in its own way`,
  'took it up': it => `took up ${it}`,
  'dropped it': it => `tried ${it} and stopped`,
  'saw it': it => `went to see ${it}`,
}

/** What came to each school or group, and from where: by name, in the alphabet. */
export interface Arrivals {
  name: string
  moves: Move[]
}

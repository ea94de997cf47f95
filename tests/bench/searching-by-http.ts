import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Words as people look for them in a group’s evidence: one or two, quoted, begun, left out, narrowed, none that is there. */
const asked = (turn: number): string => {
  const words = ['reading', 'aloud', 'pairs', 'book', 'three', 'asked', 'again', 'children', 'school', 'letters']
  const [one, other] = [words[turn % words.length]!, words[(turn * 7 + 3) % words.length]!]
  const ways = [
    one,
    `${one} ${other}`,
    `"${one} ${other}"`,
    one.slice(0, 4),
    `${one} -${other}`,
    `day ${turn * 31}`,
    `${one} kind:claim`,
    `${one} from:1/9/2026`,
    `E${turn * 7}`,
    `${one}${turn}`,
  ]
  return ways[turn % ways.length]!
}

/**
 * Prints how long 120 mixed questions take on the search page, as one person sees it, newest first and closest first, and how long
 * the loop was ever kept from everybody else.
 * @param open asks for a page of the workbench that runs in this process
 */
export async function benchSearchByHttp(
  open: (address: string) => Promise<unknown>,
  say: (what: string, figure: string) => void,
  questions = 120,
): Promise<void> {
  for (const order of ['newest', 'closest']) {
    const address = (turn: number) => `/search?${new URLSearchParams({ q: asked(turn), order }).toString()}`
    for (let turn = 0; turn < 10; turn++) await open(address(turn))
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const taken: number[] = []
    for (let turn = 0; turn < questions; turn++) {
      const began = performance.now()
      await open(address(turn))
      taken.push(performance.now() - began)
      await new Promise(resolve => setTimeout(resolve, 2))
    }
    delay.disable()
    taken.sort((one, other) => one - other)
    const at = (part: number) => `${taken[Math.min(questions - 1, Math.floor(questions * part))]!.toFixed(1)} ms`
    say(
      `search page, ${order} first`,
      `p50 ${at(0.5)}, p99 ${at(0.99)}, loop at most ${(delay.max / 1e6).toFixed(0)} ms`,
    )
  }
}

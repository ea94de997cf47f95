/** For so many milliseconds at most nobody else has a turn. */
const SLICE = 12

let since: number | undefined

/** Long work goes on when everything that waits has had its turn: a page that was asked for, a file on its way. */
export function breathe(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

/**
 * The same, where nothing that waits has had a turn for longer than a slice, and else nothing: for each step of work whose steps are
 * many and short.
 */
export function breatheInTime(): Promise<void> | undefined {
  const at = performance.now()
  if (since === undefined) {
    since = at
    setImmediate(() => (since = undefined))
    return undefined
  }
  return at - since > SLICE ? breathe() : undefined
}

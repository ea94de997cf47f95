/** Long work goes on when everything that waits has had its turn: a page that was asked for, a file on its way. */
export function breathe(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

// Words that have not reached the workbench yet stay with the tab, so that a reload or a lost session does not lose them.
export interface Kept {
  body: string
  at: number
}

const keptUnder = (address: string) => `unsaved:${address}`

export function keep(address: string, body: string): void {
  try {
    sessionStorage.setItem(keptUnder(address), JSON.stringify({ body, at: Date.now() } satisfies Kept))
  } catch {
    // A full or forbidden store: the words are still on the page, and leaving it asks first.
  }
}

export function kept(address: string): Kept | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(keptUnder(address)) ?? 'null') as Kept | null
    return found && typeof found.body === 'string' ? found : null
  } catch {
    return null
  }
}

export function letGo(address: string): void {
  try {
    sessionStorage.removeItem(keptUnder(address))
  } catch {
    // Nothing was kept.
  }
}

// Every answer from the workbench counts as a sign of life, in every tab of this browser.
const place = 'workbench-seen'
let lastHere = Date.now()

export function seen(): void {
  lastHere = Date.now()
  try {
    localStorage.setItem(place, String(lastHere))
  } catch {
    // A browser that keeps nothing still counts in this tab.
  }
}

/** @returns when any tab last had an answer, in milliseconds since 1970 */
export function lastSeen(): number {
  try {
    return Math.max(lastHere, Number(localStorage.getItem(place)) || 0)
  } catch {
    return lastHere
  }
}

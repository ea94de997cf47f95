import { fetchScript } from './own-scripts.js'

/**
 * Fetches the script of captures (src/look/browser/captures) where a piece can be logged, or where something waits on
 * this device; and asks the browser to keep the log page for when there is no signal.
 */
export function keepCaptures(): void {
  if (!isSecureContext || !('indexedDB' in window) || !('locks' in navigator)) return
  if (document.querySelector('form[data-capture]') || somethingWaits()) {
    fetchScript('capture.js')
  } else forgetAtSignOut()
  if (document.body.dataset.person && 'serviceWorker' in navigator)
    void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
}

/** Browsers that do not know the answer's Clear-Site-Data are told by the page; the script of captures asks first. */
function forgetAtSignOut(): void {
  for (const form of document.querySelectorAll('form[action$="sign-out"], form[action$="sign-out-everywhere"]'))
    form.addEventListener('submit', () => {
      indexedDB.deleteDatabase('workbench')
      forgetTab()
    })
}

/** Words that have not been saved yet, and whatever else the page remembered. */
function forgetTab(): void {
  try {
    sessionStorage.clear()
    localStorage.clear()
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function somethingWaits(): boolean {
  try {
    return localStorage.getItem('captures-waiting') !== null
  } catch {
    return false
  }
}

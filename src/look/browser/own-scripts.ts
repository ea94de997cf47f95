const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''

/** Where another of the workbench's scripts is, of the same version as this one. */
export function ownScript(file: OwnScript): string {
  return own.replace(/(?:workbench|writing)\.js/, file)
}

type OwnScript = 'capture.js' | 'effects.js' | 'arranging.js' | 'writing.js' | 'from-html.js' | 'passkeys.js'

/** Fetches one of the workbench's further scripts, which few pages need; false where this one's address is not known. */
export function fetchScript(file: OwnScript): boolean {
  if (!own) return false
  const script = document.createElement('script')
  script.src = ownScript(file)
  document.head.append(script)
  return true
}

/** The parts of a report are dragged by a script of their own. */
export function fetchArranging(): void {
  if (document.querySelector('[data-report-parts]')) fetchScript('arranging.js')
}

/** The grid of effects is filled in place by one, where somebody may judge. */
export function fetchEffects(): void {
  if (document.querySelector('[data-effects]')) fetchScript('effects.js')
}

/** Passkeys are asked by one. */
export function fetchPasskeys(): void {
  if (document.querySelector('[data-passkey]')) fetchScript('passkeys.js')
}

/** So is what helps with writing. */
export function fetchWriting(): void {
  if (document.querySelector('textarea')) fetchScript('writing.js')
}

const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''

/** Fetches one of the workbench's further scripts, which few pages need; false where this one's address is not known. */
export function fetchScript(file: 'capture.js' | 'arranging.js'): boolean {
  if (!own) return false
  const script = document.createElement('script')
  script.src = own.replace('workbench.js', file)
  document.head.append(script)
  return true
}

/** The parts of a report are dragged by a script of their own. */
export function fetchArranging(): void {
  if (document.querySelector('[data-report-parts]')) fetchScript('arranging.js')
}

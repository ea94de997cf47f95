/** Hits are walked with the arrow keys: down from the box into the list, up and down in it, and up from the first to the box. */
export function walkHits(): void {
  const box = document.querySelector<HTMLInputElement>('#f-q')
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.hits .hit h2 a')]
  if (!box || links.length === 0) return
  const places: HTMLElement[] = [box, ...links]
  document.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const at = places.indexOf(document.activeElement as HTMLElement)
    if (step === undefined || at < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const next = places[at + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}

/** On a phone the ways of a group or network scroll sideways: the one that is open is brought into view. */
export function showOpenWay(): void {
  for (const nav of document.querySelectorAll<HTMLElement>('.ways-first, .ways-second')) {
    const open = nav.querySelector('[aria-current]')
    if (!open || nav.scrollWidth <= nav.clientWidth) continue
    const at = open.getBoundingClientRect()
    const within = nav.getBoundingClientRect()
    nav.scrollLeft += at.left - within.left - (within.width - at.width) / 2
  }
}

/** What stands behind More is folded away again by Escape, and by a touch beside it. */
export function foldMore(): void {
  const more = document.querySelector<HTMLDetailsElement>('details.more')
  if (!more) return
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !more.open) return
    more.open = false
    more.querySelector('summary')?.focus()
  })
  document.addEventListener('click', event => {
    if (more.open && !more.contains(event.target as Node)) more.open = false
  })
}

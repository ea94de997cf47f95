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

/** What stands behind More or ⋯ is folded away again by Escape, and by a touch beside it. */
export function foldMore(): void {
  for (const more of document.querySelectorAll<HTMLDetailsElement>('.more, .rare')) {
    document.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !more.open) return
      more.open = false
      more.querySelector('summary')?.focus()
    })
    document.addEventListener('click', event => {
      if (more.open && !more.contains(event.target as Node)) more.open = false
    })
  }
}

/** What a phone opens part by part stands open on a desk (_documents.scss); here it is open for whoever listens, too. */
export function openOnDesk(): void {
  const desk = matchMedia('(min-width: 40.0625em)')
  const look = () => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>('.write-up-part')) {
      part.name = desk.matches ? '' : 'parts-of-write-up'
      part.open = desk.matches
    }
  }
  desk.addEventListener('change', look)
  if (desk.matches) look()
}

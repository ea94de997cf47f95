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

/** What stands behind More or ⋯ is folded away again by Escape, by a touch beside it, and by a key that leads out of it. */
export function foldMore(): void {
  for (const more of document.querySelectorAll<HTMLDetailsElement>('.more, .rare')) {
    document.addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !more.open) return
      more.open = false
      more.querySelector('summary')?.focus()
    })
    more.addEventListener('toggle', () => {
      if (more.open) more.querySelector('.rare > ul')?.scrollIntoView({ block: 'nearest' })
    })
    document.addEventListener('click', event => {
      if (more.open && !more.contains(event.target as Node)) more.open = false
    })
    more.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget && !more.contains(relatedTarget as Node)) more.open = false
    })
  }
}

/** What a phone opens part by part stands open on a desk (_documents.scss); here it is open for whoever listens, too. */
export function openOnDesk(): void {
  const desk = matchMedia('(min-width: 40.0625em)')
  const opened: HTMLDetailsElement[] = []
  // A sheet of paper is as wide as a desk: what was open before stays open behind it.
  const look = () => {
    for (const part of opened.splice(0)) part.open = false
    for (const part of document.querySelectorAll<HTMLDetailsElement>('.write-up-part')) {
      part.name = desk.matches ? '' : 'parts-of-write-up'
      if (!desk.matches || part.open) continue
      opened.push(part)
      part.open = true
    }
  }
  desk.addEventListener('change', look)
  if (desk.matches) look()
}

/** What is folded on the screen is read on paper, also by browsers that do not know how to print it folded (_print.scss). */
export function openForPrint(): void {
  const opened = new Map<HTMLDetailsElement, string>()
  addEventListener('beforeprint', () => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')) {
      opened.set(part, part.name)
      // Of those with one name only one would be open.
      part.name = ''
      part.open = true
    }
  })
  addEventListener('afterprint', () => {
    for (const [part, name] of opened) {
      part.open = false
      part.name = name
    }
    opened.clear()
  })
}

import { element } from './elements.js'

/** A wide table says how many of its columns stand beyond its edge, and goes there. */
export function tellWhatIsBeyond(): void {
  for (const table of document.querySelectorAll<HTMLElement>('.table-scroll[data-beyond]')) new Beyond(table)
}

class Beyond {
  private readonly cue = element('button', { type: 'button', class: 'beyond', hidden: '' })

  constructor(private readonly table: HTMLElement) {
    table.before(this.cue)
    this.cue.addEventListener('click', () => table.scrollBy({ left: table.clientWidth / 2 }))
    table.addEventListener('scroll', () => this.tell(), { passive: true })
    new ResizeObserver(() => this.tell()).observe(table)
    this.tell()
  }

  private tell(): void {
    const edge = this.table.getBoundingClientRect().right + 1
    const heads = [...this.table.querySelectorAll('thead th')].filter(head => head.getClientRects().length > 0)
    const beyond = heads.filter(head => head.getBoundingClientRect().right > edge).length
    const isCards = this.table.scrollWidth <= this.table.clientWidth
    this.cue.hidden = beyond === 0 || isCards
    this.table.classList.toggle('has-more', !this.cue.hidden)
    const { beyond: one, beyondMany: many } = this.table.dataset
    const words = `${beyond} more ${beyond === 1 ? one : many} to the right`
    if (this.cue.textContent !== words) this.cue.textContent = words
  }
}

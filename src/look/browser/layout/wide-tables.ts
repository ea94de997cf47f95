import { pressable } from '../elements.js'

/** A table that goes on beyond its edge says how many columns are there, and a press shows the next of them. */
export function tellOfWideTables(): void {
  for (const frame of document.querySelectorAll<HTMLElement>('.table-scroll')) {
    const table = frame.querySelector<HTMLTableElement>(':scope > table')
    if (table) new WideTable(frame, table)
  }
}

class WideTable {
  private readonly words: HTMLButtonElement

  constructor(
    private readonly frame: HTMLElement,
    private readonly table: HTMLTableElement,
  ) {
    this.words = pressable('', 'table-more no-print', () => this.showNext())
    this.words.hidden = true
    frame.after(this.words)
    const look = () => this.look()
    frame.addEventListener('scroll', look, { passive: true })
    new ResizeObserver(look).observe(frame)
    look()
  }

  private look(): void {
    const beyond = this.beyond().length
    const [one, many] = (this.frame.dataset.beyond ?? 'column columns').split(' ')
    this.words.hidden = beyond === 0
    this.words.textContent = `${beyond} more ${beyond === 1 ? one : many} →`
    this.frame.classList.toggle('has-more', beyond > 0)
  }

  /** The columns that are not seen whole: more of them is beyond the edge than the space at the end of a cell. */
  private beyond(): Element[] {
    const { right } = this.frame.getBoundingClientRect()
    return [...(this.table.rows[0]?.cells ?? [])].filter(cell => cell.getBoundingClientRect().right > right + 12)
  }

  /** The first column stays where it is, so that what is shown next begins beside it. */
  private showNext(): void {
    const [next] = this.beyond()
    const first = this.table.rows[0]?.cells[0]
    if (!next || !first) return
    const left = next.getBoundingClientRect().left - first.getBoundingClientRect().right
    this.frame.scrollBy({ left })
    this.frame.focus({ preventScroll: true })
  }
}

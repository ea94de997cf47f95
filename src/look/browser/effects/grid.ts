import { OpenCell } from './open-cell.js'

const steps: Record<string, [down: number, across: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
}

/** The grid of effects is filled where it stands: one cell opens at a time, and arrow keys go from cell to cell. */
class EffectsGrid {
  private open: OpenCell | undefined

  constructor(private readonly table: HTMLTableElement) {
    table.addEventListener('click', event => this.clicked(event))
    table.addEventListener('keydown', event => this.pressed(event))
  }

  private clicked(event: MouseEvent): void {
    const link = linkAt(event.target)
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void this.openAt(link)
  }

  private async openAt(link: HTMLAnchorElement): Promise<void> {
    const cell = link.closest('td')!
    if (this.open && !(await this.open.close())) return
    this.open = await OpenCell.at(cell, link.href, () => (this.open = undefined))
    // Signed out, or not to be changed any more: its own page says so.
    if (!this.open) location.assign(link.href)
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.open) {
      event.preventDefault()
      void this.open.close()
      return
    }
    const link = linkAt(event.target)
    const step = steps[event.key]
    if (!link || !step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.next(link.closest('td')!, step)?.focus()
  }

  /** The next cell in that direction that opens; at the edge there is none. */
  private next(from: HTMLTableCellElement, [down, across]: [number, number]): HTMLAnchorElement | undefined {
    let row = (from.parentElement as HTMLTableRowElement).rowIndex + down
    let column = from.cellIndex + across
    while (this.table.rows[row]?.cells[column]) {
      const link = this.table.rows[row]!.cells[column]!.querySelector<HTMLAnchorElement>('a[data-cell]')
      if (link) return link
      row += down
      column += across
    }
    return undefined
  }
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-cell]') : null
}

export function fillEffects(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-effects]')) new EffectsGrid(table)
}

import { element, pressable } from '../elements.js'
import { SavedEffect } from './saved-effect.js'

/** A cell of the grid with its form in it, until it is closed: then it shows what stands in it now. */
export class OpenCell {
  private readonly before: Node[]
  private readonly saved: SavedEffect

  /** @returns undefined where the address holds no form for this person */
  static async at(cell: HTMLTableCellElement, address: string, closed: () => void): Promise<OpenCell | undefined> {
    const form = (await pageAt(address))?.querySelector<HTMLFormElement>('form[data-effect]')
    return form ? new OpenCell(cell, document.adoptNode(form), closed) : undefined
  }

  private constructor(
    private readonly cell: HTMLTableCellElement,
    form: HTMLFormElement,
    private readonly closed: () => void,
  ) {
    this.before = [...cell.childNodes]
    withOwnIds(form)
    form.querySelector('[data-without-script]')?.remove()
    const evidence = form.querySelector('details')
    if (evidence && !evidence.querySelector('input:checked')) evidence.open = false
    const state = element('p', { class: 'save-state', role: 'status' })
    const close = pressable('Close this cell', 'button button-secondary button-small', () => void this.close())
    form.append(element('div', { class: 'save-line effect-close' }, close, state))
    cell.classList.add('is-open')
    cell.replaceChildren(form)
    this.saved = new SavedEffect(form, state)
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    form.querySelector<HTMLElement>('input:checked, input[type="radio"], textarea')?.focus()
  }

  /** @returns false where something could not be saved: then the cell stays open, and says why */
  async close(): Promise<boolean> {
    if (!(await this.saved.settle())) return false
    const fresh = (await pageAt(location.href))?.getElementById(this.cell.id)
    if (fresh) this.cell.replaceChildren(...[...fresh.childNodes].map(node => document.adoptNode(node)))
    else this.cell.replaceChildren(...this.before)
    this.cell.classList.remove('is-open')
    this.closed()
    this.cell.querySelector<HTMLAnchorElement>('a[data-cell]')?.focus()
    return true
  }
}

async function pageAt(address: string): Promise<Document | undefined> {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => undefined)
  if (!answer?.ok || answer.redirected) return undefined
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

/** The page around the cell may hold fields of the same names. */
function withOwnIds(form: HTMLFormElement): void {
  for (const one of form.querySelectorAll<HTMLElement>('[id], [for], [aria-describedby]'))
    for (const name of ['id', 'for', 'aria-describedby']) {
      const value = one.getAttribute(name)
      if (value)
        one.setAttribute(
          name,
          value.replace(/\S+/g, id => `cell-${id}`),
        )
    }
}

import { element } from '../elements.js'

/** Behind an @ the people are offered who may read what is talked about; arrows choose, Enter or Tab puts the name in. */
export function offerMentions(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-mentions]')) {
    const box = form.querySelector<HTMLTextAreaElement>('textarea')
    if (box) new Mentions(box, form.dataset.mentions!)
  }
}

let lists = 0
const mostShown = 8

class Mentions {
  private readonly id = `mentions-${++lists}`
  private readonly list = element('ul', { id: this.id, class: 'mentions', role: 'listbox', 'aria-label': 'People' })
  private readonly said = element('p', { class: 'govuk-visually-hidden', role: 'status' })
  private people: Promise<string[]> | undefined
  private shown: string[] = []
  private chosen = 0

  constructor(
    private readonly box: HTMLTextAreaElement,
    private readonly address: string,
  ) {
    this.list.hidden = true
    box.after(this.list, this.said)
    box.setAttribute('aria-controls', this.id)
    box.setAttribute('aria-autocomplete', 'list')
    box.addEventListener('input', () => void this.look())
    box.addEventListener('keydown', event => this.key(event))
    box.addEventListener('blur', () => this.close())
  }

  /** What was typed behind the last @ before the cursor; undefined where there is none. */
  private typed(): string | undefined {
    const before = this.box.value.slice(0, this.box.selectionStart)
    return /(?:^|[^\p{L}\p{N}._+-])@([\p{L}\p{M}’' -]{0,40})$/u.exec(before)?.[1]
  }

  private async look(): Promise<void> {
    if (this.typed() === undefined) return this.close()
    const people = await (this.people ??= this.ask())
    const typed = this.typed()
    if (typed === undefined) return this.close()
    const words = plain(typed)
    this.shown = people.filter(name => ` ${plain(name)}`.includes(` ${words}`)).slice(0, mostShown)
    this.chosen = 0
    if (this.shown.length === 0 || this.shown.some(name => plain(name) === words.trimEnd() && words !== '')) {
      return this.close()
    }
    this.draw()
    this.said.textContent = `${this.shown.length} ${this.shown.length === 1 ? 'person' : 'people'} to choose from. Arrow keys choose, Enter puts the name in.`
  }

  private async ask(): Promise<string[]> {
    const answer = await fetch(this.address, { headers: { Accept: 'application/json' } }).catch(() => undefined)
    if (!answer?.ok) {
      this.people = undefined
      return []
    }
    return ((await answer.json()) as { people: string[] }).people
  }

  private draw(): void {
    this.list.replaceChildren(
      ...this.shown.map((name, place) => {
        const line = element(
          'li',
          { id: `${this.id}-${place}`, role: 'option', 'aria-selected': String(place === this.chosen) },
          name,
        )
        line.addEventListener('pointerdown', event => {
          event.preventDefault()
          this.putIn(name)
        })
        return line
      }),
    )
    this.list.hidden = false
    this.box.setAttribute('aria-activedescendant', `${this.id}-${this.chosen}`)
  }

  private key(event: KeyboardEvent): void {
    if (this.list.hidden) return
    if (event.key === 'Escape') this.close()
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : this.shown.length - 1
      this.chosen = (this.chosen + step) % this.shown.length
      this.draw()
    } else if (event.key === 'Enter' || event.key === 'Tab') this.putIn(this.shown[this.chosen]!)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  private putIn(name: string): void {
    const end = this.box.selectionStart
    const start = end - (this.typed()?.length ?? 0)
    this.box.setRangeText(`${name} `, start, end, 'end')
    this.close()
    this.box.dispatchEvent(new Event('input', { bubbles: true }))
    this.box.focus()
    this.said.textContent = `${name} is named.`
  }

  private close(): void {
    this.list.hidden = true
    this.box.removeAttribute('aria-activedescendant')
  }
}

function plain(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase()
}

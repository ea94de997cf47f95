import { element, pressable, showInList, signInAgain } from '../elements.js'

export interface KnownCode {
  id: string
  name: string
  mark: string
  colour: string
  path: string
  description: string
}

export interface PanelActs {
  codes(): KnownCode[]
  mayName: boolean
  /** Gives a code, or a new one by its name, or a memo. @returns a sentence when it was refused */
  give(given: { code?: string; newCode?: string; memo?: string }): Promise<string | null>
  /** @param back whether the person goes back to the text with the keyboard */
  closed(back: boolean): void
}

const folded = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The codes beside the words that were chosen: a list that narrows as one types. */
export class CodePanel {
  readonly box: HTMLElement
  private readonly quoted = element('p', { class: 'code-panel-words' })
  private readonly input = element('input', {
    class: 'govuk-input',
    type: 'text',
    id: 'code-panel-input',
    role: 'combobox',
    autocomplete: 'off',
    autocapitalize: 'none',
    'aria-expanded': 'true',
    'aria-controls': 'code-options',
    'aria-autocomplete': 'list',
  })
  private readonly list = element('ul', {
    class: 'code-options',
    id: 'code-options',
    role: 'listbox',
    'aria-label': 'Codes',
  })
  private readonly status = element('p', { class: 'small', role: 'status' })
  private readonly memo = element('textarea', { class: 'govuk-textarea', rows: '2', id: 'code-panel-memo' })
  private at = 0

  constructor(private readonly acts: PanelActs) {
    const keep = pressable('Keep the memo', 'button button-secondary button-small', () => void this.keepMemo())
    const label = acts.mayName ? 'Code, known or new' : 'Code'
    this.box = element(
      'div',
      { class: 'code-panel no-print', role: 'dialog', 'aria-label': 'Code these words', hidden: '' },
      element(
        'div',
        { class: 'code-panel-head' },
        this.quoted,
        pressable('Close', 'link-button', () => this.close(true)),
      ),
      element('label', { class: 'govuk-label', for: 'code-panel-input' }, label),
      this.input,
      this.list,
      this.status,
      element(
        'details',
        { class: 'later' },
        element('summary', {}, 'Write a memo'),
        element('label', { class: 'govuk-label', for: 'code-panel-memo' }, 'Memo on these words'),
        this.memo,
        keep,
      ),
    )
    this.input.addEventListener('input', () => this.offer(0))
    this.input.addEventListener('keydown', event => this.press(event))
    this.box.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.close(true)
    })
    document.body.append(this.box)
  }

  get open(): boolean {
    return !this.box.hidden
  }

  /** @param near where the words stand on the page; a phone shows the panel at its foot */
  show(words: string, near: DOMRect, takesFocus: boolean): void {
    this.quoted.textContent = `“${words.replace(/\s+/g, ' ').slice(0, 160)}”`
    this.box.hidden = false
    this.status.textContent = ''
    this.input.value = ''
    this.place(near)
    this.offer(0)
    // With its list it is as high as it will be.
    this.place(near)
    if (takesFocus) this.input.focus({ preventScroll: true })
  }

  /** Below the words, above them where there is no room below, and always within the window, which stays where it is. */
  private place(near: DOMRect): void {
    const atFoot = matchMedia('(max-width: 40em)').matches
    const { clientWidth, clientHeight } = document.documentElement
    const { offsetWidth, offsetHeight } = this.box
    const left = Math.max(8, Math.min(near.left, clientWidth - offsetWidth - 8))
    const [below, above] = [near.bottom + 8, near.top - offsetHeight - 8]
    const wanted = below + offsetHeight <= clientHeight || above < 8 ? below : above
    const top = Math.max(8, Math.min(wanted, clientHeight - offsetHeight - 8))
    this.box.style.setProperty('left', atFoot ? '0' : `${left + scrollX}px`)
    this.box.style.setProperty('top', atFoot ? 'auto' : `${top + scrollY}px`)
  }

  close(back: boolean): void {
    if (!this.open) return
    this.box.hidden = true
    this.acts.closed(back)
  }

  private offer(at: number): void {
    const typed = this.input.value.trim()
    const codes = this.acts.codes()
    const fits = codes.filter(code => folded(`${code.path} ${code.mark}`).includes(folded(typed)))
    // A name that begins with what was typed comes before one that only holds it.
    const begins = (code: KnownCode) => Number(!folded(code.name).startsWith(folded(typed)))
    if (typed) fits.sort((one, other) => begins(one) - begins(other))
    const options = fits.map(code => this.option(code))
    const isNew = typed !== '' && !codes.some(code => folded(code.name) === folded(typed))
    if (isNew && this.acts.mayName) {
      const fresh = element('li', { role: 'option' }, `Make a new code “${typed}”`)
      fresh.addEventListener('click', () => void this.give({ newCode: typed }, typed))
      options.push(fresh)
    }
    for (const [place, option] of options.entries()) option.id = `code-option-${place}`
    this.list.replaceChildren(...options)
    this.at = Math.max(0, Math.min(at, options.length - 1))
    this.light()
    if (options.length === 0) this.status.textContent = 'No code is called like that.'
    else if (this.status.textContent?.startsWith('No code')) this.status.textContent = ''
  }

  private option(code: KnownCode): HTMLLIElement {
    const mark = element('span', { class: 'code-mark', 'aria-hidden': 'true' }, code.mark)
    const option = element(
      'li',
      { role: 'option', class: `code-${code.colour}`, title: code.description },
      mark,
      code.path,
    )
    option.addEventListener('click', () => void this.give({ code: code.id }, code.name))
    return option
  }

  private light(): void {
    for (const [place, option] of [...this.list.children].entries())
      option.setAttribute('aria-selected', String(place === this.at))
    const lit = this.list.children[this.at] as HTMLElement | undefined
    if (lit) {
      this.input.setAttribute('aria-activedescendant', lit.id)
      showInList(this.list, lit)
    } else this.input.removeAttribute('aria-activedescendant')
  }

  private press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      this.at = Math.max(0, Math.min(this.at + step, this.list.children.length - 1))
      return this.light()
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    ;(this.list.children[this.at] as HTMLElement | undefined)?.click()
  }

  private async give(given: { code?: string; newCode?: string }, name: string): Promise<void> {
    const refused = await this.acts.give(given)
    if (refused) return this.trouble(refused)
    this.status.textContent = `Coded with “${name}”. Give it another code, or close.`
    this.input.value = ''
    this.offer(0)
  }

  private async keepMemo(): Promise<void> {
    if (this.memo.value.trim() === '') return this.memo.focus()
    const refused = await this.acts.give({ memo: this.memo.value })
    if (refused) return this.trouble(refused)
    this.memo.value = ''
    this.status.textContent = 'The memo is kept.'
  }

  private trouble(words: string): void {
    this.status.replaceChildren(words, ...(words.startsWith('You have been signed out') ? [' ', signInAgain()] : []))
  }
}

import { send } from './answers.js'
import { clock } from './clock.js'
import { element, pressable, signInAgain } from './elements.js'
import { keep, kept, letGo } from './texts/kept-words.js'

const pause = 1000
const retry = 5000

type Saving = { savedAt: string } | 'signed-out' | 'refused' | 'full' | 'unreached'

/**
 * A sheet that is filled in is saved as it is typed. Where there is no signal it waits with the tab, and goes when there is
 * one. Without this it has a button to save.
 */
class Sheet {
  private readonly state: HTMLElement
  private readonly address: string
  private saved: string
  private timer = 0
  private sending = false
  private ending = false

  constructor(private readonly form: HTMLFormElement) {
    this.state = form.querySelector<HTMLElement>('[data-filling-state]')!
    this.address = form.getAttribute('action')!
    this.saved = this.words()
    this.offerBack()
    form.addEventListener('input', () => this.typed())
    form.addEventListener('click', event => this.count(event))
    form.addEventListener('submit', event => this.submit(event))
    window.addEventListener('online', () => void this.save())
    window.addEventListener('pagehide', () => void this.save())
    document.addEventListener('visibilitychange', () => void this.save())
    window.addEventListener('beforeunload', event => {
      if (!this.ending && this.words() !== this.saved) event.preventDefault()
    })
  }

  private words(): string {
    const words = new FormData(this.form)
    // It is saved again and again, and finished once.
    words.delete('once')
    return new URLSearchParams(words as unknown as Record<string, string>).toString()
  }

  /** Answers that never arrived before the page was left are offered back, never put in unasked. */
  private offerBack(): void {
    const before = kept(this.address)
    if (!before || before.body === this.saved) return letGo(this.address)
    const answer = (text: string, looks: string, then: () => void) =>
      pressable(text, looks, () => {
        offer.remove()
        then()
      })
    const offer = element(
      'div',
      { class: 'offer', role: 'group', 'aria-label': 'Answers that were not saved' },
      element('p', {}, `What you filled in here at ${clock(before.at)} was not saved.`),
      element(
        'div',
        { class: 'actions-row' },
        answer('Put it back', 'button button-secondary button-small', () => this.putBack(before.body)),
        answer('Let it go', 'link-button', () => letGo(this.address)),
      ),
    )
    this.form.prepend(offer)
  }

  private putBack(body: string): void {
    const said = new URLSearchParams(body)
    for (const field of this.form.elements) {
      if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox'))
        field.checked = said.getAll(field.name).includes(field.value)
      else if (
        (field instanceof HTMLInputElement ||
          field instanceof HTMLTextAreaElement ||
          field instanceof HTMLSelectElement) &&
        said.has(field.name)
      )
        field.value = said.get(field.name)!
    }
    this.typed()
  }

  private typed(): void {
    keep(this.address, this.words())
    this.after(pause)
  }

  private count(event: Event): void {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-count]')
    const field = button && document.getElementById(button.dataset.count!)
    if (!(field instanceof HTMLInputElement)) return
    event.preventDefault()
    field.value = String((Number.parseInt(field.value, 10) || 0) + 1)
    this.typed()
  }

  /** With no signal a sheet cannot be finished: the page stays, and says so. */
  private submit(event: Event): void {
    if (!navigator.onLine) {
      event.preventDefault()
      return this.say('No signal. What you filled in stays here and goes when there is one.')
    }
    this.ending = true
    letGo(this.address)
  }

  private after(wait: number): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.save(), wait)
  }

  private async save(): Promise<void> {
    const words = this.words()
    if (this.sending || this.ending || words === this.saved) return
    this.sending = true
    const answer = await this.send(words)
    this.sending = false
    if (answer === 'refused') return this.say('This sheet cannot be changed any more. Copy what you need from it.')
    if (answer === 'signed-out') {
      this.say('You have been signed out. What you filled in is kept here. ', signInAgain())
      return this.after(retry)
    }
    if (answer === 'full') {
      this.say('Not saved: the workbench has no room left. What you filled in stays here, and we try again')
      return this.after(retry)
    }
    if (answer === 'unreached') {
      this.say('Not saved yet. It stays here, and we try again')
      return this.after(retry)
    }
    this.saved = words
    this.state.classList.remove('trouble')
    this.state.textContent = `Saved at ${clock(answer.savedAt)}`
    if (this.words() === words) letGo(this.address)
    else this.after(pause)
  }

  private say(words: string, ...more: Node[]): void {
    this.state.classList.add('trouble')
    if (this.state.textContent !== words || more.length > 0) this.state.replaceChildren(words, ...more)
  }

  private async send(words: string): Promise<Saving> {
    const how = { keepalive: words.length < 60_000 }
    const answer = await send<{ savedAt: string }>(this.address, new URLSearchParams(words), how)
    if (answer.kind === 'refused' && answer.status === 507) return 'full'
    return answer.kind === 'done' ? { savedAt: answer.fields.savedAt ?? '' } : answer.kind
  }
}

export function fillInSheets(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filling]')) new Sheet(form)
}

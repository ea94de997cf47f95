import { clock } from './clock.js'

const pause = 1000
const retry = 5000

/** A sheet that is filled in is saved as it is typed. Without this it has a button to save. */
class Sheet {
  private readonly state: HTMLElement
  private saved: string
  private timer = 0
  private sending = false
  private ending = false

  constructor(private readonly form: HTMLFormElement) {
    this.state = form.querySelector<HTMLElement>('[data-filling-state]')!
    this.saved = this.words()
    form.addEventListener('input', () => this.after(pause))
    form.addEventListener('click', event => this.count(event))
    form.addEventListener('submit', () => (this.ending = true))
    window.addEventListener('online', () => void this.save())
    document.addEventListener('visibilitychange', () => void this.save())
    window.addEventListener('beforeunload', event => {
      if (!this.ending && this.words() !== this.saved) event.preventDefault()
    })
  }

  private words(): string {
    return new URLSearchParams(new FormData(this.form) as unknown as Record<string, string>).toString()
  }

  private count(event: Event): void {
    const button = (event.target as HTMLElement).closest<HTMLElement>('[data-count]')
    const field = button && document.getElementById(button.dataset.count!)
    if (!(field instanceof HTMLInputElement)) return
    event.preventDefault()
    field.value = String((Number.parseInt(field.value, 10) || 0) + 1)
    this.after(pause)
  }

  private after(wait: number): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.save(), wait)
  }

  private async save(): Promise<void> {
    const words = this.words()
    if (this.sending || this.ending || words === this.saved) return
    this.sending = true
    const said = await this.send(words)
    this.sending = false
    if (said !== undefined) {
      this.saved = words
      this.state.textContent = said
      if (this.words() !== this.saved) this.after(pause)
    } else {
      this.state.textContent = 'Not saved yet – trying again'
      this.after(retry)
    }
  }

  private async send(words: string): Promise<string | undefined> {
    try {
      const answer = await fetch(this.form.getAttribute('action')!, {
        method: 'POST',
        body: new URLSearchParams(words),
        headers: { Accept: 'application/json' },
        keepalive: words.length < 60_000,
      })
      if (!answer.ok) return undefined
      const { savedAt } = (await answer.json()) as { savedAt: string }
      return `Saved at ${clock(savedAt)}`
    } catch {
      return undefined
    }
  }
}

export function fillInSheets(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filling]')) new Sheet(form)
}

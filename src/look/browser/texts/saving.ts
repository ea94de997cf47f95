import { carryOver } from './carrying-over.js'
import { clock } from '../clock.js'
import { signInAgain } from '../elements.js'
import { keep, letGo } from './kept-words.js'
import { offerKeptWords } from './offering-kept-words.js'
import { type Answer, sendWords } from './saving-answer.js'
import { seen } from '../seen.js'
import { showBoth } from './both-texts.js'

const pause = 800
const longestWait = 8000
const longestRetry = 30_000

/** Text that is saved as it is typed. The form works without this too: then it has a Save button. */
export class SavedText {
  private readonly words: HTMLTextAreaElement
  private readonly version: HTMLInputElement
  private readonly button: HTMLButtonElement
  private readonly state: HTMLElement
  private readonly address: string
  private saved: string
  private timer = 0
  private waitingSince = 0
  private sending = false
  private retry = 1000
  private clashing = false

  constructor(private readonly form: HTMLFormElement) {
    this.words = form.querySelector('textarea')!
    this.version = form.querySelector<HTMLInputElement>('input[name="version"]')!
    this.button = form.querySelector<HTMLButtonElement>('[data-save]')!
    this.state = form.querySelector<HTMLElement>('[data-save-state]')!
    this.address = form.getAttribute('action')!
    this.saved = this.words.value
    this.button.hidden = true
    offerKeptWords(form, this.address, words => this.putBack(words))
    this.listen()
  }

  get unsaved(): boolean {
    return this.words.value !== this.saved
  }

  private listen(): void {
    this.words.addEventListener('input', () => this.typed())
    this.words.addEventListener('blur', () => void this.save())
    this.form.addEventListener('submit', event => {
      event.preventDefault()
      void this.save()
    })
    document.addEventListener('visibilitychange', () => void this.save())
    window.addEventListener('pagehide', () => void this.save())
    window.addEventListener('online', () => void this.save())
    window.addEventListener('beforeunload', event => {
      if (this.unsaved) event.preventDefault()
    })
  }

  private typed(): void {
    if (!this.unsaved) return letGo(this.address)
    keep(this.address, this.words.value)
    if (this.clashing) return
    this.waitingSince ||= Date.now()
    const patience = Math.max(0, this.waitingSince + longestWait - Date.now())
    this.after(Math.min(pause, patience))
  }

  private after(wait: number): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.save(), wait)
  }

  private async save(): Promise<void> {
    if (this.sending || this.clashing || !this.unsaved) return
    clearTimeout(this.timer)
    this.sending = true
    this.waitingSince = 0
    const sent = this.words.value
    const answer = await sendWords(this.address, sent, this.version.value)
    this.sending = false
    this.take(answer, sent)
  }

  private take(answer: Answer, sent: string): void {
    switch (answer.kind) {
      case 'saved':
        return this.takeSaved(answer, sent)
      case 'clash':
        return this.settle(answer.version, answer.theirs, answer.by)
      case 'signed-out':
        this.trouble('You have been signed out. Your words are kept here. ', signInAgain())
        return this.after(longestRetry)
      case 'refused':
        this.trouble(`Not saved. ${answer.message}`)
        return answer.passes ? this.after(longestRetry) : undefined
      case 'unreached':
        this.trouble('Not saved yet – trying again')
        this.after(this.retry)
        this.retry = Math.min(this.retry * 2, longestRetry)
    }
  }

  private takeSaved(answer: Extract<Answer, { kind: 'saved' }>, sent: string): void {
    seen()
    this.retry = 1000
    const together = carryOver(sent, answer.body, this.words.value)
    if (together === null) return this.settle(answer.version, answer.body, 'Somebody else')
    if (together !== this.words.value) this.write(together)
    this.version.value = answer.version
    this.saved = answer.body
    this.calm(`Saved at ${clock(answer.savedAt)}`)
    this.form.dispatchEvent(new Event('words-saved', { bubbles: true }))
    if (this.unsaved) this.typed()
    else letGo(this.address)
  }

  /** Puts words into the box and leaves the caret where the person was, as nearly as can be told. */
  private write(words: string): void {
    const fromEnd = this.words.value.length - this.words.selectionEnd
    const behind = this.words.value.slice(this.words.selectionEnd)
    const at = words.endsWith(behind) ? words.length - fromEnd : Math.min(this.words.selectionEnd, words.length)
    this.words.value = words
    if (document.activeElement === this.words) this.words.setSelectionRange(at, at)
  }

  private settle(version: string, theirs: string, by: string): void {
    this.clashing = true
    this.trouble(`${by} changed the same words. Both are below.`)
    showBoth(this.form, { by, theirs, mine: () => this.words.value }, chosen => {
      this.clashing = false
      this.version.value = version
      this.saved = theirs
      this.write(chosen)
      this.words.focus()
      if (this.unsaved) this.typed()
      else {
        letGo(this.address)
        this.calm('Kept as it was saved.')
      }
    })
  }

  private putBack(words: string): void {
    this.words.value = words
    this.typed()
  }

  private calm(words: string): void {
    this.button.hidden = true
    this.state.classList.remove('trouble')
    if (this.state.textContent !== words) this.state.textContent = words
  }

  private trouble(words: string, ...more: Node[]): void {
    this.button.hidden = this.clashing
    this.state.classList.add('trouble')
    if (this.state.textContent === words && more.length === 0) return
    this.state.replaceChildren(words, ...more)
  }
}

export function saveAsTyped(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-saved-text]')) new SavedText(form)
}

import { send } from './answers.js'
import { lastSeen, seen } from './seen.js'

const minute = 60_000
const look = 1000

/** Warns before a quiet session ends, and lets the person stay. Minutes come from the page. */
export function watchIdleness(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#idle')
  const { idleMinutes, idleWarnAt } = document.body.dataset
  if (!dialog || !idleMinutes || !idleWarnAt) return
  seen()
  const watch = new IdleWatch(dialog, Number(idleWarnAt) * minute, Number(idleMinutes) * minute)
  window.setInterval(() => watch.look(), look)
}

class IdleWatch {
  private readonly left: HTMLElement
  private readonly words: HTMLElement
  private readonly heading: HTMLElement
  private readonly title = document.title
  private ended = false

  constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly warnAt: number,
    private readonly endAt: number,
  ) {
    this.left = dialog.querySelector<HTMLElement>('#idle-left')!
    this.words = dialog.querySelector<HTMLElement>('#idle-words')!
    this.heading = dialog.querySelector<HTMLElement>('#idle-title')!
    this.part('stay').addEventListener('click', () => void this.stay())
    this.part('close').addEventListener('click', () => this.dialog.close())
    // Escape means "I am here", unless it is already too late.
    this.dialog.addEventListener('cancel', event => {
      if (this.ended) return
      event.preventDefault()
      void this.stay()
    })
  }

  look(): void {
    const quiet = Date.now() - lastSeen()
    if (quiet < this.warnAt) return this.back()
    if (this.ended) return
    if (quiet >= this.endAt) return this.end()
    this.warn(this.endAt - quiet)
  }

  private warn(left: number): void {
    this.open('Are you still here?')
    const words =
      left > minute * 0.6
        ? `You will be signed out in about ${inMinutes(left)}.`
        : 'You will be signed out in less than a minute.'
    if (this.left.textContent !== words) this.left.textContent = words
  }

  private end(): void {
    this.ended = true
    this.open('You have been signed out')
    this.words.textContent =
      'What you typed on this page is still here. Sign in again, then come back to this tab to save it.'
    this.left.textContent = ''
    this.show(['again', 'close'])
    this.part('again').focus()
  }

  private async stay(): Promise<void> {
    const answer = await send('/sign-in/extend', new URLSearchParams())
    if (answer.kind === 'signed-out') return this.end()
    if (answer.kind !== 'done') {
      this.left.textContent = 'The workbench cannot be reached at the moment. Try again in a little while.'
      return
    }
    seen()
    this.back()
  }

  /** Somebody is here again, in this tab or another. */
  private back(): void {
    if (!this.dialog.open && !this.ended) return
    this.ended = false
    document.title = this.title
    this.show(['stay', 'leave'])
    if (this.dialog.open) this.dialog.close()
  }

  private open(heading: string): void {
    this.heading.textContent = heading
    document.title = `${heading} – ${this.title}`
    if (!this.dialog.open) this.dialog.showModal()
  }

  private show(parts: string[]): void {
    for (const part of this.dialog.querySelectorAll<HTMLElement>('[data-idle]'))
      part.hidden = !parts.includes(part.dataset.idle!)
  }

  private part(name: string): HTMLElement {
    return this.dialog.querySelector<HTMLElement>(`[data-idle="${name}"]`)!
  }
}

function inMinutes(left: number): string {
  const minutes = Math.max(1, Math.round(left / minute))
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}

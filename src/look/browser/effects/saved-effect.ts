import { send } from '../answers.js'
import { clock } from '../clock.js'
import { element, pressable, signInAgain } from '../elements.js'
import { seen } from '../seen.js'
import { carryOver } from '../texts/carrying-over.js'
import { keep, kept, letGo } from '../texts/kept-words.js'

const pause = 800
const longestRetry = 30_000
const words = ['whatHappened', 'whyHere'] as const

interface Stands {
  judgement: string
  confidence: string
  whatHappened: string
  whyHere: string
  forWhom: string[]
  evidence: string[]
}

interface Spoken {
  version: number
  stands: Stands
  savedAt: string
  merged: boolean
  by: string
}

/** What an action did in a school, saved as it is typed and chosen. */
export class SavedEffect {
  private readonly address: string
  private saved: string
  private timer = 0
  private retry = 1000
  private isClashing = false
  private sending: Promise<void> | undefined

  constructor(
    private readonly form: HTMLFormElement,
    private readonly state: HTMLElement,
  ) {
    this.address = form.getAttribute('action')!
    this.saved = this.said()
    this.offerWhatWasKept()
    form.addEventListener('input', () => this.changed())
    form.addEventListener('change', () => void this.save())
    form.addEventListener('submit', event => {
      event.preventDefault()
      void this.save()
    })
    window.addEventListener('pagehide', () => void this.save())
    window.addEventListener('online', () => void this.save())
    window.addEventListener('beforeunload', event => {
      if (this.isUnsaved) event.preventDefault()
    })
  }

  /** Saves what is left. @returns whether everything is saved */
  async settle(): Promise<boolean> {
    await this.sending
    await this.save()
    return !this.isUnsaved
  }

  private get isUnsaved(): boolean {
    return this.form.isConnected && this.said() !== this.saved
  }

  private fields(): URLSearchParams {
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(this.form))
      if (typeof value === 'string' && name !== 'once') fields.append(name, value)
    return fields
  }

  /** All that is typed and chosen, without what it is compared with. */
  private said(): string {
    const fields = this.fields()
    for (const name of ['version', 'was', 'names-seen']) fields.delete(name)
    return fields.toString()
  }

  private changed(): void {
    if (!this.isUnsaved) return letGo(this.address)
    keep(this.address, this.said())
    this.after(pause)
  }

  private after(wait: number): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.save(), wait)
  }

  private async save(): Promise<void> {
    if (this.sending || this.isClashing || !this.isUnsaved) return
    clearTimeout(this.timer)
    this.sending = this.send()
    await this.sending
    this.sending = undefined
    if (this.isUnsaved && this.retry === 1000 && !this.isClashing) this.after(pause)
  }

  private async send(): Promise<void> {
    const said = this.said()
    const typed = this.typed()
    const answer = await send<Spoken>(this.address, this.fields(), { keepalive: said.length < 30_000 })
    if (answer.kind === 'done') return this.take(answer.fields as Spoken, said, typed)
    if (answer.kind === 'refused' && answer.status === 409) return this.clash(answer.fields.by ?? '')
    if (answer.kind === 'refused') {
      this.trouble(`Not saved. ${answer.fields.message ?? 'This could not be saved here.'}`)
      if (answer.status !== 507) return
      this.retry = longestRetry
      return this.after(longestRetry)
    }
    if (answer.kind === 'signed-out')
      this.trouble('You have been signed out. Your words are kept here. ', signInAgain())
    else this.trouble('Not saved yet – trying again')
    this.retry = Math.min(this.retry * 2, longestRetry)
    this.after(this.retry)
  }

  private take({ version, stands, savedAt, merged }: Spoken, said: string, typed: Record<string, string>): void {
    seen()
    this.retry = 1000
    const isAsSent = this.said() === said
    this.put('version', String(version))
    this.put('was', JSON.stringify(stands))
    for (const name of words) {
      const together = carryOver(typed[name]!, stands[name], this.box(name).value)
      if (together !== null && together !== this.box(name).value) this.box(name).value = together
    }
    if (isAsSent) {
      this.tick('judgement', [stands.judgement])
      this.tick('confidence', [stands.confidence])
      this.tick('forWhom', stands.forWhom)
      this.tick('evidence', stands.evidence)
      this.saved = this.said()
      letGo(this.address)
    }
    this.calm(`Saved at ${clock(savedAt)}${merged ? ', together with what somebody else wrote' : ''}`)
  }

  /** The page of its own shows both beside one another; what is typed here goes along. */
  private clash(by: string): void {
    this.isClashing = true
    const both = pressable('Bring the two together', 'button button-small', () => {
      this.saved = this.said()
      letGo(this.address)
      this.form.submit()
    })
    this.trouble(`${by || 'Somebody else'} said it differently meanwhile. Yours is not lost. `, both)
  }

  private offerWhatWasKept(): void {
    const before = kept(this.address)
    if (!before || before.body === this.saved) return letGo(this.address)
    const fields = new URLSearchParams(before.body)
    const answer = (text: string, looks: string, then: () => void) =>
      pressable(text, looks, () => {
        offer.remove()
        then()
      })
    const offer = element(
      'div',
      { class: 'offer' },
      element('p', {}, `What you typed here at ${clock(before.at)} was not saved.`),
      element('div', { class: 'conflict-text' }, words.map(name => fields.get(name) ?? '').join('\n\n')),
      element(
        'div',
        { class: 'actions-row' },
        answer('Put it back', 'button button-secondary button-small', () => this.putBack(fields)),
        answer('Let it go', 'link-button', () => letGo(this.address)),
      ),
    )
    this.form.prepend(offer)
  }

  private putBack(fields: URLSearchParams): void {
    for (const name of words) this.box(name).value = fields.get(name) ?? ''
    for (const name of ['judgement', 'confidence', 'forWhom', 'evidence']) this.tick(name, fields.getAll(name))
    void this.save()
  }

  private typed(): Record<string, string> {
    return Object.fromEntries(words.map(name => [name, this.box(name).value]))
  }

  private box(name: string): HTMLTextAreaElement {
    return this.form.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`)!
  }

  private put(name: string, value: string): void {
    this.form.querySelector<HTMLInputElement>(`input[name="${name}"]`)!.value = value
  }

  private tick(name: string, values: string[]): void {
    for (const input of this.form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
      input.checked = values.includes(input.value)
  }

  private calm(text: string): void {
    this.state.classList.remove('trouble')
    if (this.state.textContent !== text) this.state.textContent = text
  }

  private trouble(text: string, ...more: Node[]): void {
    this.state.classList.add('trouble')
    this.state.replaceChildren(text, ...more)
  }
}

import { element } from '../elements.js'
import { clearMistakes, showMistakes } from '../mistakes.js'
import { mark, unmark } from '../sending-once.js'
import type { Place, Places } from './device.js'
import { personHere } from './knowing.js'
import { type Opened, takesBack } from './opening-again.js'
import { keepCapture, letGo } from './queue.js'
import { sendAll } from './sending.js'
import { savedLine } from './showing-queue.js'
import { hearTabs, tellTabs, type TabNews } from './telling-tabs.js'

/** Forms that log a piece keep it on the device first, sealed, and send it from there. */
export function wakeForms(places: Places): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-capture]')) new LogForm(form, places)
}

class LogForm {
  private readonly said = element('p', { class: 'save-state', role: 'status' })
  /** What was kept as a draft stays said at the top, whatever is saved next. */
  private readonly drafts = element('div', { class: 'queue drafts', role: 'status' })
  private pending: string | null = null
  private typedSince = false
  /** What is mended here; it stays on the device until its mended self is kept there too. */
  private mending: string[] = []

  constructor(
    private readonly form: HTMLFormElement,
    private readonly places: Places,
  ) {
    form.append(this.said)
    form.prepend(this.drafts)
    if (!personHere()) this.fillInByDevice()
    form.querySelector('[name="group"]')?.addEventListener('change', () => this.placeChosen())
    form.addEventListener('input', () => (this.typedSince = true))
    form.dataset.captures = 'kept'
    form.addEventListener('submit', event => {
      event.preventDefault()
      if (!form.dataset.sending) void this.keep(event.submitter)
    })
    hearTabs(news => this.hear(news))
    takesBack(
      group => this.isFor(group),
      opened => this.take(opened),
    )
    this.placeChosen()
  }

  private async keep(pressed: HTMLElement | null): Promise<void> {
    mark(this.form)
    const before = this.mending
    const { fields, files } = this.read(pressed)
    this.typedSince = false
    const capture = fields.find(([name]) => name === 'capture')![1]
    const words = ['whatWeSaw', 'title'].some(name => fields.some(([field, value]) => field === name && value.trim()))
    if (!words && files.length === 0) {
      unmark(this.form)
      return showMistakes(this.form, { errors: { whatWeSaw: 'Say what you saw, or add a photo or a file' } })
    }
    this.say('Keeping it on this device')
    try {
      await keepCapture(this.places, capture, [...fields, ...before.map(pairOf)], files)
    } catch {
      unmark(this.form)
      return this.say(
        'This device has no room left to keep it. Take out a file, or send it when there is signal.',
        true,
      )
    }
    this.pending = capture
    this.mending = []
    for (const one of before) await letGo(one)
    if (!personHere() || !navigator.onLine) return this.leave('Kept on this device. It is sent when there is signal.')
    this.say('Sending')
    void sendAll()
  }

  private read(pressed: HTMLElement | null): { fields: [string, string][]; files: File[] } {
    const data = new FormData(this.form, pressed)
    if (!data.has('group')) data.set('group', this.form.dataset.capture!)
    const all = [...data.entries()]
    return {
      fields: all.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
      files: all.flatMap(([, value]) => (value instanceof File && value.name !== '' ? [value] : [])),
    }
  }

  private hear(news: TabNews): void {
    if (news.about === 'saved' && news.isDraft) this.drafts.append(element('ul', {}, savedLine(news)))
    if (!('capture' in news) || news.capture !== this.pending) return
    if (news.about === 'saved') this.saved(news)
    else if (news.about === 'refused') this.giveBack(news.capture, news.refusal)
    else if (news.about === 'state' && news.state === 'waiting for signal')
      this.leave('Kept on this device. It is sent when there is signal.')
    else if (news.about === 'state' && news.state === 'waiting for the workbench')
      this.leave('Kept on this device. It is sent by itself when the workbench can take it.')
    else if (news.about === 'state' && news.state === 'waiting for sign-in')
      this.leave('Kept on this device. It is sent when you have signed in again.')
  }

  private saved(news: TabNews & { about: 'saved' }): void {
    const goesOn = this.form.querySelector<HTMLInputElement>('[name="another"]')?.checked
    if (!this.typedSince && !goesOn) {
      this.say(news.isDraft ? '' : 'Saved')
      return location.assign(news.location)
    }
    if (this.typedSince) return this.goOn(news.isDraft)
    this.leave(news.isDraft ? '' : 'Saved. Here is room for the next.')
    this.form.querySelector<HTMLElement>('[name="whatWeSaw"]')?.focus()
  }

  /** Somebody wrote on while it was sent: what stands in the form is theirs to save anew, or to take out. */
  private goOn(isDraft: boolean): void {
    this.pending = null
    unmark(this.form)
    this.form.querySelector<HTMLInputElement>('[name="capture"]')!.value = crypto.randomUUID()
    const since = 'What you wrote since is not saved: saving again makes another piece.'
    this.say(isDraft ? since : `Saved as it stood when you pressed. ${since}`)
  }

  /** What needs mending is still in the form, and there it is mended. */
  private giveBack(capture: string, refusal: { message: string; errors?: Record<string, string> }): void {
    if (!refusal.errors) return this.leave(`Kept on this device, but it needs you. ${refusal.message}`)
    this.pending = null
    this.mend(capture)
    unmark(this.form)
    this.say('Not saved yet. Please look at the top of the form.', true)
    showMistakes(this.form, refusal)
  }

  /** From now on the form holds what is to stand in the place of this capture, under a name of its own. */
  private mend(capture: string): void {
    this.mending = [...this.mending, capture]
    this.form.querySelector<HTMLInputElement>('[name="capture"]')!.value = crypto.randomUUID()
    tellTabs({ about: 'state', capture, state: 'in the form' })
  }

  private isFor(group: string): boolean {
    const select = this.form.querySelector<HTMLSelectElement>('select[name="group"]')
    if (select) return [...select.options].some(one => one.value === group)
    return (this.form.querySelector<HTMLInputElement>('[name="group"]')?.value ?? this.form.dataset.capture) === group
  }

  /** @returns why it cannot be taken back just now */
  private take({ capture, words, files }: Opened): string | undefined {
    const inHand = this.read(null)
    const typed = ['whatWeSaw', 'title'].some(name => inHand.fields.some(([field, value]) => field === name && value))
    if (this.form.dataset.sending || typed || inHand.files.length > 0)
      return 'Something is in the form already. Save it, or empty the form, then open this one.'
    const fields = words.fields.filter(([name]) => !['capture', 'audience', 'instead'].includes(name))
    // The group comes first: the schools to choose from follow it.
    for (const [name, value] of fields.filter(([name]) => name === 'group')) fillField(this.form, name, value)
    this.placeChosen()
    for (const [name, value] of fields.filter(([name]) => name !== 'group')) fillField(this.form, name, value)
    this.addFiles(files)
    this.mending = words.fields.filter(([name]) => name === 'instead').map(([, value]) => value)
    this.mend(capture)
    this.say('Open in the form. Mend it here and save it again.')
    const first = this.form.querySelector<HTMLElement>('[name="whatWeSaw"]')!
    first.scrollIntoView({ block: 'center' })
    first.focus()
    return undefined
  }

  private addFiles(files: File[]): void {
    const input = this.form.querySelector<HTMLInputElement>('#f-files')
    if (!input || files.length === 0) return
    const carrier = new DataTransfer()
    for (const file of files) carrier.items.add(file)
    input.files = carrier.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }

  /** The form is free for the next thing that is noticed, in the same group. */
  private leave(words: string): void {
    this.pending = null
    this.mending = []
    unmark(this.form)
    const another = this.form.querySelector<HTMLInputElement>('[name="another"]')
    const group = this.form.querySelector<HTMLSelectElement>('select[name="group"]')
    const [goesOn, chosen] = [another?.checked ?? false, group?.value]
    this.form.reset()
    clearMistakes(this.form)
    if (another) another.checked = goesOn
    this.form.querySelector<HTMLInputElement>('[name="capture"]')!.value = crypto.randomUUID()
    for (const input of this.form.querySelectorAll('input[type="file"]')) input.dispatchEvent(new Event('emptied'))
    this.form.dispatchEvent(new Event('captured'))
    if (!personHere()) this.fillInByDevice()
    if (group && goesOn && chosen) group.value = chosen
    this.placeChosen()
    // What looks at the words as they are typed looks at none.
    this.form.querySelector('[name="whatWeSaw"]')?.dispatchEvent(new Event('input', { bubbles: true }))
    this.typedSince = false
    this.say(words)
  }

  /** Without signal the page comes with nothing of anybody in it. */
  private fillInByDevice(): void {
    const { form, places } = this
    form.querySelector<HTMLInputElement>('[name="capture"]')!.value = crypto.randomUUID()
    const group = form.querySelector<HTMLSelectElement>('select[name="group"]')
    const wished = /^\/groups\/([\w-]+)/.exec(location.pathname)?.[1]
    group?.replaceChildren(...places.places.map(place => option(place.group, place.name)))
    if (group && places.places.some(place => place.group === wished)) group.value = wished!
    const day = form.querySelector<HTMLInputElement>('[name="gatheredOn"]')
    const today = new Date().toLocaleDateString('sv')
    if (day) day.max = day.value = today
    const [first] = form.querySelectorAll<HTMLButtonElement>('button[name="audience"]')
    if (first && first.value !== places.audience) first.parentElement!.append(first)
  }

  /** Another group may be in another network, with other schools. */
  private placeChosen(): void {
    const chosen = this.form.querySelector<HTMLSelectElement>('select[name="group"]')?.value
    const place = this.places.places.find(one => one.group === chosen)
    for (const part of this.form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-of-place]')) fill(part, place)
  }

  private say(words: string, trouble = false): void {
    this.said.classList.toggle('trouble', trouble)
    this.said.textContent = words
  }
}

const pairOf = (capture: string): [string, string] => ['instead', capture]

function fillField(form: HTMLFormElement, name: string, value: string): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    `[name="${CSS.escape(name)}"]`,
  )) {
    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type))
      field.checked = field.checked || field.value === value
    else field.value = value
    const folded = field.closest('details')
    if (folded && value !== '') folded.open = true
  }
}

function fill(part: HTMLFieldSetElement, place: Place | undefined): void {
  const select = part.querySelector('select')!
  part.hidden = part.disabled = !place
  if (!place) return
  if (part.dataset.ofPlace === 'stage') return void (select.value = place.stage)
  select.replaceChildren(option('', 'No school'), ...place.schools.map(one => option(one.value, one.text)))
  select.value = place.school ?? ''
}

function option(value: string, text: string): HTMLOptionElement {
  return element('option', { value }, text)
}

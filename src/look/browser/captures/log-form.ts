import { element } from '../elements.js'
import { showMistakes } from '../mistakes.js'
import { mark, unmark } from '../sending-once.js'
import type { Place, Places } from './device.js'
import { personHere } from './knowing.js'
import { keepCapture, letGo } from './queue.js'
import { sendAll } from './sending.js'
import { listen, type Told } from './standing.js'

/** Forms that log a piece keep it on the device first, sealed, and send it from there. */
export function wakeForms(places: Places): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-capture]')) new LogForm(form, places)
}

class LogForm {
  private readonly said = element('p', { class: 'save-state', role: 'status' })
  private pending: string | null = null
  private typedSince = false

  constructor(
    private readonly form: HTMLFormElement,
    private readonly places: Places,
  ) {
    form.append(this.said)
    if (!personHere()) this.fillInByDevice()
    form.querySelector('[name="group"]')?.addEventListener('change', () => this.placeChosen())
    form.addEventListener('input', () => (this.typedSince = true))
    form.dataset.captures = 'kept'
    form.addEventListener('submit', event => {
      event.preventDefault()
      if (!form.dataset.sending) void this.keep(event.submitter)
    })
    listen(told => this.hear(told))
    this.placeChosen()
  }

  private async keep(pressed: HTMLElement | null): Promise<void> {
    mark(this.form)
    const { fields, files } = this.read(pressed)
    const capture = fields.find(([name]) => name === 'capture')![1]
    const words = ['whatWeSaw', 'title'].some(name => fields.some(([field, value]) => field === name && value.trim()))
    if (!words && files.length === 0) {
      unmark(this.form)
      return showMistakes(this.form, { errors: { whatWeSaw: 'Say what you saw, or add a photo or a file' } })
    }
    this.say('Keeping it on this device')
    try {
      await keepCapture(this.places, capture, fields, files)
    } catch {
      unmark(this.form)
      return this.say(
        'This device has no room left to keep it. Take out a file, or send it when there is signal.',
        true,
      )
    }
    this.pending = capture
    this.typedSince = false
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

  private hear(told: Told): void {
    if (!('capture' in told) || told.capture !== this.pending) return
    if (told.about === 'saved') {
      this.say('Saved')
      if (!this.typedSince) location.assign(told.location)
    } else if (told.about === 'refused') void this.giveBack(told.capture, told.refusal)
    else if (told.about === 'state' && told.state === 'waiting for signal')
      this.leave('Kept on this device. It is sent when there is signal.')
    else if (told.about === 'state' && told.state === 'waiting for sign-in')
      this.leave('Kept on this device. It is sent when you have signed in again.')
  }

  /** What needs mending is still in the form: there it is mended, and sent under the same name. */
  private async giveBack(
    capture: string,
    refusal: { message: string; errors?: Record<string, string> },
  ): Promise<void> {
    if (!refusal.errors) return this.leave(`Kept on this device, but it needs you. ${refusal.message}`)
    this.pending = null
    await letGo(capture)
    unmark(this.form)
    this.say('Not saved yet. Please look at the top of the form.', true)
    showMistakes(this.form, refusal)
  }

  /** The form is free for the next thing that is noticed. */
  private leave(words: string): void {
    this.pending = null
    unmark(this.form)
    this.form.reset()
    this.form.querySelector<HTMLInputElement>('[name="capture"]')!.value = crypto.randomUUID()
    for (const input of this.form.querySelectorAll('input[type="file"]')) input.dispatchEvent(new Event('emptied'))
    this.form.dispatchEvent(new Event('captured'))
    if (!personHere()) this.fillInByDevice()
    this.placeChosen()
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

import { clock } from '../clock.js'
import { element, pressable, signInAgain } from '../elements.js'
import type { Part, Queued } from './device.js'
import { knownPlaces, personHere } from './knowing.js'
import { capturesOf, markNeeds } from './queue.js'
import { discard, sendAll } from './sending.js'
import { listen, type State, type Told } from './standing.js'

interface Done {
  location: string
  message: string
}

/** What waits on this device, in words: on the log page and on Your day. */
export function showQueue(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-queue]')) new ShownQueue(place)
}

class ShownQueue {
  private readonly section: HTMLElement
  private readonly list: HTMLElement
  private readonly said: HTMLElement
  private readonly states = new Map<string, State>()
  private readonly sent = new Map<string, number>()
  private readonly saved = new Map<string, Done>()
  private asking: string | null = null

  constructor(place: HTMLElement) {
    this.section = place.querySelector('section')!
    this.list = place.querySelector('ul')!
    this.said = place.querySelector('[role="status"]')!
    listen(told => this.hear(told))
    void this.show()
  }

  private hear(told: Told): void {
    if (told.about === 'sent') return this.moved(told.capture, told.part, told.sent)
    if (told.about === 'state') {
      if (this.states.get(told.capture) === told.state) return
      this.states.set(told.capture, told.state)
      this.say(told.state === 'sending' ? 'Sending' : inWords[told.state])
    }
    if (told.about === 'refused') this.say(`Needs you: ${told.refusal.message}`)
    if (told.about === 'saved') {
      this.saved.set(told.capture, told)
      this.say(told.message)
    }
    void this.show()
  }

  /** Only the bar moves; nothing is said aloud. */
  private moved(capture: string, part: string, sent: number): void {
    this.sent.set(`${capture} ${part}`, sent)
    const bar = this.list.querySelector<HTMLProgressElement>(
      `progress[data-part="${CSS.escape(`${capture} ${part}`)}"]`,
    )
    if (bar) bar.value = sent
  }

  private async show(): Promise<void> {
    const person = personHere() ?? (await knownPlaces())?.person
    const waiting = await capturesOf(person)
    const focused = this.list.contains(document.activeElement) ? document.activeElement?.id : undefined
    this.list.replaceChildren(
      ...waiting.map(queued => this.line(queued)),
      ...[...this.saved.values()].map(done => savedLine(done)),
    )
    this.section.hidden = this.list.childElementCount === 0
    if (focused) document.getElementById(focused)?.focus()
  }

  private line(queued: Queued): HTMLElement {
    const state = queued.needs === null ? (this.states.get(queued.capture) ?? stateNow()) : 'needs you'
    const words = element('p', { class: 'queue-state' }, element('strong', {}, inWords[state]))
    if (queued.needs !== null) words.append(` ${queued.needs}`)
    if (state === 'waiting for sign-in') words.append(' ', signInAgain())
    return element(
      'li',
      state === 'needs you' ? { class: 'needs-you' } : {},
      element('p', { class: 'queue-what' }, `Noticed ${whenWas(queued.keptAt)}: ${whatIs(queued.parts)}`),
      ...queued.parts.map(part => this.bar(queued, part)),
      words,
      this.asking === queued.capture ? this.reallyDiscard(queued) : this.acts(queued),
    )
  }

  private bar({ capture, parts }: Queued, part: Part): HTMLElement {
    const id = `sent-${capture}-${part.part}`
    const number = parts.length > 1 ? ` ${parts.indexOf(part) + 1}` : ''
    return element(
      'div',
      { class: 'queue-file' },
      element('label', { for: id }, `${part.called}${number}, ${size(part.bytes)}`),
      element('progress', {
        id,
        max: String(part.bytes || 1),
        value: String(this.sent.get(`${capture} ${part.part}`) ?? 0),
        'data-part': `${capture} ${part.part}`,
      }),
    )
  }

  private acts(queued: Queued): HTMLElement {
    const again = pressable('Try again', 'link-button', () => {
      void markNeeds(queued.capture, null).then(() => sendAll())
    })
    const away = pressable('Discard', 'link-button', () => this.ask(queued.capture))
    again.id = `again-${queued.capture}`
    away.id = `discard-${queued.capture}`
    for (const one of [again, away]) one.setAttribute('aria-label', `${one.textContent}: ${whenWas(queued.keptAt)}`)
    return element('div', { class: 'actions-row' }, again, away)
  }

  private reallyDiscard({ capture }: Queued): HTMLElement {
    const yes = pressable('Discard for good', 'button button-danger button-small', () => {
      this.asking = null
      void discard(capture).then(() => this.say('Discarded.'))
    })
    const no = pressable('Keep it', 'link-button', () => this.ask(null, capture))
    yes.id = `really-${capture}`
    const words = 'What has not been sent of it is gone then, and cannot be brought back.'
    return element(
      'div',
      { role: 'group', 'aria-label': 'Discard?' },
      words,
      element('div', { class: 'actions-row' }, yes, no),
    )
  }

  private ask(capture: string | null, before = ''): void {
    this.asking = capture
    void this.show().then(() => document.getElementById(capture ? `really-${capture}` : `discard-${before}`)?.focus())
  }

  private say(words: string): void {
    this.said.textContent = words
  }
}

const inWords: Record<State, string> = {
  'waiting for signal': 'Kept on this device. It waits for signal.',
  'waiting for sign-in': 'Kept on this device. It goes on when you have signed in.',
  sending: 'Sending.',
  'needs you': 'It needs you.',
}

function stateNow(): State {
  if (!personHere()) return navigator.onLine ? 'waiting for sign-in' : 'waiting for signal'
  return navigator.onLine ? 'sending' : 'waiting for signal'
}

function savedLine({ location, message }: Done): HTMLElement {
  const link = location === '/' ? [] : [' ', element('a', { href: location }, 'Open it')]
  return element('li', { class: 'queue-saved' }, element('p', { class: 'queue-state' }, message, ...link))
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })

export function whenWas(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return isToday ? `at ${clock(at)}` : `on ${day.format(at)} at ${clock(at)}`
}

export function whatIs(parts: Part[]): string {
  if (parts.length === 0) return 'words'
  return `words and ${parts.length === 1 ? 'one file' : `${parts.length} files`}`
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

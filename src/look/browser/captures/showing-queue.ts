import { clock } from '../clock.js'
import { element, pressable, signInAgain } from '../elements.js'
import type { Part, Queued } from './device.js'
import { knownPlaces, personHere } from './knowing.js'
import { openAgain } from './opening-again.js'
import { capturesOf, markNeeds } from './queue.js'
import { discard, sendAll } from './sending.js'
import { hearTabs, type State, type TabNews } from './telling-tabs.js'

export interface Done {
  location: string
  isDraft: boolean
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
  private readonly spoken = new Map<string, number>()
  private asking: string | null = null

  constructor(place: HTMLElement) {
    this.section = place.querySelector('section')!
    this.list = place.querySelector('ul')!
    this.said = place.querySelector('[role="status"]')!
    hearTabs(news => this.hear(news))
    void this.show()
  }

  private hear(news: TabNews): void {
    if (news.about === 'sent') return this.moved(news.capture, news.part, news.sent)
    if (news.about === 'state') {
      if (this.states.get(news.capture) === news.state) return
      this.states.set(news.capture, news.state)
      this.say(news.state === 'sending' ? 'Sending' : stateInWords[news.state])
    }
    if (news.about === 'refused') this.say(`Needs you: ${news.refusal.message}`)
    // A form says it itself, above what is typed next.
    if (news.about === 'saved' && !(news.isDraft && document.querySelector('form[data-capture]'))) {
      this.saved.set(news.capture, news)
      this.say(news.message)
    }
    void this.show()
  }

  /** The bar moves all the time; every quarter of a file is said aloud. */
  private moved(capture: string, part: string, sent: number): void {
    this.sent.set(`${capture} ${part}`, sent)
    void this.sayHowFar(capture, part, sent)
    const bar = this.list.querySelector<HTMLProgressElement>(
      `progress[data-part="${CSS.escape(`${capture} ${part}`)}"]`,
    )
    if (bar) bar.value = sent
  }

  private async sayHowFar(capture: string, part: string, sent: number): Promise<void> {
    const queued = (await capturesOf(personHere())).find(one => one.capture === capture)
    const file = queued?.parts.find(one => one.part === part)
    if (!queued || !file) return
    const quarter = Math.floor((sent / (file.bytes || 1)) * 4)
    const name = `${capture} ${part}`
    if (quarter <= (this.spoken.get(name) ?? 0)) return
    this.spoken.set(name, quarter)
    this.say(`${calledIn(queued, file)}: ${quarter >= 4 ? 'all of it sent' : `${quarter * 25} % sent`}`)
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
    const known = this.states.get(queued.capture)
    const state = known === 'in the form' ? known : queued.needs === null ? (known ?? stateNow()) : 'needs you'
    const words = element('p', { class: 'queue-state' }, element('strong', {}, stateInWords[state]))
    if (state === 'needs you') words.append(` ${queued.needs}`)
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

  private bar(queued: Queued, part: Part): HTMLElement {
    const { capture } = queued
    const id = `sent-${capture}-${part.part}`
    return element(
      'div',
      { class: 'queue-file' },
      element('label', { for: id }, `${calledIn(queued, part)}, ${size(part.bytes)}`),
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
    const open = pressable('Open it in the form', 'link-button', () => {
      void openAgain(queued).then(said => this.say(said))
    })
    again.id = `again-${queued.capture}`
    away.id = `discard-${queued.capture}`
    open.id = `open-${queued.capture}`
    const isOpen = this.states.get(queued.capture) === 'in the form'
    const needsMending = queued.needs !== null && !isOpen && personHere() !== undefined
    const offered = [...(needsMending ? [open] : []), ...(isOpen ? [] : [again]), away]
    for (const one of offered) one.setAttribute('aria-label', `${one.textContent}: ${whenWas(queued.keptAt)}`)
    return element('div', { class: 'actions-row' }, ...offered)
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

const stateInWords: Record<State, string> = {
  'waiting for signal': 'Kept on this device. It waits for signal.',
  'waiting for the workbench':
    'Kept on this device. The workbench cannot take it just now, and it is tried again by itself.',
  'waiting for sign-in': 'Kept on this device. It goes on when you have signed in.',
  sending: 'Sending.',
  'needs you': 'It needs you.',
  'in the form': 'It is open in the form, and stays here until it is saved from there.',
}

function stateNow(): State {
  if (!personHere()) return navigator.onLine ? 'waiting for sign-in' : 'waiting for signal'
  return navigator.onLine ? 'sending' : 'waiting for signal'
}

/** How a capture ended. What is kept as a draft has still to be settled, and looks like it. */
export function savedLine({ location, isDraft, message }: Done): HTMLElement {
  const link = location === '/' ? [] : [' ', element('a', { href: location }, 'Open it')]
  return element(
    'li',
    { class: isDraft ? 'needs-you' : 'queue-saved' },
    element('p', { class: 'queue-state' }, message, ...link),
  )
}

function calledIn({ parts }: Queued, part: Part): string {
  return parts.length > 1 ? `${part.called} ${parts.indexOf(part) + 1}` : part.called
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

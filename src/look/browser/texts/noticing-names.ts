import { send } from '../answers.js'
import { element, pressable } from '../elements.js'
import { addressOf, isPosted } from '../form-address.js'
import { withInstead } from '../../../texts/instead.js'

interface Name {
  words: string
  startsAt: number
  endsAt: number
  instead: string
}

type Box = HTMLTextAreaElement | HTMLInputElement

const pause = 900

/** A name that is typed is noticed a moment later, beneath its box, with the code to write instead. It stops nobody. */
class NoticedNames {
  private readonly notice = element('div', { class: 'names-noticed', role: 'status', 'aria-live': 'polite' })
  private timer = 0
  private askedAbout = ''
  private asking: AbortController | undefined
  private passed = new Set<string>()
  private names: Name[] = []

  constructor(
    private readonly box: Box,
    private readonly form: HTMLFormElement,
  ) {
    box.insertAdjacentElement('afterend', this.notice)
    box.addEventListener('input', () => this.after(pause))
    box.addEventListener('blur', () => this.after(0))
    this.after(pause)
  }

  private after(wait: number): void {
    clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.ask(), wait)
  }

  private get address(): string {
    return addressOf(this.form)
  }

  private async ask(): Promise<void> {
    const text = this.box.value
    if (text === this.askedAbout) return
    this.askedAbout = text
    if (!/\p{L}{2}/u.test(text)) return this.tell([], false)
    this.asking?.abort()
    this.asking = new AbortController()
    const { signal } = this.asking
    const answer = await send<{ names: Name[]; mayLetBe: boolean }>('/names', this.fields({ text }), { signal })
    if (answer.kind !== 'done' || this.box.value !== text) return
    this.tell(answer.fields.names ?? [], answer.fields.mayLetBe ?? false)
  }

  private fields(more: Record<string, string>): URLSearchParams {
    const group = new FormData(this.form).get('group')
    const box = {
      address: this.address,
      field: this.box.name,
      ...(typeof group === 'string' && group ? { group } : {}),
    }
    return new URLSearchParams({ ...box, ...more })
  }

  private tell(all: Name[], mayLetBe: boolean): void {
    this.names = all.filter(one => !this.passed.has(one.words))
    const each = new Map(this.names.map(one => [one.words, one]))
    const lines = [...each.values()].slice(0, 5).map(one => this.line(one, mayLetBe))
    if (lines.length > 0 || this.notice.querySelector('[data-name]')) this.notice.replaceChildren(...lines)
    this.remember([...each.keys()])
  }

  private line(name: Name, mayLetBe: boolean): HTMLElement {
    const { words, instead } = name
    const code = pressable(`Write ${instead} instead`, 'link-button', () => this.write(name))
    const letBe = pressable('This is not a pupil', 'link-button', () => void this.letBe(words, mayLetBe))
    for (const button of [code, letBe]) button.append(hidden(` (${words})`))
    return element('p', { 'data-name': words }, `“${words}” looks like a pupil’s name. `, code, ' ', letBe)
  }

  /** Every place where the name stands; the former words are kept on this page only, until it is left. */
  private write({ words, instead }: Name): void {
    const before = this.box.value
    if (before !== this.askedAbout) return this.after(0)
    const places = this.names.filter(one => one.words === words)
    const after = withInstead(
      before,
      places.map(({ startsAt, endsAt }) => ({ startsAt, endsAt, instead })),
    )
    this.put(after)
    const undo = pressable('Undo', 'link-button', () => {
      if (this.box.value !== after) return this.notice.replaceChildren('The words have changed since.')
      this.put(before)
      this.notice.replaceChildren()
      this.box.focus()
    })
    this.notice.replaceChildren(element('p', {}, `It says ${instead} now. `, undo))
    undo.focus()
  }

  private put(words: string): void {
    this.box.value = words
    this.askedAbout = ''
    this.box.dispatchEvent(new Event('input', { bubbles: true }))
  }

  private async letBe(words: string, forTheGroup: boolean): Promise<void> {
    this.passed.add(words)
    this.notice.querySelector(`[data-name="${CSS.escape(words)}"]`)?.remove()
    this.remember(this.names.map(one => one.words))
    this.box.focus()
    if (forTheGroup) await send('/names/let-be', this.fields({ words }))
  }

  /** Whoever has seen the names here is not stopped by them when the form is sent. */
  private remember(words: string[]): void {
    const mine = `names-seen-${this.box.name}`
    for (const old of this.form.querySelectorAll(`input[data-for="${CSS.escape(mine)}"]`)) old.remove()
    if (this.form.enctype === 'multipart/form-data') return
    for (const one of new Set([...words, ...this.passed]))
      this.form.append(element('input', { type: 'hidden', name: 'names-seen', value: one, 'data-for': mine }))
  }
}

function hidden(words: string): HTMLElement {
  return element('span', { class: 'govuk-visually-hidden' }, words)
}

export function noticeNames(): void {
  if (!document.body.dataset.person) return
  const known = new WeakSet<Box>()
  document.addEventListener('input', ({ target, isTrusted }) => {
    const box = isTrusted && isBox(target) ? target : undefined
    const form = box?.form
    if (!box || !form || known.has(box) || !isPosted(form)) return
    known.add(box)
    new NoticedNames(box, form)
  })
}

function isBox(target: EventTarget | null): target is Box {
  if (target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && target.type === 'text' && !target.hasAttribute('list')
}

import { send } from '../answers.js'
import { showInList } from '../elements.js'
import { ChoosingByKeys } from './coding-keys.js'
import { CodePanel, type KnownCode } from './coding-panel.js'
import { type Chosen, drawChosen, rangeOf, selectedWords, textAround } from './coding-places.js'

const settles = 400
const asks = 4000
const asksSlowly = 20_000

/** Coding with mouse, finger or keyboard, and seeing what colleagues code meanwhile. Without it the page's forms do the same. */
export function codeTogether(): void {
  const root = document.querySelector<HTMLElement>('[data-coding]')
  if (root) new Coding(root)
}

class Coding {
  private readonly now: HTMLElement
  private readonly status: HTMLElement
  private readonly address: string
  private readonly panel: CodePanel | null
  private readonly keys: ChoosingByKeys
  private chosen: Chosen | null = null
  private tag = ''
  private settling = 0
  private asking = false
  private pressing = false
  private byKeys = false
  private lastAct = Date.now()
  private over = false

  constructor(root: HTMLElement) {
    this.now = root.querySelector<HTMLElement>('[data-coding-now]')!
    this.status = root.querySelector<HTMLElement>('[data-coding-said]')!
    this.address = root.dataset.coding!
    this.keys = new ChoosingByKeys(words => this.say(words))
    this.panel =
      root.dataset.mayCode === undefined
        ? null
        : new CodePanel({
            codes: () => this.codes(),
            mayName: root.dataset.mayName !== undefined,
            give: given => this.give(given),
            closed: back => this.closed(back),
          })
    root.addEventListener('click', event => this.pick(event))
    root.addEventListener('submit', event => void this.submit(event))
    if (this.panel) this.listen(root)
    window.setTimeout(() => void this.ask(), asks)
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) void this.refresh()
    })
  }

  private listen(root: HTMLElement): void {
    document.addEventListener('selectionchange', () => this.selectionMoved())
    document.addEventListener('pointerdown', event => {
      this.pressing = event.pointerType === 'mouse'
      this.byKeys = false
      const target = event.target as Node
      if (this.panel!.open && !this.panel!.box.contains(target) && !textAround(target)) this.panel!.close(false)
    })
    document.addEventListener('pointerup', () => {
      this.pressing = false
      this.selectionMoved()
    })
    root.addEventListener('keydown', event => this.press(event))
  }

  // Fingers move the handles of a selection without any other event, so a selection that rests is what counts.
  private selectionMoved(): void {
    clearTimeout(this.settling)
    if (this.byKeys) return
    this.settling = window.setTimeout(() => {
      const selected = this.pressing || this.byKeys ? null : selectedWords()
      if (selected) this.open(selected, selected.range.getBoundingClientRect(), false)
    }, settles)
  }

  private press(event: KeyboardEvent): void {
    if (
      (event.ctrlKey || event.metaKey) &&
      event.key.toLowerCase() === 'z' &&
      !(event.target as Element).closest('input, textarea')
    ) {
      const form = this.now.querySelector<HTMLFormElement>(`form[action$="/${event.shiftKey ? 'redo' : 'undo'}"]`)
      event.preventDefault()
      return form?.requestSubmit()
    }
    const where = event.target instanceof HTMLElement && event.target.matches('.coding-text') ? event.target : null
    if (!where || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && this.keys.chosen) {
      event.preventDefault()
      const place = this.keys.place(where)
      return this.open(place, rangeOf(where, place).getBoundingClientRect(), true)
    }
    if (event.key === 'Escape') return this.forget()
    this.byKeys = true
    if (this.keys.press(event, where)) event.preventDefault()
  }

  private open({ text, startsAt, endsAt }: Chosen, near: DOMRect, takesFocus: boolean): void {
    this.chosen = { text, startsAt, endsAt }
    drawChosen(this.chosen)
    this.panel!.show(this.textOf(text)?.textContent.slice(startsAt, endsAt) ?? '', near, takesFocus)
  }

  private closed(back: boolean): void {
    const where = this.chosen && this.textOf(this.chosen.text)
    drawChosen(null)
    this.chosen = null
    document.getSelection()?.removeAllRanges()
    if (back) where?.focus({ preventScroll: true })
  }

  private forget(): void {
    this.keys.forget()
    document.getSelection()?.removeAllRanges()
  }

  private async give({
    code,
    newCode,
    memo,
  }: {
    code?: string
    newCode?: string
    memo?: string
  }): Promise<string | null> {
    if (!this.chosen) return 'Choose the words again.'
    const { text, startsAt, endsAt } = this.chosen
    const fields: Record<string, string> = { text, startsAt: String(startsAt), endsAt: String(endsAt) }
    if (code) fields.codes = code
    if (newCode) fields.newCode = newCode
    if (memo) fields.memo = memo
    return this.send(this.address.replace(/coding$/, 'codings'), new URLSearchParams(fields))
  }

  /** @returns a sentence when it was refused or did not arrive */
  private async send(to: string, body: URLSearchParams): Promise<string | null> {
    this.lastAct = Date.now()
    const answer = await send<{ said: string }>(to, body)
    if (answer.kind === 'unreached') return 'The workbench cannot be reached. Nothing was coded: try again in a moment.'
    if (answer.kind === 'signed-out') return 'You have been signed out. Nothing was coded.'
    if (answer.kind === 'refused')
      return answer.fields.message ?? 'That did not work. Look at the page again, and try once more.'
    if (answer.fields.said) this.say(answer.fields.said)
    await this.refresh(true)
    return null
  }

  private async submit(event: SubmitEvent): Promise<void> {
    const form = event.target as HTMLFormElement
    if (form.dataset.codingAct === undefined) return
    event.preventDefault()
    const fields = new URLSearchParams()
    // The form stays on the page and is sent again and again, each time for another thing.
    for (const [name, value] of new FormData(form, event.submitter))
      if (name !== 'once') fields.append(name, value as string)
    const refused = await this.send(form.getAttribute('action')!, fields)
    if (refused) this.say(refused, true)
    else if (form.closest('details')) form.reset()
  }

  /** A line of the list shows its words in the text, and words show their lines. */
  private pick(event: MouseEvent): void {
    const target = event.target as Element
    const link = target.closest<HTMLElement>('[data-show]')
    if (link) {
      event.preventDefault()
      const first = this.light([link.dataset.show!])
      first?.setAttribute('tabindex', '-1')
      first?.focus({ preventScroll: true })
      return first?.scrollIntoView({ block: 'center' })
    }
    const run = target.closest<HTMLElement>('.run[data-ids]')
    if (!run || !document.getSelection()?.isCollapsed) return
    const ids = run.dataset.ids!.split(' ')
    this.light(ids)
    const line = this.now.querySelector<HTMLElement>(`[data-coding-line="${ids[0]}"]`)
    const list = line?.closest<HTMLElement>('.coding-list')
    if (line && list) showInList(list, line)
  }

  /** What was picked stays picked when colleagues' work comes in. */
  private picked: string[] = []

  /** @returns the first run that carries one of them */
  private light(ids: string[]): HTMLElement | null {
    this.picked = ids
    let first: HTMLElement | null = null
    for (const run of this.now.querySelectorAll<HTMLElement>('.run')) {
      const lit = (run.dataset.ids ?? '').split(' ').some(id => ids.includes(id))
      run.classList.toggle('is-picked', lit)
      if (lit) first ??= run
    }
    for (const line of this.now.querySelectorAll<HTMLElement>('[data-coding-line]'))
      line.classList.toggle('is-picked', ids.includes(line.dataset.codingLine!))
    return first
  }

  private async ask(): Promise<void> {
    if (!document.hidden) await this.refresh()
    const quiet = Date.now() - this.lastAct > 600_000
    if (!this.over) window.setTimeout(() => void this.ask(), quiet ? asksSlowly : asks)
  }

  /** @param mine after a step of one's own, which is shown at once */
  private async refresh(mine = false): Promise<void> {
    if (this.asking && !mine) return
    this.asking = true
    const answer = await fetch(`${this.address}/now`, {
      headers: { Accept: 'application/json', 'X-By-Itself': 'yes', ...(this.tag ? { 'If-None-Match': this.tag } : {}) },
      redirect: 'manual',
      cache: 'no-store',
    }).catch(() => undefined)
    this.asking = false
    // Signed out, no longer in the group, or the piece was withdrawn: what stands here is not to be read on.
    if (answer && [401, 403, 404].includes(answer.status)) return this.end(answer.status)
    if (!answer?.ok) return
    const html = await answer.text()
    if (!mine && (selectedWords() || this.isTyping())) return
    this.tag = answer.headers.get('ETag') ?? ''
    this.put(html)
  }

  private isTyping(): boolean {
    return (
      document.activeElement instanceof HTMLElement &&
      document.activeElement.matches('[data-coding-now] :is(input, textarea, select)')
    )
  }

  private put(html: string): void {
    const focused = document.activeElement
    const text = textAround(focused)
    const drawn = new DOMParser().parseFromString(html, 'text/html')
    const open = [...this.now.querySelectorAll<HTMLDetailsElement>('details[open]')]
    const scrolls = new Map(
      [...this.now.querySelectorAll('.coding-list')].map(list => [
        list.getAttribute('aria-labelledby'),
        list.scrollTop,
      ]),
    )
    const selection = this.byKeys && text && this.keys.chosen ? this.keys.place(text) : null
    this.now.replaceChildren(...drawn.body.childNodes)
    if (this.picked.length > 0) this.light(this.picked)
    for (const details of open) document.getElementById(details.id)?.replaceWith(details)
    for (const list of this.now.querySelectorAll('.coding-list'))
      list.scrollTop = scrolls.get(list.getAttribute('aria-labelledby')) ?? 0
    const where = text && this.textOf(text.dataset.text!)
    if (where && !this.panel?.open) where.focus({ preventScroll: true })
    if (where && selection) {
      const { startContainer, startOffset, endContainer, endOffset } = rangeOf(where, selection)
      document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
    }
    drawChosen(this.chosen)
  }

  private end(status: number): void {
    this.over = true
    this.panel?.close(false)
    this.now.replaceChildren()
    this.say(
      status === 401
        ? 'You have been signed out. Sign in again, and open this page anew.'
        : 'This piece cannot be shown to you any more.',
      true,
    )
  }

  private codes(): KnownCode[] {
    return JSON.parse(this.now.querySelector<HTMLElement>('[data-known]')?.dataset.known ?? '[]') as KnownCode[]
  }

  private textOf(id: string): HTMLElement | null {
    return this.now.querySelector<HTMLElement>(`.coding-text[data-text="${id}"]`)
  }

  private say(words: string, aloud = false): void {
    this.status.textContent = words
    this.status.classList.toggle('govuk-visually-hidden', !aloud)
    this.status.classList.toggle('notice', aloud)
  }
}

import { ChoosingByKeys } from './coding/coding-keys.js'
import { drawChosen, rangeOf, selectedWords, textAround } from './coding/coding-places.js'

const settles = 350

/** Words that somebody selects in a piece are used for a claim where they stand. Without it the page's form by sentences does the same. */
export function useWords(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-use-words]')
  if (form) new UsingWords(form)
}

/** What was selected, with what the form has to know of it. */
interface Selected {
  fields: Record<string, string>
  words: string
  range: Range
}

class UsingWords {
  private readonly keys = new ChoosingByKeys(words => this.say(words))
  private settling = 0
  private pressing = false
  private byKeys = false
  private back: HTMLElement | null = null

  constructor(private readonly form: HTMLFormElement) {
    document.body.append(form)
    document.addEventListener('selectionchange', () => this.moved())
    document.addEventListener('pointerdown', event => this.pressed(event))
    document.addEventListener('pointerup', () => {
      this.pressing = false
      this.moved()
    })
    document.addEventListener('keydown', event => this.press(event))
    form.querySelector('[data-close]')!.addEventListener('click', () => this.close(true))
  }

  private pressed(event: PointerEvent): void {
    this.pressing = event.pointerType === 'mouse'
    this.byKeys = false
    if (!this.form.hidden && !this.form.contains(event.target as Node)) this.close(false)
  }

  // Fingers move the handles of a selection without any other event, so a selection that rests is what counts.
  private moved(): void {
    clearTimeout(this.settling)
    if (this.byKeys) return
    this.settling = window.setTimeout(() => {
      const selected = this.pressing || this.byKeys ? null : this.selected()
      if (selected) this.open(selected, false)
    }, settles)
  }

  private press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !this.form.hidden) return this.close(true)
    const where = event.target instanceof HTMLElement && event.target.matches('.coding-text') ? event.target : null
    if (!where || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && this.keys.chosen) {
      event.preventDefault()
      const { text, startsAt, endsAt } = this.keys.place(where)
      const range = rangeOf(where, { startsAt, endsAt })
      const fields = { text, startsAt: String(startsAt), endsAt: String(endsAt) }
      return this.open({ fields, words: range.toString(), range }, true)
    }
    this.byKeys = true
    if (this.keys.press(event, where)) event.preventDefault()
  }

  private selected(): Selected | null {
    const inText = selectedWords()
    if (inText) {
      const { text, startsAt, endsAt, range, where } = inText
      return {
        fields: { text, startsAt: String(startsAt), endsAt: String(endsAt) },
        words: where.textContent.slice(startsAt, endsAt),
        range,
      }
    }
    const text = this.form.dataset.wordsAre
    const passage = document.querySelector<HTMLElement>('[data-words]')
    return text && passage ? selectedOnPage(text, passage) : null
  }

  private open({ fields, words, range }: Selected, takesFocus: boolean): void {
    const { form } = this
    for (const input of form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')) {
      if (!['text', 'startsAt', 'endsAt', 'said', 'nth'].includes(input.name)) continue
      input.disabled = !(input.name in fields)
      input.value = fields[input.name] ?? ''
    }
    const quoted = words.replace(/\s+/g, ' ').trim()
    form.querySelector('[data-quoted]')!.textContent = /^[“"‘]/.test(quoted) ? quoted : `“${quoted}”`
    this.back = textAround(range.startContainer)
    if (this.back && fields.startsAt)
      drawChosen({ text: fields.text!, startsAt: Number(fields.startsAt), endsAt: Number(fields.endsAt) })
    form.hidden = false
    this.beside(range.getBoundingClientRect())
    this.say(`Chosen: ${quoted}`)
    if (takesFocus) form.querySelector<HTMLElement>('select')!.focus()
  }

  /** Beneath the words; on a phone the styles keep it at the foot of the screen. */
  private beside(near: DOMRect): void {
    const { form } = this
    form.style.removeProperty('top')
    form.style.removeProperty('left')
    if (getComputedStyle(form).position === 'fixed') return
    const most = document.documentElement.clientWidth - form.offsetWidth - 8
    form.style.top = `${near.bottom + window.scrollY + 12}px`
    form.style.left = `${Math.max(8, Math.min(near.left + window.scrollX, most))}px`
  }

  private close(back: boolean): void {
    if (this.form.hidden) return
    this.form.hidden = true
    drawChosen(null)
    document.getSelection()?.removeAllRanges()
    if (back) this.back?.focus({ preventScroll: true })
  }

  private say(words: string): void {
    const status = document.querySelector('[data-words-said]')
    if (status) status.textContent = words
  }
}

/** On the page of a piece its words are laid out, so they are known by what they say and how often that stood before. */
function selectedOnPage(text: string, passage: HTMLElement): Selected | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!passage.contains(range.startContainer) || !passage.contains(range.endContainer)) return null
  const words = range.toString()
  const wanted = letters(words)
  if (wanted === '') return null
  const before = document.createRange()
  before.setStart(passage, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const [all, from] = [letters(passage.textContent), letters(before.toString()).length]
  let nth = 0
  for (let at = all.indexOf(wanted); at >= 0 && at < from; at = all.indexOf(wanted, at + 1)) nth++
  return { fields: { text, said: words, nth: String(nth) }, words, range }
}

function letters(words: string): string {
  return (words.match(/[\p{L}\p{N}\p{M}]/gu) ?? []).join('')
}

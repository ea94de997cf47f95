import { element } from '../elements.js'
import { putIn } from './putting-in.js'

interface Offer {
  /** What is put in, such as `[[E12 quote]]` or `[@wiliam2011]`. */
  cite: string
  words: string
}

const OPENED = /(\[\[|\[@)([^[\]\n]{0,60})$/
const MOST = 8

/** `[[` offers the pieces of evidence that this page names, `[@` the works that can be cited; nothing else is offered. */
export function offerPicking(text: HTMLTextAreaElement, place: HTMLElement): void {
  const id = `${text.id || 'text'}-offers`
  const list = element('ul', { class: 'writing-offers', role: 'listbox', id, 'aria-label': 'What you can put in' })
  const said = element('p', { class: 'govuk-visually-hidden', role: 'status' })
  list.hidden = true
  place.after(list, said)
  let offers: Offer[] = []
  let at = 0

  const close = () => {
    list.hidden = true
    text.removeAttribute('aria-activedescendant')
    said.textContent = ''
  }
  const choose = (offer: Offer) => {
    const opened = OPENED.exec(text.value.slice(0, text.selectionStart))
    if (!opened) return close()
    const from = text.selectionStart - opened[0].length
    const closed = /^\]{1,2}/.exec(text.value.slice(text.selectionStart))?.[0].length ?? 0
    const end = from + offer.cite.length
    putIn(text, { from, to: text.selectionStart + closed, words: offer.cite, start: end, end })
    close()
  }
  const mark = () => {
    for (const [place, line] of [...list.children].entries()) line.setAttribute('aria-selected', String(place === at))
    text.setAttribute('aria-activedescendant', `${id}-${at}`)
    list.children[at]?.scrollIntoView({ block: 'nearest' })
  }
  const look = () => {
    const opened = text.selectionStart === text.selectionEnd && OPENED.exec(text.value.slice(0, text.selectionStart))
    offers = opened ? offersFor(opened[1]!, opened[2]!) : []
    if (offers.length === 0) return close()
    at = 0
    list.replaceChildren(...offers.map((offer, place) => lineOf(offer, `${id}-${place}`, () => choose(offer))))
    list.hidden = false
    said.textContent = `${offers.length} to choose from: arrow keys, then Enter. Escape goes on typing.`
    mark()
  }

  text.setAttribute('aria-controls', id)
  text.setAttribute('aria-autocomplete', 'list')
  text.addEventListener('input', look)
  text.addEventListener('blur', () => setTimeout(close, 150))
  text.addEventListener('keydown', event => {
    if (list.hidden || event.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') at = (at + 1) % offers.length
    else if (event.key === 'ArrowUp') at = (at + offers.length - 1) % offers.length
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offers[at]!)
    else return
    event.preventDefault()
    event.stopPropagation()
    if (!list.hidden) mark()
  })
}

function lineOf(offer: Offer, id: string, choose: () => void): HTMLElement {
  const line = element('li', { role: 'option', id, 'aria-selected': 'false' })
  line.append(element('code', {}, offer.cite), ` ${offer.words}`)
  line.addEventListener('mousedown', event => (event.preventDefault(), choose()))
  return line
}

function offersFor(opening: string, typed: string): Offer[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const found: Offer[] = []
  for (const line of document.querySelectorAll<HTMLElement>('[data-cite]')) {
    const cite = line.dataset.cite ?? ''
    if (!cite.startsWith(opening)) continue
    const offer = { cite, words: line.dataset.citeWords ?? line.querySelector('strong')?.textContent ?? '' }
    const all = `${cite} ${offer.words} ${line.textContent}`.toLowerCase()
    if (words.every(word => all.includes(word)) && found.push(offer) === MOST) break
  }
  return found
}

import { element, pressable } from '../elements.js'

let last: HTMLTextAreaElement | undefined

/** Each key of a reference gets a button that puts it where the writing stopped, and a long list a box to look in. */
export function offerCiting(): void {
  const lists = document.querySelectorAll<HTMLElement>('[data-cites]')
  if (lists.length === 0) return
  document.addEventListener('focusin', event => {
    if (event.target instanceof HTMLTextAreaElement) last = event.target
  })
  for (const list of lists) {
    const lines = [...list.querySelectorAll<HTMLElement>('[data-cite]')]
    for (const line of lines) line.append(buttonFor(line.dataset.cite ?? '', list))
    if (lines.length > 8) lines[0]!.parentElement!.before(boxFor(lines))
  }
}

function buttonFor(cite: string, list: HTMLElement): HTMLButtonElement {
  const button = pressable('Put the key in', 'link-button', () => putIn(cite, list))
  button.append(element('span', { class: 'govuk-visually-hidden' }, `: ${cite}`))
  return button
}

function putIn(cite: string, list: HTMLElement): void {
  const text = last?.isConnected ? last : document.querySelector<HTMLTextAreaElement>('main textarea')
  if (!text) return
  const before = text.value.slice(0, text.selectionStart)
  const space = before === '' || /\s$/.test(before) ? '' : ' '
  text.setRangeText(`${space}${cite}`, text.selectionStart, text.selectionEnd, 'end')
  text.dispatchEvent(new Event('input', { bubbles: true }))
  text.focus()
  const said = list.querySelector('[data-cites-said]')
  const label = text.labels[0]?.textContent?.trim()
  if (said) said.textContent = `${cite} is put into ${label ? `“${label}”` : 'the text'}.`
}

function boxFor(lines: HTMLElement[]): HTMLElement {
  const input = element('input', { class: 'govuk-input', type: 'search' })
  input.addEventListener('input', () => {
    const words = input.value.toLowerCase().split(/\s+/)
    for (const line of lines) line.hidden = !words.every(word => line.textContent.toLowerCase().includes(word))
  })
  return element('label', { class: 'govuk-label' }, 'Look for a reference ', input)
}

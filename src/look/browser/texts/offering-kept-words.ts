import { clock } from '../clock.js'
import { element, pressable } from '../elements.js'
import { kept, letGo } from './kept-words.js'

/** Words that were typed here before and never reached the workbench are offered back, never put in unasked. */
export function offerKeptWords(form: HTMLFormElement, address: string, putBack: (words: string) => void): void {
  const box = form.querySelector('textarea')!
  const before = kept(address)
  if (!before || before.body === box.value) return letGo(address)

  const answer = (text: string, looks: string, then: () => void) =>
    pressable(text, looks, () => {
      offer.remove()
      box.focus()
      then()
    })
  const offer = element(
    'div',
    { class: 'offer' },
    element('p', {}, `Words that you typed here at ${clock(before.at)} were not saved.`),
    element('div', { class: 'conflict-text' }, before.body),
    element(
      'div',
      { class: 'actions-row' },
      answer('Put them back', 'button button-secondary button-small', () => putBack(before.body)),
      answer('Let them go', 'link-button', () => letGo(address)),
    ),
  )
  form.prepend(offer)
}

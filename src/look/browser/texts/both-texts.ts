import { element, pressable } from '../elements.js'

interface Both {
  by: string
  theirs: string
  mine: () => string
}

/** Two people changed the same words: shows both beneath the box and asks which should stand. */
export function showBoth(form: HTMLFormElement, both: Both, choose: (words: string) => void): void {
  form.querySelector('.conflict')?.remove()
  const panel = element('section', { class: 'conflict', 'aria-label': 'Two texts' })
  const choice = (text: string, looks: string, words: () => string) =>
    pressable(text, looks, () => {
      panel.remove()
      choose(words())
    })
  panel.append(
    element('h3', {}, `${both.by} changed the same words while you were writing`),
    element('p', {}, 'Nothing is lost. Choose what should stand; you can still change it afterwards.'),
    element(
      'div',
      { class: 'conflict-texts' },
      text(`What ${both.by} saved`, both.theirs),
      text('What you wrote', both.mine()),
    ),
    element(
      'div',
      { class: 'actions-row' },
      choice('Keep both, theirs first', 'button button-small', () => `${both.theirs}\n\n${both.mine()}`),
      choice('Keep mine', 'button button-secondary button-small', both.mine),
      choice('Keep theirs', 'button button-secondary button-small', () => both.theirs),
    ),
  )
  form.append(panel)
}

function text(heading: string, words: string): HTMLElement {
  const box = element(
    'div',
    { class: 'conflict-text', tabindex: '0', role: 'group', 'aria-label': heading },
    words || 'Nothing',
  )
  return element('div', {}, element('h4', {}, heading), box)
}

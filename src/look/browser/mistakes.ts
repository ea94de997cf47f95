import type { Answer } from '../../web/answering-scripts.js'
import { element } from './elements.js'

/** Shows what to mend as the page itself would: a summary at the top that leads to each field, the reason beside it. */
export function showMistakes(form: HTMLFormElement, { errors: said = {} }: Answer): void {
  clearMistakes(form)
  const errors = Object.entries(said)
  for (const [name, words] of errors) beside(form, name, words)
  const list = element(
    'ul',
    { class: 'govuk-list govuk-error-summary__list' },
    ...errors.map(([name, words]) => line(name, words)),
  )
  const summary = element(
    'div',
    { class: 'govuk-error-summary', tabindex: '-1' },
    element(
      'div',
      { role: 'alert' },
      element('h2', { class: 'govuk-error-summary__title' }, 'Please look at this again'),
      list,
    ),
  )
  form.before(summary)
  summary.focus()
  summary.scrollIntoView({ block: 'start' })
}

function line(name: string, words: string): HTMLElement {
  const link = element('a', { href: `#f-${name}` }, words)
  link.addEventListener('click', event => {
    event.preventDefault()
    const field = document.getElementById(`f-${name}`)
    field?.scrollIntoView({ block: 'center' })
    field?.focus()
  })
  return element('li', {}, document.getElementById(`f-${name}`) ? link : words)
}

function beside(form: HTMLFormElement, name: string, words: string): void {
  const field = form.querySelector(`#f-${CSS.escape(name)}`)
  const group = field?.closest('.govuk-form-group')
  if (!field || !group) return
  const id = `f-${name}-error`
  const said = element(
    'p',
    { id, class: 'govuk-error-message' },
    element('span', { class: 'govuk-visually-hidden' }, 'Error: '),
    words,
  )
  group.classList.add('govuk-form-group--error')
  const above =
    group.querySelector('.govuk-fieldset__legend') ??
    group.querySelector('.govuk-hint') ??
    group.querySelector('.govuk-label')
  above?.after(said)
  const described = group.querySelector('fieldset') ?? field
  described.setAttribute('aria-describedby', [described.getAttribute('aria-describedby'), id].filter(Boolean).join(' '))
}

/** What was to be mended is mended, or gone. */
export function clearMistakes(form: HTMLFormElement): void {
  if (form.previousElementSibling?.classList.contains('govuk-error-summary')) form.previousElementSibling.remove()
  form.querySelectorAll('.govuk-error-message').forEach(one => one.remove())
  form.querySelectorAll('.govuk-form-group--error').forEach(one => one.classList.remove('govuk-form-group--error'))
}

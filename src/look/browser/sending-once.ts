import { isPosted } from './form-address.js'

const longestWait = 10_000

/** A form pressed twice is sent once. Forms that send themselves look after this on their own. */
export function sendOnce(): void {
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || !isPosted(form)) return
    if (form.dataset.sending) return event.preventDefault()
    mark(form)
    window.setTimeout(() => unmark(form), longestWait)
  })
  // A page brought back by the Back button starts afresh.
  window.addEventListener('pageshow', () =>
    document.querySelectorAll<HTMLFormElement>('form[data-sending]').forEach(unmark),
  )
}

export function mark(form: HTMLFormElement): void {
  form.dataset.sending = 'yes'
  for (const button of buttonsOf(form)) button.setAttribute('aria-disabled', 'true')
}

export function unmark(form: HTMLFormElement): void {
  delete form.dataset.sending
  for (const button of buttonsOf(form)) button.removeAttribute('aria-disabled')
}

function buttonsOf(form: HTMLFormElement): NodeListOf<HTMLButtonElement> {
  return form.querySelectorAll<HTMLButtonElement>('button:not([type="button"])')
}

import { mostBytesOfForm, tooLongInWords } from '../../web/limits/form-size.js'
import { isPosted } from './form-address.js'
import { showMistakes } from './mistakes.js'

/** A form that would be refused as too large is not sent: it says which of its fields is the long one, and nothing is lost. */
export function weighForms(): void {
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || !isPosted(form) || form.enctype === 'multipart/form-data') return
    const fields = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [{ name, bytes: weightOf(name, value) }] : [],
    )
    const bytes = fields.reduce((sum, one) => sum + one.bytes, 0)
    const longest = fields.sort((one, other) => other.bytes - one.bytes)[0]
    if (!longest || bytes <= mostBytesOfForm) return
    event.preventDefault()
    showMistakes(form, { errors: { [longest.name]: tooLongInWords(bytes) } })
  })
}

/** As it is sent. */
function weightOf(name: string, value: string): number {
  return new URLSearchParams([[name, value.replace(/\r?\n/g, '\r\n')]]).toString().length + 1
}

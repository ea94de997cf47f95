import { understood } from '../answers.js'
import { element, pressable, signInAgain } from '../elements.js'
import { showMistakes } from '../mistakes.js'
import { seen } from '../seen.js'
import { mark, unmark } from '../sending-once.js'

const later = 'This could not be saved just now. Your words and files are still here. Try again in a little while.'

/** Forms with files show how far the sending has come, and keep everything on the page until the answer is there. */
export function showUploads(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
    form.addEventListener('submit', event => {
      // Kept on the device first and sent from there (captures/log-form.ts).
      if (form.dataset.captures) return
      event.preventDefault()
      if (!form.dataset.sending) new Upload(form, event.submitter)
    })
  }
}

class Upload {
  private readonly request = new XMLHttpRequest()
  private readonly bar = element('progress', { max: '100', value: '0', 'aria-label': 'How much has been sent' })
  private readonly said = element('p', { class: 'save-state', role: 'status' })
  private readonly stop = pressable('Stop', 'link-button', () => this.request.abort())
  private readonly place = element('div', { class: 'upload-progress' }, this.bar, this.said, this.stop)

  constructor(
    private readonly form: HTMLFormElement,
    pressed: HTMLElement | null,
  ) {
    mark(form)
    form.querySelector('.upload-progress')?.remove()
    form.append(this.place)
    this.request.upload.addEventListener('progress', event => this.moved(event))
    this.request.addEventListener('load', () => this.answered())
    this.request.addEventListener('error', () =>
      this.failed('The connection dropped. Your words and files are still here. Send them again.'),
    )
    this.request.addEventListener('abort', () =>
      this.failed('Stopped. Nothing was saved; your words and files are still here.'),
    )
    this.request.open('POST', form.getAttribute('action') ?? location.href)
    this.request.setRequestHeader('Accept', 'application/json')
    this.request.send(new FormData(form, pressed))
    this.say('Sending')
  }

  private moved(event: ProgressEvent): void {
    if (!event.lengthComputable) return
    const percent = Math.round((event.loaded / event.total) * 100)
    this.bar.value = percent
    this.say(percent >= 100 ? 'Sent. Waiting for it to be saved' : `Sending: ${percent - (percent % 10)} %`)
  }

  private answered(): void {
    const answer = understood(this.request.status, this.request.responseText)
    if (answer.kind === 'signed-out') return this.signedOut()
    if (answer.kind === 'unreached') return this.failed(later)
    const { fields } = answer
    if (answer.kind === 'refused') {
      this.failed(fields.errors ? 'Not saved yet. Please look at the top of the form.' : (fields.message ?? later))
      return fields.errors && showMistakes(this.form, fields)
    }
    seen()
    this.bar.value = 100
    this.stop.remove()
    this.say('Saved')
    location.assign(fields.location ?? location.href)
  }

  private signedOut(): void {
    this.failed('You have been signed out. Your words and files are still here. ')
    this.said.append(signInAgain())
  }

  private failed(words: string): void {
    unmark(this.form)
    this.bar.remove()
    this.stop.remove()
    this.said.classList.add('trouble')
    this.say(words)
  }

  private say(words: string): void {
    if (this.said.textContent !== words) this.said.textContent = words
  }
}

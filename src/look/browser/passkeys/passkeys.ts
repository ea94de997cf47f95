import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/** Asks a passkey, or makes one, and sends the form with what it answers. Where browsers know no passkeys, nothing is offered. */
for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const form = place.closest('form')
  const button = place.querySelector('button')
  const answer = place.querySelector<HTMLInputElement>('input[name="passkey"]')
  if (!form || !button || !answer || !('PublicKeyCredential' in window)) continue
  place.hidden = false
  button.addEventListener('click', () => void use(place, form, button, answer))
}

async function use(
  place: HTMLElement,
  form: HTMLFormElement,
  button: HTMLButtonElement,
  answer: HTMLInputElement,
): Promise<void> {
  button.disabled = true
  say(place, '')
  try {
    answer.value = JSON.stringify(await answered(place.dataset))
    form.requestSubmit()
  } catch (error) {
    say(place, inWords(error as Error))
  } finally {
    button.disabled = false
  }
}

async function answered({ passkey, options }: DOMStringMap): Promise<object> {
  if (passkey === 'add') return startRegistration({ optionsJSON: JSON.parse(options!) as never })
  const asked = await fetch(passkey!, { method: 'POST', headers: { Accept: 'application/json' } })
  if (!asked.ok) throw new Error('not asked')
  return startAuthentication({ optionsJSON: (await asked.json()) as never })
}

function inWords({ name, message }: Error): string {
  if (name === 'NotAllowedError' || name === 'AbortError')
    return 'Nothing has happened: the passkey was not used, or it took too long.'
  if (name === 'InvalidStateError') return 'This device has a passkey for your account already.'
  if (message === 'not asked') return 'The workbench did not answer. Load this page again.'
  return 'Your browser could not use a passkey here. Sign in another way.'
}

function say(place: HTMLElement, words: string): void {
  const said = place.querySelector<HTMLElement>('[role="status"]')
  if (said) said.textContent = words
}

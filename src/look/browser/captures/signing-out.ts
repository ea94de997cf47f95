import { element, pressable } from '../elements.js'
import { device } from './device.js'
import { personHere } from './knowing.js'
import { capturesOf, howManyWait, letGo, waitingFlag } from './queue.js'
import { sendAll } from './sending.js'
import { whatIs, whenWas } from './showing-queue.js'
import { hearTabs, tellTabs } from './telling-tabs.js'

/** Whoever signs out while something waits is asked what is to become of it. Nothing readable stays in any case. */
export function watchSigningOut(): void {
  // Before anything else hears of it, so that a form that stays is not taken for one that was sent.
  const hear = (event: SubmitEvent) => {
    const form = event.target as HTMLFormElement
    if (!/^\/(sign-out|account\/sign-out-everywhere)$/.test(form.getAttribute('action') ?? '')) return
    if (form.dataset.leaving) return
    event.preventDefault()
    event.stopImmediatePropagation()
    void ask(form)
  }
  document.addEventListener('submit', hear, true)
  hearTabs(news => {
    if (news.about === 'signing out') forgetTab()
  })
}

async function ask(form: HTMLFormElement): Promise<void> {
  const mine = await capturesOf(personHere()).catch(() => [])
  if (mine.length === 0) return leave(form)
  const said = element('p', { role: 'status' })
  const dialog = element(
    'dialog',
    { 'aria-labelledby': 'leaving-title', class: 'leaving' },
    element('h2', { id: 'leaving-title' }, 'Not everything has been sent'),
    element('p', {}, 'This waits on this device:'),
    element('ul', {}, ...mine.map(one => element('li', {}, `Noticed ${whenWas(one.keptAt)}: ${whatIs(one.parts)}`))),
    element(
      'p',
      {},
      'It is locked, so that nobody can read it here. Left on this device, it goes on when you sign in here again.',
    ),
    said,
  )
  const buttons = element('div', { class: 'actions-row' })
  const way = (text: string, looks: string, then: () => void) => buttons.append(pressable(text, looks, then))
  way('Send it first', 'button', () => void sendFirst(form, said))
  way('Leave it locked here and sign out', 'button button-secondary', () => void leave(form))
  const discard = pressable('Discard it and sign out', 'link-button', () => {
    if (discard.dataset.asked) return void Promise.all(mine.map(one => letGo(one.capture))).then(() => leave(form))
    discard.dataset.asked = 'yes'
    discard.textContent = 'Yes, discard it for good and sign out'
    said.textContent = 'What is discarded cannot be brought back.'
  })
  buttons.append(discard)
  way('Stay signed in', 'link-button', () => dialog.close())
  dialog.append(buttons)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

async function sendFirst(form: HTMLFormElement, said: HTMLElement): Promise<void> {
  said.textContent = 'Sending. You are signed out when all of it is saved.'
  await sendAll().catch(() => undefined)
  if ((await capturesOf(personHere())).length === 0) return leave(form)
  said.textContent = 'Not all of it could be sent just now. Leave it locked here, or try again when there is signal.'
}

/** What is sealed may stay, and everything else goes: by us, and by the browser when the answer tells it to. */
async function leave(form: HTMLFormElement): Promise<void> {
  const left = await howManyWait().catch(() => 0)
  await (await device()).clear('known').catch(() => undefined)
  tellTabs({ about: 'signing out' })
  if (left > 0) form.append(element('input', { type: 'hidden', name: 'keep', value: 'sealed' }))
  form.dataset.leaving = 'yes'
  form.requestSubmit()
}

function forgetTab(): void {
  try {
    sessionStorage.clear()
    for (const name of Object.keys(localStorage)) if (name !== waitingFlag) localStorage.removeItem(name)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

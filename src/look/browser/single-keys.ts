import { singleKeys } from '../../help/keys.js'
import { element, pressable } from './elements.js'

const offName = (key: string) => `key-off ${key}`
const isOff = (key: string) => localStorage.getItem(offName(key)) !== null

/** What each key does; nothing where the page has no such place. */
const does: Record<(typeof singleKeys)[number]['key'], () => boolean> = {
  '/': goToSearch,
  l: () => follow('a.place-log[href], .bottom-bar a[href="/log"]'),
  h: () => follow('a[data-help]'),
  '?': showKeys,
}

/** Single keys do something where nobody is typing. Each can be switched off, on this device (WCAG 2.2, 2.1.4). */
export function listenForSingleKeys(): void {
  keepOldChoice()
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-key]')) offerTheChoice(box)
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return
    const one = singleKeys.find(({ key }) => key === event.key)
    if (!one || isTyping(event.target) || document.querySelector('dialog[open]') || isOff(one.key)) return
    if (does[one.key]()) event.preventDefault()
  })
}

/** Before there were others, the key for the search had a name of its own. */
function keepOldChoice(): void {
  if (!localStorage.getItem('slash-key-off')) return
  localStorage.setItem(offName('/'), 'yes')
  localStorage.removeItem('slash-key-off')
}

function offerTheChoice(box: HTMLInputElement): void {
  const key = box.dataset.key!
  box.closest<HTMLElement>('[data-keys]')!.hidden = false
  box.checked = !isOff(key)
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(offName(key))
    else localStorage.setItem(offName(key), 'yes')
  })
}

function goToSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('#f-q, #find-everything')
  box?.focus()
  box?.select()
  return box !== null
}

function follow(selector: string): boolean {
  const link = document.querySelector<HTMLAnchorElement>(selector)
  if (link) location.assign(link.href)
  return link !== null
}

function showKeys(): boolean {
  const list = element('dl', { class: 'help-keys' })
  for (const { key, does: what } of singleKeys)
    list.append(
      element(
        'div',
        {},
        element('dt', {}, element('kbd', {}, key)),
        element('dd', {}, isOff(key) ? `${what} (off)` : what),
      ),
    )
  const dialog = element('dialog', { class: 'keys-dialog', 'aria-labelledby': 'keys-title' })
  dialog.append(
    element('h2', { id: 'keys-title' }, 'Keys on this page'),
    list,
    element(
      'div',
      { class: 'actions-row' },
      pressable('Close', 'button', () => dialog.close()),
      element('a', { href: '/help/keys' }, 'All keys, and switching them off'),
    ),
  )
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  return true
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

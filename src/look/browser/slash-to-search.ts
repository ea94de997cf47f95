const off = 'slash-key-off'

/** The key `/` leads to the search box, except where somebody is typing, or has switched it off on their account’s page. */
export function slashToSearch(): void {
  offerTheChoice()
  const box = document.querySelector<HTMLInputElement>('#f-q, #find-everything')
  if (!box) return
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (localStorage.getItem(off)) return
    event.preventDefault()
    box.focus()
    box.select()
  })
}

function offerTheChoice(): void {
  const choice = document.querySelector<HTMLInputElement>('[data-slash-key]')
  if (!choice) return
  choice.closest<HTMLElement>('[data-keys]')!.hidden = false
  choice.checked = !localStorage.getItem(off)
  choice.addEventListener('change', () => {
    if (choice.checked) localStorage.removeItem(off)
    else localStorage.setItem(off, 'yes')
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

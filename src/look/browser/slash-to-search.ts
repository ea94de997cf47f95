/** The key `/` leads to the search box, except where somebody is typing. */
export function slashToSearch(): void {
  const box = document.querySelector<HTMLInputElement>('#f-q, #find-everything')
  if (!box) return
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    event.preventDefault()
    box.focus()
    box.select()
  })
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}

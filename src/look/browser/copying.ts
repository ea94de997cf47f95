/** Buttons that copy words: they appear only where there is a script to do it. */
export function offerCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', () => void copy(button))
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const words = button.dataset.copy ?? ''
  const said = button.parentElement?.querySelector<HTMLElement>('[role="status"]')
  try {
    await navigator.clipboard.writeText(words)
    if (said) said.textContent = 'Copied'
  } catch {
    select(button.parentElement?.querySelector('.copy-text'))
    if (said) said.textContent = 'Press Ctrl and C to copy'
  }
}

function select(place: Element | null | undefined): void {
  if (place) getSelection()?.selectAllChildren(place)
}

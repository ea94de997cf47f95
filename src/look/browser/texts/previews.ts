/** Shows how words read as soon as they are saved: the place says where it gets its preview (`data-preview`). */
export function refreshPreviews(): void {
  document.addEventListener('words-saved', () => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-preview]')) void refresh(place)
  })
}

async function refresh(place: HTMLElement): Promise<void> {
  const response = await fetch(place.dataset.preview!, { headers: { Accept: 'text/html' } }).catch(() => undefined)
  // The server sends it through the same wall as every page; what stands there stays when it cannot be reached.
  if (!response?.ok || response.redirected) return
  const preview = new DOMParser().parseFromString(await response.text(), 'text/html')
  place.replaceChildren(...preview.body.childNodes)
}

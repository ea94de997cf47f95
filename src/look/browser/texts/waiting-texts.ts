const PAUSE = 2000
const MOST_LOOKS = 60

/** The text of a file is read after it was saved: as soon as it is there, its link takes the place of the sentence. */
export function awaitTexts(): void {
  if (document.querySelector('[data-waiting-text]')) setTimeout(() => void look(1), PAUSE)
}

async function look(times: number): Promise<void> {
  const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } }).catch(() => undefined)
  if (!response?.ok || response.redirected) return
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  for (const place of document.querySelectorAll('[data-waiting-text]')) {
    const now = fresh.getElementById(place.id)
    if (now && !now.hasAttribute('data-waiting-text')) place.replaceWith(document.adoptNode(now))
  }
  if (times < MOST_LOOKS && document.querySelector('[data-waiting-text]')) setTimeout(() => void look(times + 1), PAUSE)
}

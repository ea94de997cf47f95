import { send } from './answers.js'
import Sortable from 'sortablejs'

/**
 * Parts of a report are dragged into order, or moved by their buttons without leaving the page. Each move is sent by
 * itself, so that what somebody else moves meanwhile stays moved.
 */
function arrangeReport(): void {
  const list = document.querySelector<HTMLElement>('[data-report-parts]')
  if (!list) return
  for (const handle of list.querySelectorAll<HTMLElement>('[data-drag]')) handle.hidden = false
  new Sortable(list, {
    handle: '[data-drag]',
    draggable: '[data-part]',
    // The browser's own dragging differs from one to the next, and knows no touch.
    forceFallback: true,
    animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
    ghostClass: 'is-dragged',
    onEnd: ({ item, oldIndex, newIndex }) => {
      if (oldIndex !== newIndex) void place(list, item)
    },
  })
  list.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement
    const way = form.dataset.move
    const item = form.closest<HTMLElement>('[data-part]')
    if (!way || !item) return
    event.preventDefault()
    if (step(list, item, way === 'up' ? -1 : 1)) void place(list, item)
    form.querySelector('button')!.focus()
  })
}

/** One place among the parts that are in the report. */
function step(list: HTMLElement, item: HTMLElement, by: -1 | 1): boolean {
  const parts = partsIn(list)
  const neighbour = parts[parts.indexOf(item) + by]
  if (!neighbour) return false
  if (by < 0) neighbour.before(item)
  else neighbour.after(item)
  return true
}

async function place(list: HTMLElement, item: HTMLElement): Promise<void> {
  const next = item.nextElementSibling as HTMLElement | null
  const address = `${list.dataset.reportParts}/parts/${item.dataset.part}/place`
  const { kind } = await send(address, new URLSearchParams({ before: next?.dataset.part ?? '' }))
  const parts = partsIn(list)
  for (const [at, part] of parts.entries()) {
    mark(part, 'up', at === 0)
    mark(part, 'down', at === parts.length - 1)
  }
  const name = item.querySelector('h3')?.textContent ?? ''
  say(
    kind === 'done'
      ? `${name} is now number ${parts.indexOf(item) + 1} of ${parts.length}.`
      : 'The order could not be kept. Load the page again, and try once more.',
    kind !== 'done',
  )
  if (kind === 'done') document.dispatchEvent(new Event('words-saved'))
}

function partsIn(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-part]:not(.is-left-out)')]
}

function mark(part: HTMLElement, way: string, isEnd: boolean): void {
  const button = part.querySelector(`[data-move="${way}"] button`)
  if (isEnd) button?.setAttribute('aria-disabled', 'true')
  else button?.removeAttribute('aria-disabled')
}

function say(words: string, isTrouble: boolean): void {
  const place = document.querySelector<HTMLElement>('[data-parts-said]')
  if (!place) return
  place.textContent = words
  place.className = isTrouble ? 'notice notice-waiting' : 'govuk-visually-hidden'
}

arrangeReport()

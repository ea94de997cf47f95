import { send } from '../answers.js'

/** Codes are dragged to another place: onto a code to stand under it, to an edge to stand before or after it. */
export function arrangeCodebook(): void {
  const book = document.querySelector<HTMLElement>('[data-codebook]')
  if (!book) return
  let moving: HTMLElement | null = null
  for (const line of linesOf(book)) line.draggable = true
  book.addEventListener('dragstart', event => {
    moving = lineAt(event)
    event.dataTransfer?.setData('text/plain', moving?.dataset.code ?? '')
  })
  book.addEventListener('dragover', event => {
    const over = lineAt(event)
    if (!moving || !over || over === moving) return
    event.preventDefault()
    for (const line of linesOf(book)) line.classList.toggle('is-under', line === over)
  })
  book.addEventListener('dragend', () => {
    moving = null
    for (const line of linesOf(book)) line.classList.remove('is-under')
  })
  book.addEventListener('drop', event => {
    const over = lineAt(event)
    if (!moving || !over || over === moving) return
    event.preventDefault()
    void place(moving, spotFor(book, over, event))
  })
}

function linesOf(book: HTMLElement): HTMLElement[] {
  return [...book.querySelectorAll<HTMLElement>('[data-code]')]
}

function lineAt(event: Event): HTMLElement | null {
  return (event.target as Element).closest<HTMLElement>('[data-code]')
}

function spotFor(book: HTMLElement, over: HTMLElement, event: DragEvent): Record<string, string> {
  const { top, height } = over.getBoundingClientRect()
  const share = (event.clientY - top) / height
  const { code = '', parent = '' } = over.dataset
  if (share < 0.3) return { parentId: parent, beforeId: code }
  if (share < 0.7) return { parentId: code, beforeId: '' }
  const beside = linesOf(book).filter(line => (line.dataset.parent ?? '') === parent)
  return { parentId: parent, beforeId: beside[beside.indexOf(over) + 1]?.dataset.code ?? '' }
}

async function place(line: HTMLElement, spot: Record<string, string>): Promise<void> {
  const answer = await send(`/codes/${line.dataset.code}/place`, new URLSearchParams(spot))
  if (answer.kind === 'done') return location.reload()
  const message = answer.kind === 'refused' ? answer.fields.message : undefined
  const notice = document.createElement('p')
  notice.className = 'notice'
  notice.setAttribute('role', 'alert')
  notice.textContent = message ?? 'The code could not be moved. Load the page again, and try once more.'
  line.closest('ol')!.before(notice)
}

import { element } from '../elements.js'
import { ownScript } from '../own-scripts.js'
import { putInHere } from './putting-in.js'

/** Words that are pasted with their look come in with marks of Markdown; pictures are told where they belong. */
export function pasteAsItLooked(text: HTMLTextAreaElement, place: HTMLElement): void {
  const said = element('p', { class: 'writing-said', role: 'status' })
  place.after(said)
  text.addEventListener('paste', event => {
    const { clipboardData: clip } = event
    if (!clip) return
    const html = clip.getData('text/html')
    const plain = clip.getData('text/plain')
    if (hasPicture(clip) && html.replaceAll(/<[^>]*>/g, '').trim() === '') {
      event.preventDefault()
      tellOfPictures(said)
    } else if (html && saysMoreThan(html, plain)) {
      event.preventDefault()
      void asMarkdown(html, plain).then(words => putInHere(text, words))
    }
  })
  for (const kind of ['dragover', 'drop'] as const)
    text.addEventListener(kind, event => {
      if (!event.dataTransfer || !hasPicture(event.dataTransfer)) return
      event.preventDefault()
      if (kind === 'drop') tellOfPictures(said)
    })
}

const hasPicture = ({ items }: DataTransfer) =>
  [...items].some(item => item.kind === 'file' && item.type.startsWith('image/'))

/** Plain words have a look too where they come from; only what changes how they read is worth a mark. */
function saysMoreThan(html: string, plain: string): boolean {
  return (
    plain === '' || /<(?:b|strong|i|em|a|ul|ol|li|h[1-6]|table|s|del)\b|mso-list|font-weight|font-style/i.test(html)
  )
}

async function asMarkdown(html: string, plain: string): Promise<string> {
  try {
    const { markdownOf } = (await import(ownScript('from-html.js'))) as { markdownOf(html: string): string }
    return markdownOf(html)
  } catch {
    return plain
  }
}

function tellOfPictures(said: HTMLElement): void {
  const log = document.querySelector<HTMLAnchorElement>('a[href$="/evidence/new"]')?.href ?? '/log'
  said.replaceChildren(
    'A picture is a piece of evidence, with its day, its school and who may see it. ',
    element('a', { href: log, target: '_blank', rel: 'noopener' }, 'Log it in a new tab'),
    ', then name its number here.',
  )
}

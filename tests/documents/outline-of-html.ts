import { decodeHTML } from 'entities'
import { safeAddress } from '../../src/documents/safe-address.js'

const LEFT_OUT = /^(div|span|thead|tbody)$/
const BLOCKS = /^(p|h[1-6]|ul|ol|li|blockquote|pre|hr|table|tr|th|td|br)$/

/**
 * HTML as one line of tags and words, without what makes no difference to a reader: attributes of look, how an address is
 * spelled, white space between blocks. Addresses that we would not follow are taken away, as the page does.
 */
export function outlineOf(html: string): string {
  let inCode = false
  const dropped: boolean[] = []
  const out: string[] = []
  for (const [token, slash, name, attributes] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>|[^<]+|</gi)) {
    if (!name) {
      const words = decodeHTML(token)
      out.push(inCode ? words : words.replace(/\s+/g, ' '))
      continue
    }
    if (name === 'pre') inCode = !slash
    if (slash && name === 'code' && inCode) out[out.length - 1] = out.at(-1)!.replace(/\n$/, '')
    if (LEFT_OUT.test(name)) continue
    if (name === 'a') {
      const href = slash ? undefined : safeAddress(decodeHTML(/href="([^"]*)"/.exec(attributes!)?.[1] ?? ''))
      if (slash ? dropped.pop() : href === undefined) {
        if (!slash) dropped.push(true)
        continue
      }
      if (!slash) dropped.push(false)
      const title = /title="([^"]*)"/.exec(attributes!)?.[1]
      out.push(slash ? '</a>' : `<a ${spelled(href!)}${title ? ` “${decodeHTML(title)}”` : ''}>`)
      continue
    }
    const start = name === 'ol' ? (/start="(\d+)"/.exec(attributes!)?.[1] ?? '') : ''
    out.push(`<${slash}${name === 'del' ? 's' : name}${start && start !== '1' ? ` ${start}` : ''}>`)
  }
  return tidied(out.join(''))
}

function spelled(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}

function tidied(outline: string): string {
  const block = BLOCKS.source.slice(1, -1)
  return outline.replace(new RegExp(`\\s*(</?${block}(?: \\d+)?>)\\s*`, 'g'), '$1').trim()
}

/** The words of a page as a reader hears them: with the bullets and numbers that the browser draws before each item. */
export function wordsOn(html: string): string {
  const lists: { number: number | undefined }[] = []
  let depth = 0
  return html.replace(
    /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)>|[^<]+/gi,
    (token, slash: string, name: string | undefined, attributes: string) => {
      if (!name) return decodeHTML(token)
      if (name === 'ul' || name === 'ol') {
        if (slash) lists.pop()
        else lists.push({ number: name === 'ol' ? Number(/start="(\d+)"/.exec(attributes)?.[1] ?? 1) : undefined })
        depth += slash ? -1 : 1
      }
      if (name === 'li' && !slash && !attributes.includes('task')) {
        const list = lists.at(-1)!
        return list.number === undefined ? ['•', '–', '·'][(depth - 1) % 3]! : `${list.number++}. `
      }
      if (name === 'li' && !slash && lists.at(-1)!.number !== undefined) lists.at(-1)!.number!++
      return ' '
    },
  )
}

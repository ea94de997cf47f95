import { tables } from '@joplin/turndown-plugin-gfm'
import TurndownService from 'turndown'
import { asWritten } from './as-written.js'

const service = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  emDelimiter: '*',
  codeBlockStyle: 'fenced',
})
service.use(tables)
service.addRule('struck', { filter: ['s', 'del'], replacement: words => (words.trim() ? `~~${words}~~` : '') })
service.addRule('point', {
  filter: 'li',
  replacement: (words, node) => {
    const list = node.parentElement
    const at = [...(list?.children ?? [])].indexOf(node)
    const first = Number(list?.getAttribute('start') ?? 1)
    const sign = list?.tagName === 'OL' ? `${first + at}. ` : '- '
    return `${sign}${words.trim().replaceAll(/\n+/g, `\n${' '.repeat(sign.length)}`)}\n`
  },
})
// Words stay plain in the workbench's own Markdown (src/documents/plain-words.ts); only what it would read as a mark is kept from it.
service.escape = words =>
  words
    .replaceAll(/(^|[\s(])([*_`]{1,2})(?=\S)/g, '$1\\$2')
    .replaceAll(/^(#{1,6}|[-+*>])(?=\s)/gm, '\\$1')
    .replaceAll(/^(\d{1,3})([.)])(?=\s)/gm, '$1\\$2')

/** What was copied from Word, Google Docs, Excel, LibreOffice or a web page, as Markdown that reads the same. */
export function markdownOf(html: string): string {
  const copied = asWritten(html)
  return service
    .turndown(copied.body)
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

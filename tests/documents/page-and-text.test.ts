import { expect, test } from 'vitest'
import { htmlOf } from '../../src/documents/to-html.js'
import { textOfBlock } from '../../src/documents/to-text.js'
import { sample } from './sample.js'

test.each(sample.parts.map((part, at) => [`${at + 1}, a ${part.kind},`, part] as const))(
  'block %s says the same on a page as in plain text',
  (_name, part) => {
    const page = wordsOn(htmlOf([part], { pictureAddress: id => `/files/${id}` }))
    expect(page).toBe(folded(withoutLabels(textOfBlock(part))))
  },
)

/** The words that a reader sees in HTML. */
function wordsOn(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return folded(
    html
      .replace(/<svg[^]*?<\/svg>/g, '')
      .replace(/<\/?(p|li|ul|ol|tr|th|td|h\d|caption|figcaption|summary|blockquote|footer|pre|br|div)\b[^>]*>/g, '\n')
      .replace(/<[^>]+>/g, '')
      .replace(/&(\w+|#39);/g, (whole, name: string) => entities[name] ?? whole),
  )
}

/** On a page, bullets and numbers are drawn by the browser. */
function withoutLabels(text: string): string {
  return text.replace(/^(•|\d+\.) /gm, '')
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

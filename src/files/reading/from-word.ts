import { decodeHTML } from 'entities'
import mammoth from 'mammoth'
import { asFound, type WordsFound } from './words-found.js'

const NEW_PAGE = '<hr class="page" />'

/** The text of a Word document: paragraphs, lists, and tables with a tab between cells; no pictures, nothing fetched. */
export async function readWord(path: string): Promise<WordsFound> {
  const { value } = await mammoth.convertToHtml(
    { path },
    {
      styleMap: ["br[type='page'] => hr.page"],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
    },
  )
  return asFound(value.split(NEW_PAGE).map(plain), true, value.includes(NEW_PAGE))
}

/** Mammoth's own HTML, which it writes whole and escaped, as plain words. */
function plain(html: string): string {
  const lines = html
    .replace(/<li[^>]*>/g, '\n• ')
    .replace(/<\/(p|h[1-6]|ul|ol|table)>(?=<\/t[dh]>)/g, '')
    .replace(/<\/t[dh]>/g, '\t')
    .replace(/<\/tr>/g, '\n')
    .replace(/<br[^>]*>/g, '\n')
    .replace(/<\/(p|h[1-6]|ul|ol|table)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
  return decodeHTML(lines)
}

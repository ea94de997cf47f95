import { decodeHTML } from 'entities'

/** The words of the document on a page, as somebody reads them; the stage track is a way round, not part of the words. */
export function wordsOnPage(html: string): string {
  const from = html.indexOf('<article class="document"')
  const article = html.slice(from, html.indexOf('</article>', from))
  return bare(decodeHTML(article.replace(/<nav[\s\S]*?<\/nav>/g, ' ').replace(/<[^>]+>/g, ' ')))
}

/** Without white space, bullets, numbers of lists and stages of the track, so that lines may end elsewhere. */
export function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^(•|☑|☐|\d+\.)\s/gm, '')
    .replace(/(Context|Purpose|Evidence|Action|Evaluation):\s*(done|we are here|still to come)/g, '')
    .replace(/\s+/g, '')
}

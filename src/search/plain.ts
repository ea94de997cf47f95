/** The words of a Markdown text without its signs, at a glance: for finding and for showing a sentence, not for reading at length. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^[ \t]*(?:[#>]+|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

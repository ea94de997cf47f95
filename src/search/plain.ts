/** The words of a Markdown text without its signs, at a glance: for finding and for showing a sentence, not for reading at length. */
export function plainWords(markdown: string): string {
  return withoutAddresses(markdown)
    .replace(/^[ \t]*(?:[#>]+|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

/** `[the report](https://…)` and `![a graph](…)` are their words. A pattern would read a line once for each bracket in it. */
function withoutAddresses(markdown: string): string {
  return markdown.includes('](') ? markdown.split('\n').map(inLine).join('\n') : markdown
}

function inLine(line: string): string {
  let said = ''
  let from = 0
  let open = line.indexOf('[')
  while (open >= 0) {
    const close = line.indexOf(']', open + 1)
    if (close < 0) break
    let next = close + 1
    if (line[next] === '(') {
      const end = line.indexOf(')', close + 2)
      if (end < 0) break
      said += line.slice(from, line[open - 1] === '!' && open > from ? open - 1 : open) + line.slice(open + 1, close)
      from = next = end + 1
    }
    open = line.indexOf('[', next)
  }
  return said + line.slice(from)
}

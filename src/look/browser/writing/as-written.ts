const NOT_WORDS = 'style, script, title, meta, link, svg, img, video, audio, iframe, object'

/** Makes of what programs put on the clipboard the HTML that its writer meant. */
export function asWritten(html: string): Document {
  const copied = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  for (const one of copied.querySelectorAll(NOT_WORDS)) one.remove()
  withoutComments(copied)
  pointsOfWord(copied)
  looksOfDocs(copied)
  sheetsWithHeads(copied)
  withoutEmpty(copied)
  return copied
}

/** The content policy of the page forbids styles in it, also in what is only read: they stand aside as `data-style`. */
function withoutStyles(html: string): string {
  return html
    .replaceAll(/<style\b[\s\S]*?<\/style>/gi, '')
    .replaceAll(/(<[a-z][^<>]*?\s)style(?=\s*=)/gi, '$1data-style')
}

/** What a program said about the look of something, such as `font-weight`. */
function styleOf(one: Element, property: string): string {
  const styles = (one.getAttribute('data-style') ?? '').split(';').map(style => style.split(':'))
  return (
    styles
      .filter(([name]) => name!.trim().toLowerCase() === property)
      .at(-1)?.[1]
      ?.trim()
      .toLowerCase() ?? ''
  )
}

/** Word and Excel say in comments what other Offices should do. */
function withoutComments(copied: Document): void {
  const walker = copied.createTreeWalker(copied, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.parentNode?.removeChild(comment)
}

const LEVEL = /mso-list:[^;"]*\blevel(\d)/i

/** Word sends a list as paragraphs, each with its bullet as text before it. */
function pointsOfWord(copied: Document): void {
  let open: { level: number; list: Element }[] = []
  let last: Element | null = null
  for (const line of copied.querySelectorAll('p, h1, h2, h3')) {
    const level = Number(LEVEL.exec(line.getAttribute('data-style') ?? '')?.[1] ?? 0)
    if (level === 0) continue
    if (line.previousElementSibling !== last) open = []
    const sign = takeSign(line)
    const kind = /^\(?(?:\d+|[a-z]|[ivx]+)[.)]/i.test(sign) ? 'ol' : 'ul'
    while (open.length > 0 && open.at(-1)!.level > level) open.pop()
    let here = open.at(-1)
    if (here?.level !== level) {
      const list = copied.createElement(kind)
      const within = here?.list.lastElementChild
      if (within) within.append(list)
      else line.before(list)
      open.push((here = { level, list }))
    }
    const point = copied.createElement('li')
    point.append(...line.childNodes)
    here.list.append(point)
    line.remove()
    last = open[0]!.list
  }
}

/** The bullet or number that Word put before the words. */
function takeSign(line: Element): string {
  const marked = [...line.querySelectorAll('span')].find(span =>
    /mso-list:\s*ignore/i.test(span.getAttribute('data-style') ?? ''),
  )
  if (marked) {
    const sign = marked.textContent.trim()
    marked.remove()
    return sign
  }
  const first = line.firstChild
  const sign = /^\s*([·•o§▪-]|\(?(?:\d+|[a-z])[.)])[\s\u00a0]+/.exec(first?.textContent ?? '')
  if (first && sign) first.textContent = first.textContent!.slice(sign[0].length)
  return sign?.[1] ?? '·'
}

/** Google Docs says in styles what is bold and what is not, also within a `b` that is not bold. */
function looksOfDocs(copied: Document): void {
  for (const one of copied.querySelectorAll('b, strong'))
    if (/^(?:normal|400)$/.test(styleOf(one, 'font-weight'))) one.replaceWith(...one.childNodes)
  for (const span of copied.querySelectorAll('span, font')) {
    const marks = [
      ...(/^(?:bold|[6-9]00)$/.test(styleOf(span, 'font-weight')) ? ['strong'] : []),
      ...(styleOf(span, 'font-style') === 'italic' ? ['em'] : []),
      ...(styleOf(span, 'text-decoration').includes('line-through') ? ['s'] : []),
    ]
    for (const mark of marks) {
      const around = copied.createElement(mark)
      around.append(...span.childNodes)
      span.append(around)
    }
  }
  // A paragraph within a point is the point.
  for (const line of copied.querySelectorAll('li > p:only-child')) line.replaceWith(...line.childNodes)
}

/** A table of Markdown has a head: in a sheet it is the first row. Cells hold one line. */
function sheetsWithHeads(copied: Document): void {
  for (const table of copied.querySelectorAll('table')) {
    for (const cell of table.querySelectorAll('td p, th p, td div, th div')) cell.replaceWith(...cell.childNodes, ' ')
    const first = table.querySelector('tr')
    if (!first || first.querySelector('th')) continue
    for (const cell of first.querySelectorAll('td')) {
      const head = copied.createElement('th')
      head.append(...cell.childNodes)
      cell.replaceWith(head)
    }
  }
}

function withoutEmpty(copied: Document): void {
  for (const one of copied.querySelectorAll('b, strong, i, em, s, del, a'))
    if (one.textContent.trim() === '') one.replaceWith(...one.childNodes)
}

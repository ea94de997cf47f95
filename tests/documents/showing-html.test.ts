import { expect, test } from 'vitest'
import type { Block } from '../../src/documents/document.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'
import { headingsOf } from '../../src/documents/headings.js'
import { htmlOf, markdownHtml } from '../../src/documents/to-html.js'

const pictureAddress = (id: string) => `/files/${id}/picture.jpg`

test('a table scrolls inside itself, can be reached by keyboard, and says its scopes', () => {
  const html = markdownHtml('| School | Roll |\n|:--|--:|\n| Tŷ Coch | **70** |')
  expect(html).toContain('<div class="table-scroll" tabindex="0" role="region" aria-label="Table: School, Roll">')
  expect(html).toContain('<th scope="col" class="align-left">School</th>')
  expect(html).toContain('<td class="align-right"><strong>70</strong></td>')
})

test('the first cell of a row can be its heading, and a caption names the table', () => {
  const table: Block = {
    kind: 'table',
    caption: [{ kind: 'text', text: 'Effects' }],
    head: [[], [{ kind: 'text', text: 'Tŷ Coch' }]],
    rows: [[[{ kind: 'text', text: 'Talk partners' }], [{ kind: 'text', text: 'More voices' }]]],
    alignment: [null, null],
    rowHeads: true,
  }
  const html = htmlOf([table], { pictureAddress })
  expect(html).toContain('aria-label="Effects"')
  expect(html).toContain('<caption>Effects</caption>')
  expect(html).toContain('<th scope="row">Talk partners</th>')
})

test('a figure has its alternative text, its size and its caption', () => {
  const html = htmlOf(
    [
      {
        kind: 'figure',
        picture: { id: 'p-1', width: 800, height: 600 },
        alt: 'A "talk" wall & more',
        caption: [
          { kind: 'text', text: 'Week 3 ' },
          { kind: 'reference', label: 'E12', title: 'Talk', href: '/evidence/e' },
        ],
      },
    ],
    { pictureAddress },
  )
  expect(html).toContain('src="/files/p-1/picture.jpg"')
  expect(html).toContain('alt="A &quot;talk&quot; wall &amp; more" width="800" height="600"')
  expect(html).toContain('<figcaption>Week 3 <a href="/evidence/e" class="reference" title="Talk">E12</a></figcaption>')
})

test('a quotation cites its evidence by number', () => {
  const html = htmlOf(
    [
      {
        kind: 'quotation',
        blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: 'I know <now>.' }] }],
        source: { label: 'E12', title: 'Talk', href: '/evidence/e', by: 'Year 4 pupil' },
      },
    ],
    { pictureAddress },
  )
  expect(html).toContain('<p dir="ltr">I know &lt;now&gt;.</p>')
  expect(html).toContain(
    '— Year 4 pupil, <cite><a href="/evidence/e" class="reference" title="Talk">E12</a> Talk</cite>',
  )
})

test('headings have ids of their own, the same as the list of contents', () => {
  const blocks = blocksFrom('# What we saw\n\n# What we saw\n\n# Beth welsom ni yn Tŷ Coch?')
  const ids = headingsOf(blocks).map(heading => heading.id)
  expect(ids).toEqual(['what-we-saw', 'what-we-saw-2', 'beth-welsom-ni-yn-tŷ-coch'])
  for (const id of ids) expect(htmlOf(blocks, { pictureAddress })).toContain(`<h3 id="${id}"`)
})

test('headings in a quotation or a note have no ids, so that no two things on a page share one', () => {
  expect(markdownHtml('# Saw')).toContain('<h3 dir="ltr">Saw</h3>')
  expect(htmlOf(blocksFrom('> # Saw\n\n- # Saw'), { pictureAddress })).not.toContain('id=')
  expect(headingsOf(blocksFrom('> # Saw'))).toEqual([])
})

test('a chart has its sentence for those who do not see it, its shapes, and its numbers; nothing that could run', () => {
  const table: Block = { kind: 'table', head: [[{ kind: 'text', text: 'Week' }]], rows: [], alignment: [null] }
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(1)</script><style>*{}</style>' +
    '<a href="javascript:alert(1)"><text>link</text></a><image href="http://x"/><path d="M0 0h9" fill="url(#x)" style="x"/>' +
    '<text x="1">A &lt; B</text></svg>'
  const html = htmlOf([{ kind: 'chart', title: 'Voices', sentence: 'More each week.', table, svg }], { pictureAddress })
  expect(html).toContain('role="img" aria-label="Voices. More each week."')
  expect(html).toContain('<svg viewBox="0 0 9 9"><path d="M0 0h9"></path><text x="1">A &lt; B</text></svg>')
  expect(html).toContain('<summary>The numbers behind this chart</summary>')
  expect(html).not.toMatch(/alert|style=|href|onload/)
})

test('tasks show a box that is read aloud', () => {
  expect(markdownHtml('- [x] asked')).toContain(
    '<li class="task"><span class="task-mark" role="img" aria-label="done">☑</span> asked</li>',
  )
})

test('a list keeps its start and its nesting', () => {
  const html = markdownHtml('3. three\n   - inner')
  expect(html).toMatch(/<ol start="3"[^>]*>\s*<li>three\s*<ul[^>]*>\s*<li>inner<\/li>\s*<\/ul><\/li>\s*<\/ol>/)
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1) "y")',
  '![x](https://example.org/a.png)',
  '`<script>`',
  '```\n</code></pre><script>alert(1)</script>\n```',
  '| <img src=x onerror=alert(1)> |\n|-|',
  '[<img src=x onerror=alert(1)>](https://example.org)',
  '[x](https://example.org "\\" onmouseover=alert(1) ")',
  '<iframe src=//x></iframe>',
  '<style>*{display:none}</style>',
  '<svg/onload=alert(1)>',
  '# <u onclick=alert(1)>x</u>',
])('%s does nothing but show itself', markdown => {
  const html = markdownHtml(markdown)
  expect(html).not.toMatch(/<(script|img|iframe|style|svg|u)\b/i)
  expect(html.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i)
  expect(html).not.toMatch(/<[^>]*(href|src)="\s*javascript:/i)
})

test('a document whose JSON was tampered with is still safe to show', () => {
  const hostile = [
    {
      kind: 'paragraph',
      inlines: [{ kind: 'link', href: 'javascript:alert(1)', inlines: [{ kind: 'text', text: 'x' }] }],
    },
    { kind: 'heading', level: 3, id: '"><script>', inlines: [{ kind: 'text', text: 'y' }] },
    { kind: 'paragraph', language: '"><script>', inlines: [] },
    { kind: 'figure', picture: { id: 'x', width: '"><script>', height: 1 }, alt: '"><script>', caption: [] },
    { kind: 'list', ordered: true, start: '"><script>', tight: true, items: [] },
  ] as unknown as Block[]
  const html = htmlOf(hostile, { pictureAddress: () => 'javascript:alert(1)' })
  expect(html).not.toMatch(/<script|javascript:/)
})

import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { render } from '../../src/web/showing/views.js'
import { violationsOn } from '../axe.js'
import { windowsForThisFile } from '../browser.js'
import { Desk } from './desk.js'
import { inLayout } from './sheet.js'

const windows = windowsForThisFile()
let desk: Desk
let page: Page

const form = { values: {}, errors: {}, summary: [] }
const words = () => page.getByLabel('What we saw')
const value = () => words().inputValue()
const tool = (name: string) => page.getByRole('toolbar', { name: 'Writing' }).getByRole('button', { name })

function pageWith(typed: string): string {
  const box = render('shared/_textarea', {
    here: '/',
    form,
    name: 'saw',
    label: 'What we saw',
    marks: true,
    value: typed,
  })
  const pieces = [
    ['[[E12]]', 'Two quiet readers'],
    ['[[E12 quote]]', 'Quote “Two quiet readers”'],
    ['[[E7 picture]]', 'Show the picture of “Gwen’s page”'],
    ['[@wiliam2011]', 'Wiliam 2011'],
  ]
  const offered = pieces
    .map(([cite, said]) => `<li data-cite="${cite}" data-cite-words="${said}">${said}</li>`)
    .join('')
  return inLayout(
    `<h1>Evidence</h1><form method="post" action="/there">${box}<button>Save</button></form><ul>${offered}</ul>`,
  )
}

async function opened(typed = '', screen = {}): Promise<void> {
  desk.pages['/text'] = pageWith(typed)
  page = await (await windows.open({ permissions: [], ...screen })).newPage()
  await page.goto(`${desk.address}/text`)
  await page.getByRole('toolbar').waitFor()
}

/** Chooses these words of the text, or puts the caret behind them. */
async function choose(these: string, caret = false): Promise<void> {
  await words().evaluate(
    (text: HTMLTextAreaElement, { these, caret }) => {
      const at = text.value.indexOf(these)
      text.focus()
      text.setSelectionRange(caret ? at + these.length : at, at + these.length)
    },
    { these, caret },
  )
}

/** As when somebody pastes: the browser hands over what the other program put on the clipboard. */
async function paste(html: string, plain = ''): Promise<void> {
  await words().focus()
  await words().evaluate(
    (text, { html, plain }) => {
      const clipboardData = new DataTransfer()
      if (html) clipboardData.setData('text/html', html)
      clipboardData.setData('text/plain', plain)
      text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { html, plain },
  )
}

beforeAll(async () => {
  desk = await Desk.open()
})
afterAll(() => desk.close())
afterEach(() => page.context().close())

describe('five buttons', () => {
  beforeEach(() => opened('Two quiet readers swapped books.'))

  test('make chosen words bold or italic, and plain again', async () => {
    await choose('quiet ')
    await tool('Bold').click()
    expect(await value()).toBe('Two **quiet** readers swapped books.')
    await tool('Italic').click()
    expect(await value()).toBe('Two ***quiet*** readers swapped books.')
    await tool('Italic').click()
    await tool('Bold').click()
    expect(await value()).toBe('Two quiet readers swapped books.')
  })

  test('by their keys, on the word that is written in; and the browser undoes them', async () => {
    await choose('qui', true)
    await page.keyboard.press('Control+b')
    expect(await value()).toBe('Two **quiet** readers swapped books.')
    await page.keyboard.press('Control+z')
    expect(await value()).toBe('Two quiet readers swapped books.')
    await choose('swapped')
    await page.keyboard.press('Control+k')
    expect(await value()).toBe('Two quiet readers [swapped](https://) books.')
    await page.keyboard.type('https://example.org')
    expect(await value()).toBe('Two quiet readers [swapped](https://example.org) books.')
  })

  test('make points and headings of whole lines, and Enter goes on with the list until an empty point', async () => {
    await choose('books.', true)
    await tool('Points').click()
    expect(await value()).toBe('- Two quiet readers swapped books.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Nobody spoke.')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Then the bell rang.')
    expect(await value()).toBe('- Two quiet readers swapped books.\n- Nobody spoke.\nThen the bell rang.')
    await tool('Heading').click()
    expect(await value()).toContain('\n## Then the bell rang.')
    await tool('Heading').click()
    expect(await value()).toContain('\nThen the bell rang.')
  })

  test('are one stop for Tab, and arrows walk them', async () => {
    await words().focus()
    await page.keyboard.press('Tab')
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
    expect(await focused()).toBe('Bold')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('Italic')
    await page.keyboard.press('End')
    expect(await focused()).toBe('What you can type')
    await page.keyboard.press('Enter')
    expect(await page.getByText('a list, one point on each line').isVisible()).toBe(true)
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Save')
  })

  test('move nothing when they come, and axe finds nothing, wide and narrow', async () => {
    for (const width of [1280, 320]) {
      await opened('Words.', { width })
      const at = () => page.getByRole('button', { name: 'Save' }).evaluate(button => button.getBoundingClientRect().top)
      const before = await at()
      await page.route('**/writing.js*', route => route.abort())
      await page.reload()
      expect(await page.getByRole('toolbar').count()).toBe(0)
      expect(await at()).toBe(before)
      await page.unroute('**/writing.js*')
      await page.reload()
      await tool('What you can type').click()
      expect(await violationsOn(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
  })
})

describe('what can be named', () => {
  beforeEach(() => opened())

  test('two brackets offer the pieces of this page, narrowed as one types, by keyboard', async () => {
    await words().pressSequentially('As we saw [[qui')
    const offers = page.getByRole('listbox')
    expect(await offers.getByRole('option').count()).toBe(2)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await value()).toBe('As we saw [[E12 quote]]')
    expect(await offers.isVisible()).toBe(false)
  })

  test('a bracket and an @ offer the works, by pointer; Escape goes on typing', async () => {
    await words().pressSequentially('Feedback helps [@')
    await page.getByRole('option').click()
    expect(await value()).toBe('Feedback helps [@wiliam2011]')
    await words().pressSequentially(' and [[')
    await page.keyboard.press('Escape')
    await words().pressSequentially('x')
    await page.keyboard.press('Enter')
    expect(await value()).toBe('Feedback helps [@wiliam2011] and [[x\n')
  })
})

describe('what is pasted', () => {
  beforeEach(() => opened())

  test('from Word: headings, points of two levels and numbers stay what they were', async () => {
    const point = (level: number, sign: string, said: string) =>
      `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${said}<o:p></o:p></p>`
    await paste(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment--><h2>What we saw</h2><p class=MsoNormal>In <b>Year 4</b> and <i>Year 5</i>:<o:p></o:p></p>${point(1, '·', 'they talked first')}${point(2, 'o', 'in pairs')}${point(1, '·', 'then they wrote')}<p class=MsoNormal>Then:</p>${point(1, '1.', 'one')}${point(1, '2.', 'two')}<!--EndFragment--></body></html>`,
    )
    await expect
      .poll(value)
      .toBe(
        '## What we saw\n\nIn **Year 4** and *Year 5*:\n\n- they talked first\n  - in pairs\n- then they wrote\n\nThen:\n\n1. one\n2. two',
      )
  })

  test('from Google Docs: what is bold by its style is bold, and what only stands in a b is not', async () => {
    await paste(
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;">They </span><span style="font-weight:700;">talked</span><span style="font-weight:400;font-style:italic;"> quietly</span></p><ul><li dir="ltr"><p dir="ltr"><span>first</span></p></li><li dir="ltr"><p dir="ltr"><span>then</span></p></li></ul></b>`,
    )
    await expect.poll(value).toMatch(/^They \*\*talked\*\* \*quietly\*\n\n- first\n- then$/)
  })

  test('from Excel: a sheet is a table with its first row as head', async () => {
    await paste(
      `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0><tr><td class=xl65>School</td><td>Roll</td></tr><tr><td>Ysgol y Bryn</td><td>70</td></tr><tr><td>Coed</td><td>35</td></tr></table></body></html>`,
      'School\tRoll\nYsgol y Bryn\t70',
    )
    await expect
      .poll(value)
      .toMatch(/\| School \| Roll \|\n\| -+ \| -+ \|\n\| Ysgol y Bryn \| 70 +\|\n\| Coed \| 35 +\|/)
  })

  test('from a web page: links stay, scripts and pictures do not', async () => {
    await paste('<p>See <a href="https://example.org/talk">talk</a>.<script>alert(1)</script><img src="x" alt=""></p>')
    await expect.poll(value).toBe('See [talk](https://example.org/talk).')
  })

  test('plain words stay as they were, with their signs', async () => {
    await paste('<p><b>Sum</b>: 2*3*4 and ~10~, snake_case</p>')
    await expect.poll(value).toBe('**Sum**: 2*3*4 and ~10~, snake_case')
  })

  test('a picture is told where it belongs, and nothing is lost', async () => {
    await words().pressSequentially('Here: ')
    await words().evaluate(text => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File(['x'], 'page.png', { type: 'image/png' }))
      text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await expect.poll(() => page.locator('.writing-said').textContent()).toContain('A picture is a piece of evidence')
    expect(await value()).toBe('Here: ')
  })
})

test('a text grows with its words, and is what it was without a script', async () => {
  await opened('One line.')
  const height = () => words().evaluate(text => text.clientHeight)
  const before = await height()
  await words().fill(Array.from({ length: 14 }, (_, at) => `Line ${at}`).join('\n'))
  expect(await height()).toBeGreaterThan(before * 1.8)
  const plain = await (await windows.open({ javaScriptEnabled: false })).newPage()
  await plain.goto(`${desk.address}/text`)
  expect(await plain.getByLabel('What we saw').isVisible()).toBe(true)
  expect(await plain.getByRole('toolbar').count()).toBe(0)
})

import axe, { type AxeResults, type RunOnly } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/** What is promised: WCAG 2.2, level AA. */
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What keeps a page from being read as a table of contents. */
export const inOrder = ['heading-order', 'page-has-heading-one', 'empty-heading']

/** What is in somebody's way on this page as it stands, a line for each kind. */
export async function violationsOn(page: Page, tags = wcag): Promise<string[]> {
  return foundOn(page, { type: 'tag', values: tags })
}

/** The same, by the names of single rules. */
export async function breaksOn(page: Page, rules: string[]): Promise<string[]> {
  return foundOn(page, { type: 'rule', values: rules })
}

async function foundOn(page: Page, runOnly: RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found: AxeResults = await page.evaluate(
    only => window.axe!.run(document, { runOnly: only, resultTypes: ['violations'] }),
    runOnly,
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
}

import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

/** What is promised: WCAG 2.2, level AA. */
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What is in somebody's way on this page as it stands, a line for each kind. */
export async function violationsOn(page: Page, rules = wcag): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found: AxeResults = await page.evaluate(
    tags => window.axe!.run(document, { runOnly: tags, resultTypes: ['violations'] }),
    rules,
  )
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

declare global {
  interface Window {
    axe?: typeof axe
  }
}

// Every page is handed it anew; what `axe.source` holds is more than twice as long.
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What is promised: WCAG 2.2, level AA. */
export const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What keeps a page from being read as a table of contents. */
export const inOrder = ['heading-order', 'page-has-heading-one', 'empty-heading']

/** How words stand out from what is behind them; it is two thirds of axe's work. */
const contrast = 'color-contrast'

/** What depends on how wide the screen is, beside which elements are seen. */
const byWidth = ['target-size', 'scrollable-region-focusable', 'link-in-text-block']

export interface LookFor {
  rules: 'all' | 'by width' | 'none'
  contrast: boolean
}

/** Opens every fold of a page, so that what is in them is looked at too. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true
  })
}

/** Makes the window as high as the page: nothing of it then lies behind the bar of a phone. */
export async function showAll(page: Page): Promise<void> {
  const { width } = page.viewportSize()!
  await page.setViewportSize({ width, height: 844 })
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.max(844, height + 120) })
}

/** What is in somebody's way on this page as it stands, a line for each kind. */
export function violationsOn(page: Page, tags = wcag): Promise<string[]> {
  return found(page, { runOnly: tags })
}

/** The same, by the names of single rules. */
export function breaksOn(page: Page, rules: string[]): Promise<string[]> {
  return found(page, { runOnly: { type: 'rule', values: rules } })
}

/** The same, where something of it is known already. */
export async function violationsOf(page: Page, { rules, contrast: alsoContrast }: LookFor): Promise<string[]> {
  if (rules === 'all') return found(page, { runOnly: wcag, rules: { [contrast]: { enabled: alsoContrast } } })
  const values = [...(rules === 'by width' ? byWidth : []), ...(alsoContrast ? [contrast] : [])]
  return values.length > 0 ? found(page, { runOnly: { type: 'rule', values } }) : []
}

async function found(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const { violations }: Pick<AxeResults, 'violations'> = await page.evaluate(
    async given => {
      // What lies behind the bar of a phone now is a moment's scrolling away, and no target that is too small.
      const bar = document.querySelector<HTMLElement>('.bottom-bar')
      bar?.style.setProperty('position', 'static')
      const { violations } = await window.axe!.run(document, given)
      bar?.style.removeProperty('position')
      return { violations }
    },
    { ...options, resultTypes: ['violations' as const] },
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`)
}

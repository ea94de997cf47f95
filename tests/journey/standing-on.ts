import type { Page } from 'playwright-core'

export interface Standing {
  /** Each kind of element by its name, role and classes, and again if it is seen. */
  elements: string[]
  /**
   * In what element words stand, in which colour, size and weight, over which colours down to the first that hides what is
   * below it, and whether it can be used.
   */
  waysOfWords: string[]
}

/** What stands on a page as wide as it is, and how. */
export function standingOn(page: Page): Promise<Standing> {
  return page.evaluate(() => {
    const elements = new Set<string>()
    const waysOfWords = new Set<string>()
    const under = new Map<Element, string>()
    for (const one of document.querySelectorAll('*')) {
      const kind = [one.localName, one.getAttribute('role') ?? '', ...one.classList].join('.')
      elements.add(kind)
      if (!one.checkVisibility({ visibilityProperty: true })) continue
      elements.add(`${kind} is seen`)
      if (hasWords(one)) waysOfWords.add(wayOfWordsIn(one, kind))
    }
    return { elements: [...elements], waysOfWords: [...waysOfWords] }

    function hasWords(one: Element): boolean {
      if (/^(input|select|textarea)$/.test(one.localName)) return true
      return [...one.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim() !== '')
    }

    function wayOfWordsIn(one: Element, kind: string): string {
      const { color, fontSize, fontWeight } = getComputedStyle(one)
      const use = one.closest('[disabled], [aria-disabled="true"]') ? 'cannot be used' : ''
      return [kind, color, fontSize, fontWeight, use, coloursUnder(one)].join(' ')
    }

    function coloursUnder(one: Element): string {
      const known = under.get(one)
      if (known !== undefined) return known
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one)
      const isPlain = backgroundImage === 'none' && opacity === '1'
      const hides = isPlain && backgroundColor.startsWith('rgb(')
      const own =
        isPlain && backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : `${backgroundColor} ${backgroundImage} ${opacity}`
      const below = hides || !one.parentElement ? '' : coloursUnder(one.parentElement)
      under.set(one, `${own} ${below}`.trim())
      return under.get(one)!
    }
  })
}

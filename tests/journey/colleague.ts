import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

type Name = string | RegExp

/** Somebody at a screen, who finds everything as a person or a screen reader does: by its name. */
export class Colleague {
  /** How often this person has put a thumb to the screen. */
  taps = 0

  constructor(
    readonly page: Page,
    readonly script: boolean,
  ) {}

  get main(): Locator {
    return this.page.getByRole('main')
  }

  /** Waits until the words stand on the page. */
  async sees(...words: Name[]): Promise<void> {
    for (const one of words) await this.page.getByText(one).first().waitFor()
  }

  async seesHeading(name: Name): Promise<void> {
    await this.page
      .getByRole('heading', { name: spoken(name) })
      .first()
      .waitFor()
  }

  async seesNo(words: Name): Promise<void> {
    expect(await this.page.getByText(words).count()).toBe(0)
  }

  async follow(name: Name, where = this.main): Promise<void> {
    await where.getByRole('link', { name: spoken(name) }).click()
  }

  /** One of the ways at the top of every page, or of those along the bottom of a phone. */
  async goTo(way: string): Promise<void> {
    const ways = this.page.getByRole('navigation', { name: /^(Main|Shortcuts)$/ })
    await ways.getByRole('link', { name: way, exact: true }).filter({ visible: true }).click()
  }

  /** A part of the group or network that this person is in, and one of the pages within it. */
  async turnTo(part: string, page?: string): Promise<void> {
    await this.follow(new RegExp(`^${part}`), this.page.getByRole('navigation', { name: /^(The way|Parts) of / }))
    if (page) await this.follow(new RegExp(`^${page}$`), this.page.getByRole('navigation', { name: `Within ${part}` }))
  }

  async press(name: Name, where = this.main): Promise<void> {
    await where.getByRole('button', { name: spoken(name) }).click()
  }

  async fill(label: Name, words: string): Promise<void> {
    await this.main.getByRole('textbox', { name: spoken(label) }).fill(words)
  }

  async choose(legend: Name, answer: Name): Promise<void> {
    await this.main
      .getByRole('group', { name: spoken(legend) })
      .getByLabel(answer)
      .check()
  }

  async unfold(summary: string): Promise<void> {
    await this.main.getByText(summary, { exact: true }).click()
  }

  async tap(what: Locator): Promise<void> {
    this.taps += 1
    await what.tap()
  }

  /** A text that is saved as it is typed, or by its button where there is no script. */
  async write(label: string, words: string): Promise<void> {
    const box = this.main.getByRole('textbox', { name: spoken(label) })
    await box.fill(words)
    if (!this.script) {
      await this.press(`Save “${label}”`)
      return this.sees('Saved.')
    }
    await box.blur()
    const own = this.page.getByRole('textbox', { name: spoken(label) })
    const state = this.main.locator('form').filter({ has: own }).getByRole('status')
    await state.filter({ hasText: 'Saved at' }).waitFor()
  }

  /** What this browser gets from a link on the page, such as a PDF. */
  async download(name: Name, where = this.main): Promise<{ type: string; bytes: Buffer }> {
    const address = await where.getByRole('link', { name: spoken(name) }).getAttribute('href')
    const answer = await this.page.context().request.get(address!)
    expect(answer.status()).toBe(200)
    return { type: answer.headers()['content-type']!, bytes: await answer.body() }
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }
}

/** Words that are only said aloud begin with a small pause: “Begin this card : Weir Lane”. */
function spoken(name: Name): RegExp {
  if (name instanceof RegExp) return name
  const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s*([:,;“”])/g, '\\s*$1')
  return new RegExp(words.replace(/ /g, '\\s+'), 'i')
}

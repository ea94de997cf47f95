import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { chromiumPath } from './finding-chromium.js'
import type { World } from './world.js'

/** How a window is: a desk of 1280 unless it is said; narrower than 500 it is touched. */
export interface Screen extends Omit<BrowserContextOptions, 'viewport'> {
  width?: number
  height?: number
}

export interface Windows {
  /** A window with nothing in common with any other; it is closed at the end of the file, if not before. */
  open(screen?: Screen): Promise<BrowserContext>
}

export interface Screens extends Windows {
  world: World
  /** Where the house is, such as http://127.0.0.1:4711; windows know it, so that `goto('/groups')` is enough. */
  address: string
  /** Who answers: the house, unless a test puts something else in its place, until the end of that test. */
  answering: RequestListener
  house: RequestListener
  /** As when the workbench falls over in the middle of an answer. */
  dropConnections(): void
  /** A window of somebody of the cast who is signed in, or of a stranger. */
  windowOf(person: string | null, screen?: Screen): Promise<BrowserContext>
  /** A page in a window of its own. */
  page(person: string | null, path: string, screen?: Screen): Promise<Page>
}

/** The whole house of a world behind a real address, with a real browser before it. */
export function screensOf(world: World): Screens {
  const windows = windowsForThisFile()
  const server = createServer((req, res) => screens.answering(req, res))
  const screens: Screens = {
    world,
    address: '',
    answering: world.app,
    house: world.app,
    dropConnections: () => server.closeAllConnections(),
    open: screen => windows.open({ baseURL: screens.address, ...screen }),
    async windowOf(person, screen) {
      const window = await screens.open(screen)
      if (person) await signIn(window, world.as(person).cookie, screens.address)
      return window
    },
    async page(person, path, screen) {
      const page = await (await screens.windowOf(person, screen)).newPage()
      await page.goto(path)
      return page
    },
  }

  beforeAll(async () => {
    await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
    screens.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    screens.answering = screens.house = world.anew({ baseUrl: screens.address })
  })
  afterEach(() => {
    screens.answering = screens.house
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return screens
}

/** Windows of the one browser; whatever goes wrong in a script, or against the content policy, fails the test. */
export function windowsForThisFile(): Windows {
  const open: BrowserContext[] = []
  const trouble: string[] = []
  afterEach(() => {
    expect(trouble.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await Promise.all(open.map(window => window.close()))
  })
  return {
    async open({ width = 1280, height = width < 500 ? 844 : 900, ...screen } = {}) {
      const window = await (
        await theChromium()
      ).newContext({ viewport: { width, height }, hasTouch: width < 500, reducedMotion: 'reduce', ...screen })
      listenForTrouble(window, trouble)
      open.push(window)
      return window
    },
  }
}

/** @param cookie such as `workbench=…`, as a world or the demo hands it out */
export async function signIn(window: BrowserContext, cookie: string, address: string): Promise<void> {
  const [name, value] = cookie.split('=') as [string, string]
  await window.addCookies([{ name, value, url: address }])
}

export async function isWiderThanItsScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
}

/** The browser itself tells of every answer that is no success and of every signal lost; both are often meant. */
function listenForTrouble(window: BrowserContext, trouble: string[]): void {
  window.on('weberror', error => void trouble.push(error.error().message))
  window.on('console', said => {
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) trouble.push(said.text())
  })
}

let launched: Promise<Browser> | undefined

/** One Chromium for each worker, with a microphone that hums. It goes when the worker goes. */
export function theChromium(): Promise<Browser> {
  return (launched ??= chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  }))
}

/** On a phone signing out stands behind More. */
export async function signOutOnPhone(page: Page): Promise<void> {
  await page.locator('.bottom-bar summary').tap()
  await page.locator('.bottom-bar').getByRole('button', { name: 'Sign out', exact: true }).tap()
}

import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { password } from '../../src/demo/cast.js'
import { isWiderThanItsScreen, screensOf } from '../browser.js'
import { newWorld } from '../world.js'

const world = newWorld()
const screens = screensOf(world)
let address = ''

/** Browsers know passkeys at `localhost`, and not at a bare number. */
beforeEach(() => {
  address = screens.address.replace('127.0.0.1', 'localhost')
  screens.answering = world.anew({ baseUrl: address })
})

/** A telephone that keeps passkeys and knows its owner's finger, as the browser itself plays it. */
async function device(page: Page): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return { cdp, id: authenticatorId }
}

function open(width: number, more: object = {}): Promise<BrowserContext> {
  return screens.open({ baseURL: address, width, ...more })
}

async function signIn(page: Page, id: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(`${id}@schools.example`)
  await page.locator('#f-password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The page's path, with what it says about the passkey where it says something. */
async function whereItIs(page: Page): Promise<string> {
  const said = await page
    .locator('[data-passkey] [role="status"], .govuk-error-summary')
    .allInnerTexts()
    .catch(() => [])
  return [new URL(page.url()).pathname, ...said].join(' ').trim()
}

test('a passkey is added, opens the door by itself, and is the second step after a password', async () => {
  const page = await (await open(390)).newPage()
  const { cdp, id } = await device(page)
  await signIn(page, 'sam')
  await page.goto('/account/second-step')
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByLabel('What you call it').fill('My telephone')
  await page.locator('#f-password').fill(password)
  expect(await isWiderThanItsScreen(page)).toBe(false)
  await page.getByRole('button', { name: 'Go on to the passkey' }).click()
  await page.getByRole('button', { name: 'Make the passkey' }).click()
  await page.getByRole('heading', { name: 'Your recovery codes' }).waitFor()
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await page.getByText('My telephone', { exact: true }).waitFor()
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])

  await page.context().clearCookies()
  await page.goto('/sign-in?next=/groups/reading')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  // The page before has this path in its own address.
  await page.waitForURL(url => url.pathname === '/groups/reading')
  await page.context().clearCookies()

  await signIn(page, 'sam')
  await page.getByRole('heading', { name: 'One more step' }).waitFor()
  expect(await page.getByLabel('Code of your app').count()).toBe(0)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  // Where it does not work, what the page says about it is what the test says.
  await expect.poll(() => whereItIs(page), { timeout: 45_000 }).toBe('/')
  await page.goto('/account#second-step')
  await page.getByText('last used on').waitFor()
})

test('a device that does not know its owner opens nothing, and the page says what happened', async () => {
  const page = await (await open(1280)).newPage()
  const { cdp, id } = await device(page)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false })
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('Nothing has happened').waitFor()
  expect(new URL(page.url()).pathname).toBe('/sign-in')
})

test('without JavaScript no passkey is offered, and the other ways remain', async () => {
  const page = await (await open(390, { javaScriptEnabled: false })).newPage()
  await page.goto('/sign-in')
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
  await signIn(page, 'huw')
  await page.waitForURL(url => url.pathname === '/')
})

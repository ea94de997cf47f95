/** Takes the pictures of the help anew, of the played demo as it is now: `npm run pictures`. */
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { helpPictures, pictureSize } from '../../src/help/pictures.js'
import { root } from '../../src/root.js'
import { signIn } from '../browser.js'
import { openDemo } from '../demo/demo-house.js'
import { chromiumPath } from '../finding-chromium.js'

const folder = join(root, 'src/help/pictures')
const screen = { width: 1120, height: 700 }

mkdirSync(folder, { recursive: true })
const demo = await openDemo()
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] })
// A write-up has something to show once somebody has begun it.
await demo.send('/groups/reading/write-up', await demo.signInAs('sadia'), {})
for (const [name, { by, at }] of Object.entries(helpPictures)) {
  const cookie = by ? await demo.signInAs(by) : null
  for (const colorScheme of ['light', 'dark'] as const) {
    const window = await browser.newContext({ viewport: screen, colorScheme, baseURL: demo.address, bypassCSP: true })
    if (cookie) await signIn(window, cookie, demo.address)
    const page = await window.newPage()
    const answer = await page.goto(at)
    if (answer!.status() !== 200) throw new Error(`${at} answered ${answer!.status()} to ${by}`)
    await page.addStyleTag({ content: '.masthead, .tour { display: none !important }' })
    const file = join(folder, `${name}-${colorScheme}.webp`)
    const taken = sharp(await page.screenshot()).resize(pictureSize.width, pictureSize.height)
    writeFileSync(file, await taken.webp({ quality: 72, effort: 6 }).toBuffer())
    process.stdout.write(`${file} ${statSync(file).size} bytes\n`)
    await window.close()
  }
}
await browser.close()
await demo.close()

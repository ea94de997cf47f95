import { expect, test } from 'vitest'
import { putAction } from '../actions/action-world.js'
import { putPiece } from '../claims/claim-world.js'
import { screensOf } from '../browser.js'
import { newWorld } from '../world.js'

const world = newWorld()
const screens = screensOf(world)

const nothing = { judgement: '', confidence: '', whatHappened: '', whyHere: '', forWhom: [], evidence: [] }
const asTyped = (person: string, address: string, fields: Record<string, string | number | string[]>) =>
  world.as(person).post(address, fields).set('Accept', 'application/json')

test('what is typed in a cell is saved before it is a judgement, for the group alone, and told to nobody yet', async () => {
  const action = await putAction(world)
  const address = `/actions/${action.id}/effects/bryn`
  await world.as('kasia').post(`/actions/${action.id}/sharing`)
  const saved = await asTyped('huw', address, { whatHappened: 'Two of them spoke', version: 0 })
  expect(saved.status).toBe(200)
  expect(saved.body).toMatchObject({ version: 1, merged: false, stands: { whatHappened: 'Two of them spoke' } })
  const grid = '/groups/outdoors/evaluation'
  expect((await world.as('maeve').get(grid)).text).toContain('Begun; what difference it made is not chosen yet')
  expect((await world.as('nia').get(grid)).text).not.toContain('Two of them spoke')
  expect((await world.as('nia').get(address)).text).not.toContain('Two of them spoke')
  const told = async () => (await world.history('outdoors')).filter(line => line.did.includes('judged what action'))
  const before = (await told()).length
  await asTyped('huw', address, { judgement: 'made some difference', whatHappened: 'Two of them spoke', version: 1 })
  expect(await told()).toHaveLength(before)
  for (const [version, words] of ['Two of them', 'Two of them spoke first', 'Two spoke first'].entries())
    await asTyped('huw', address, {
      judgement: 'made some difference',
      confidence: 'a hunch',
      whatHappened: words,
      version: version + 2,
    })
  expect(await told()).toHaveLength(before + 1)
  expect((await world.as('nia').get(grid)).text).toContain('Two spoke first')
})

test('two who write in one cell at once are brought together; where both changed the same, nothing is lost', async () => {
  const action = await putAction(world)
  const address = `/actions/${action.id}/effects/bryn`
  const was = { ...nothing, whatHappened: 'They spoke. They sang.' }
  await asTyped('huw', address, { whatHappened: was.whatHappened, version: 0 })
  await asTyped('huw', address, { whatHappened: 'They spoke aloud. They sang.', version: 1 })
  const late = await asTyped('maeve', address, {
    judgement: 'made a clear difference',
    whatHappened: 'They spoke. They sang twice.',
    version: 1,
    was: JSON.stringify(was),
  })
  expect(late.body).toMatchObject({
    merged: true,
    stands: { judgement: 'made a clear difference', whatHappened: 'They spoke aloud. They sang twice.' },
  })
  const clash = await asTyped('huw', address, {
    judgement: 'made things worse',
    whatHappened: 'They spoke. They sang.',
    version: 1,
    was: JSON.stringify(was),
  })
  expect(clash.status).toBe(409)
  const page = await world.as('maeve').get(address)
  expect(page.text).toContain('They spoke aloud. They sang twice.')
})

test('in the grid a cell opens where it is, is saved as it is typed, and closes with Esc; arrows go from cell to cell', async () => {
  const action = await putAction(world)
  const piece = await putPiece(world, { group: 'outdoors', by: 'huw', school: 'bryn', title: 'Six hands by the wall' })
  const page = await screens.page('huw', '/groups/outdoors/evaluation')
  const cell = page.locator(`#effect-${action.id}-bryn`)
  await cell.locator('a[data-cell]').focus()
  await page.keyboard.press('ArrowLeft')
  expect(await page.evaluate(() => document.activeElement?.closest('td')?.id)).toBe(`effect-${action.id}-glanwy`)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await cell.getByLabel('Made some difference').check()
  await cell.getByLabel('What happened?').fill('Four of them spoke by the wall')
  await cell.getByLabel('A hunch').check()
  await cell.getByText('Evidence that shows it').click()
  await cell.getByLabel('Six hands by the wall').check()
  await cell.getByText('Saved at').waitFor()
  await page.keyboard.press('Escape')
  await cell.getByText('Four of them spoke by the wall').waitFor()
  expect(await cell.textContent()).toContain('1 piece shows it')
  expect(await page.evaluate(() => document.activeElement?.closest('td')?.id)).toBe(`effect-${action.id}-bryn`)
  const effect = await world.db
    .selectFrom('effects')
    .innerJoin('effectEvidence', 'effectEvidence.effectId', 'effects.id')
    .select(['judgement', 'confidence', 'evidenceId'])
    .where('actionId', '=', action.id)
    .executeTakeFirstOrThrow()
  expect(effect).toEqual({ judgement: 'made some difference', confidence: 'a hunch', evidenceId: piece.id })
})

test('without a script a cell leads to its form, and the form back to its cell', async () => {
  const action = await putAction(world)
  const window = await screens.windowOf('huw', { javaScriptEnabled: false, width: 390 })
  const page = await window.newPage()
  await page.goto('/groups/outdoors/evaluation')
  await page.locator(`#effect-${action.id}-bryn a`).click()
  await page.getByLabel('Made no difference we could see').check()
  await page.getByLabel('What happened?').fill('The hedge was cut that week')
  await page.getByLabel('Fairly sure').check()
  await page.getByRole('button', { name: 'Save' }).click()
  expect(page.url()).toContain(`/evaluation#effect-${action.id}-bryn`)
  expect(await page.locator(`#effect-${action.id}-bryn`).textContent()).toContain('The hedge was cut that week')
})

import { join } from 'node:path'
import { expect } from 'vitest'
import { root } from '../../src/root.js'
import type { Colleague } from './colleague.js'
import { group, openStage } from './enquiring.js'

/** Evidence on a phone, and what the group claims from it. */

const photo = join(root, 'src/demo/material/files/marked-draft-storm-lantern.jpg')
export const claim = 'Children in Year 4 return to the pages that they chose to have marked.'

export async function logAPhotoFromYourDay(alys: Colleague): Promise<void> {
  await alys.page.goto('/')
  await alys.seesHeading('What did you notice?')
  alys.taps = 0
  const words = alys.page.getByRole('textbox', { name: 'What did you notice?' })
  await alys.tap(words)
  await words.fill('P7 chose this draft to be marked and went back to it twice before lunch.')
  const [chooser] = await Promise.all([
    alys.page.waitForEvent('filechooser'),
    alys.tap(alys.page.getByLabel('A photo, if you have one')),
  ])
  await chooser.setFiles(photo)
  await alys.tap(alys.page.getByRole('button', { name: 'Save, only for me' }))
  await alys.sees('Saved as E1. Only you can see it until you share it.')
  expect(alys.taps).toBeLessThanOrEqual(4)
  expect(await alys.main.getByRole('img').first().getAttribute('alt')).toContain('E1')
}

export async function shareItWithTheGroup(alys: Colleague): Promise<void> {
  await alys.press('Share with the group')
  await alys.sees('is seen by the group')
}

export async function recordConsentForTheNetwork(alys: Colleague): Promise<void> {
  await alys.follow('Say who can be seen')
  await alys.choose('Who can be seen, heard or recognised in it?', /^Pupils$/)
  await sayTheyAgreed(alys, 'the schools of the network')
}

/** On the page about consent: how far they said yes. */
export async function sayTheyAgreed(alys: Colleague, howFar: string): Promise<void> {
  await alys.choose('How far did they agree to be seen?', howFar)
  await alys.fill('Who agreed', 'the parents of P7')
  await alys.press('Write it down')
  await alys.sees('What was agreed for E1 is recorded.')
}

export async function logWhatSpeaksAgainst(sam: Colleague): Promise<void> {
  await sam.page.goto('/')
  const box = sam.page.getByRole('textbox', { name: 'What did you notice?' })
  await box.fill('Nine of eleven who chose nothing did not open the book again all week.')
  const whichGroup = sam.main.getByRole('combobox', { name: 'For' })
  await whichGroup.selectOption(group)
  await sam.press('Save and show my group')
  await sam.sees('Saved as E2. Your group can see it.')
}

export async function showItToTheNetwork(sam: Colleague): Promise<void> {
  await sam.follow('Choose who sees it')
  await sam.choose('Who may see it?', /^Everyone in Hafren/)
  await sam.choose('Needed before it leaves the group', 'Nobody can be seen, heard or recognised in it')
  await sam.press('Show it to them')
  await sam.sees('is seen by everyone in the network')
}

export async function makeAClaim(alys: Colleague): Promise<void> {
  await alys.turnTo('Evidence', 'Claims')
  await alys.follow('Make the first claim')
  await alys.fill('What do you claim?', claim)
  await alys.choose('How sure are you?', /^Fairly sure/)
  await alys.fill('What would change our mind?', 'The same pages untouched in summer')
  await alys.press('Make the claim')
  await alys.sees('C1 is made.')
}

export async function linkForAndAgainst(alys: Colleague): Promise<void> {
  await alys.follow('Link evidence')
  await alys.press(/^For ?: E1/)
  await alys.sees('E1 speaks for C1.')
  await alys.press(/^Against ?: E2/)
  await alys.sees('E2 speaks against C1.')
  await alys.follow('Back to the claim')
  await alys.seesHeading('What speaks for it')
  await alys.seesHeading(/^P7 chose this draft/)
  await alys.seesHeading('What speaks against it')
  await alys.seesHeading(/^Nine of eleven/)
}

export async function sayWhatWeSee(alys: Colleague): Promise<void> {
  await openStage(alys, 'Evidence')
  await alys.write('What do we think we are seeing so far?', 'A chosen page is an owned page.')
  await alys.sees('P7 chose this draft')
}

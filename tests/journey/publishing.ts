import { expect } from 'vitest'
import { allWords, folded, readBack } from '../pdf/reading.js'
import type { Colleague } from './colleague.js'
import { group, question } from './enquiring.js'
import { claim, sayTheyAgreed } from './gathering.js'
import { answer, recommendation } from './trying.js'

/** The write-up and the term's report, each from what was logged to what anybody can read. */

export const term = 'Autumn term 2026'

export async function composeTheWriteUp(alys: Colleague): Promise<void> {
  await alys.turnTo('Write and share', 'Write-up')
  await alys.press('Compose the write-up')
  await alys.sees('The write-up is composed from what you logged.')
  await alys.sees(claim, recommendation)
}

export async function beRefused(alys: Colleague): Promise<void> {
  await alys.seesHeading('in the way of publishing')
  await alys.follow('Open the publication check')
  await alys.seesHeading('Publication check')
  await alys.sees('The people in E1 agreed to be seen only within the network.')
  await alys.sees('E1 is shared with the group only, not with the network.')
  await alys.sees('A picture in E1 has no description for those who cannot see it.')
  expect(await alys.main.getByRole('link', { name: 'Submit the write-up' }).count()).toBe(0)
}

export async function mendIt(alys: Colleague): Promise<void> {
  await mendWhat(alys)
  await sayTheyAgreed(alys, 'anyone, in published work')

  await alys.follow('Choose who sees it')
  await alys.choose('Who may see it?', /^Everyone in Hafren/)
  await alys.press('Show it to them')
  await alys.sees('is seen by everyone in the network')

  await alys.follow('Describe the picture')
  await alys.fill('What the picture shows', 'A pencilled draft about a storm lantern, with two rounds of green marks')
  await alys.press('Save the description')
  await alys.sees('The description is saved.')
}

/** The publication check leads to where each thing can be mended. */
async function mendWhat(alys: Colleague): Promise<void> {
  await alys.follow('Record who agreed to be seen in E1')
  await alys.seesHeading('Who agreed to be seen')
}

export async function submitTheWriteUp(alys: Colleague): Promise<void> {
  await alys.follow('Back to E1')
  await alys.follow(`All the evidence of ${group}`)
  await alys.turnTo('Write and share', 'Write-up')
  await alys.seesHeading('Clear to be submitted')
  await alys.press('Bring in what is new')
  await alys.seesHeading('Clear to be submitted')
  await alys.follow('Submit the write-up')
  await alys.sees('You can take it back until it is approved.')
  await alys.press('Submit the write-up')
  await alys.sees('The write-up is submitted.')
}

export async function approveTheWriteUp(nia: Colleague): Promise<void> {
  await nia.follow(new RegExp(`^Read and decide.*${group}`))
  await nia.sees(claim)
  await nia.press('Approve and publish')
  await nia.sees('Edition 1 is published.')
}

export async function readThePublishedWriteUp(reader: Colleague): Promise<void> {
  await reader.page.goto('/')
  await reader.follow('Read what groups have found out')
  await reader.seesHeading('Published work')
  await reader.follow(new RegExp(`^${question.slice(0, 30)}`))
  await reader.seesHeading(question)
  await reader.sees(claim, recommendation, answer, 'Made some difference')
  await seesPicture(reader, /storm lantern/)
  await holdsAsPdf(reader, [question, claim, recommendation])
}

/** Pictures far down a page are fetched when a reader comes near them. */
async function seesPicture(reader: Colleague, shows: RegExp): Promise<void> {
  const picture = reader.page.getByRole('img', { name: shows }).first()
  const drawn = await picture.evaluate((img: HTMLImageElement) => {
    img.scrollIntoView()
    return img.decode().then(() => img.naturalWidth)
  })
  expect(drawn).toBeGreaterThan(300)
}

async function holdsAsPdf(reader: Colleague, words: string[]): Promise<void> {
  const { type, bytes } = await reader.download('Download the PDF')
  expect(type).toContain('application/pdf')
  expect(bytes.subarray(0, 4).toString()).toBe('%PDF')
  const said = folded(allWords(await readBack(bytes)))
  for (const one of words) expect(said).toContain(folded(one))
}

export async function sendTheShortReport(alys: Colleague): Promise<void> {
  await alys.turnTo('Write and share', 'Term reports')
  await alys.follow(term)
  await alys.sees('These words come from what your group logged this term.')
  await alys.write('What we learned', 'A page that was chosen is read twice.')
  await alys.fill('Release time used this term, in days', '1.5')
  await alys.press('Send to the network leader')
  await alys.sees('The report is with the network leader.')
}

export async function composeTheTermlyReport(nia: Colleague): Promise<void> {
  await nia.goTo('Network')
  await nia.turnTo('Reports')
  await nia.follow(term)
  await nia.seesHeading(`Termly report, ${term}`)
  const groups = nia.main.getByRole('listitem').filter({ has: nia.page.getByRole('heading', { name: group }) })
  await groups.getByText(/^sent on/).waitFor()
  await nia.write('Introduction', 'A term in which children chose what we read.')
  await nia.press('Submit for approval')
  await nia.sees('The report waits for a second person')
}

export async function approveTheTermlyReport(rhian: Colleague): Promise<void> {
  await rhian.follow(new RegExp(`^Read and decide.*${term}`))
  await rhian.sees('You approve exactly what you read here')
  await rhian.sees('A term in which children chose what we read.', 'A page that was chosen is read twice.')
  await rhian.press('Approve and publish')
  await rhian.sees('The report is published.')
}

export async function readTheTermlyReport(reader: Colleague): Promise<void> {
  await reader.page.goto('/')
  await reader.follow('Read what groups have found out')
  await reader.sees('2 pieces of work')
  const feed = await reader.download('Follow it as a feed')
  expect(feed.type).toContain('xml')
  expect(feed.bytes.toString()).toContain('<feed')
  expect(feed.bytes.toString()).toContain(term)
  await reader.main.getByRole('heading', { name: term }).getByRole('link').click()
  await reader.sees('A term in which children chose what we read.', 'A page that was chosen is read twice.')
  await reader.sees(recommendation)
  await holdsAsPdf(reader, ['A term in which children chose what we read.', 'A page that was chosen is read twice.'])
}

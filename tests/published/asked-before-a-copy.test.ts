import { beforeAll, expect, test } from 'vitest'
import { allWords, readBack } from '../pdf/reading.js'
import { newWorld } from '../world.js'
import { answersOffered } from './answering-as-offered.js'
import { documentWith, editionOf, heading, said } from './publishing.js'

// Before an anonymous copy is made, whoever makes it says what stands at its head: nothing there is changed or kept silently.

const world = newWorld()
const work = '/published/write-ups/who-chooses'

beforeAll(async () => {
  const parts = [heading('What Weir Lane saw'), said('Sam O’Neill counted.'), heading('What we found'), said('Covers.')]
  const titlePage = {
    heading: 'Who chooses the book at Weir Lane Primary?',
    subtitle: 'Polish is for the car',
    lines: ['By Sadia Rahman and Sam O’Neill', 'Reading by choice, Hafren Learning Network', 'Since 5 March 2026'],
  }
  await editionOf(world, 1, documentWith(parts, { title: 'Polish is for the car', titlePage }))
})

test('it is said which names stand in title, question and headings, and where; the title and the group are asked for', async () => {
  const page = (await world.as('sadia').get(`${work}/anonymous?edition=1`).expect(200)).text
  expect(page).toContain('Before the copy is made')
  expect(page).toContain('What stands largest on its first page names Weir Lane Primary: “Who chooses the book')
  expect(page).toContain('A heading names Weir Lane: “What Weir Lane saw”')
  expect(page).not.toContain('“What we found”')
  expect(page).toContain('Published as “Polish is for the car”.')
  expect(page).toContain('Published as “Reading by choice”.')
  expect(page).not.toContain('counted.')
  const offered = await answersOffered(world, 'sadia', work)
  expect(offered.get('title')).toBe('Write-up of an enquiry group')
  expect(offered.get('group')).toBe('An enquiry group')
  expect(offered.get('question')).toMatch(/^Who chooses the book at School [A-Z]\?$/)
})

test('until it is answered there is no copy, and an answer that names somebody is asked for again', async () => {
  const asked = await world.as('sadia').get(`${work}/anonymous.pdf?edition=1`).expect(303)
  expect(asked.headers.location).toBe(`${work}/anonymous?edition=1`)
  const answers = await answersOffered(world, 'sadia', work)
  answers.set('title', 'What Sam O’Neill found')
  answers.set('group', '')
  const page = await world.as('sadia').get(`${work}/anonymous?${answers.toString()}`).expect(422)
  expect(page.text).toContain('The title: this still names Sam O’Neill')
  expect(page.text).toContain('The group: say what stands there in the copy')
  await world.as('sadia').get(`${work}/anonymous.pdf?${answers.toString()}`).expect(303)
})

test('the copy has what was answered in all these places, and leads to the original by none', async () => {
  const answers = await answersOffered(world, 'sadia', work)
  answers.set('title', 'Books & languages')
  answers.set('group', 'Nine colleagues')
  const page = (await world.as('sadia').get(`${work}/anonymous?${answers.toString()}`).expect(200)).text
  const article = page.slice(page.indexOf('<article'), page.indexOf('</article>'))
  expect(article).toContain('Books &amp; languages')
  expect(article).toContain('Nine colleagues, a network of schools')
  const pdf = /href="([^"]+anonymous\.pdf[^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&')
  const answer = await world.as('sadia').get(pdf).buffer(true)
  const reading = await readBack(new Uint8Array(answer.body as Buffer))
  for (const told of [article, allWords(reading)])
    for (const name of ['Polish is for the car', 'Reading by choice', 'Weir', 'Hafren', 'Neill'])
      expect(told).not.toContain(name)
  expect(page).toMatch(/<a href="[^"]*&amp;again">Change its title and headings/)
  const again = await world.as('sadia').get(`${work}/anonymous?${answers.toString()}&again`).expect(200)
  expect(again.text).toMatch(/name="group"[^>]*>\s*Nine colleagues/)
})

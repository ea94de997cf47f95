import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { answersOffered } from './answering-as-offered.js'
import { documentWith, editionOf, said } from './publishing.js'

// A published work keeps the names of its day. Whoever takes an anonymous copy of it later reads none of them.

const world = newWorld()
const work = '/published/write-ups/who-chooses'

async function copy(): Promise<string> {
  const answers = await answersOffered(world, 'sadia', work)
  const page = (await world.as('sadia').get(`${work}/anonymous?${answers.toString()}`).expect(200)).text
  return page.slice(page.indexOf('<article'), page.indexOf('</article>'))
}

test('neither the names of its day nor those of closed accounts are in a copy', async () => {
  const [weir, sam, rhys] = ['Weir Lane Primary', 'Sam O’Neill', 'Rhys Gittins']
  const document = documentWith(
    [
      said(`${sam} of ${weir} asked first, and Ms Gittins wrote it down at St. Aelhaearn’s.`),
      said(`Weir Lane is near. ${rhys} agreed.`),
      said(`${weir} is to be called Blessed Edward Academy.`),
    ],
    {
      titlePage: { heading: 'Who chooses the book?', lines: [`By ${sam} and ${rhys}`, `${weir} and St. Aelhaearn’s`] },
      authors: [{ name: sam, school: weir }, { name: rhys }],
      schools: [weir, 'St. Aelhaearn’s RC Primary'],
      publisher: 'Severn Schools Together',
    },
  )
  await editionOf(world, 1, document)
  await editionOf(world, 2, documentWith([said('Anew.')]))
  const { name } = await world.db
    .selectFrom('schools')
    .select('name')
    .where('id', '=', 'weir')
    .executeTakeFirstOrThrow()
  expect(name).toBe(weir)
  await world
    .as('nia')
    .post('/networks/hafren/schools/weir', { name: 'Blessed Edward Academy', phase: 'primary' })
    .expect(303)
  await world.as('sam').post('/account/name', { name: 'Sam Thistlewood' }).expect(303)

  const text = await copy()
  for (const gone of ['Weir', 'Neill', 'Sam ', 'Gittins', 'Rhys', 'Aelhaearn', 'Severn', 'Edward', 'Thistlewood'])
    expect(text, gone).not.toContain(gone)
  expect(text).toMatch(/(Colleague [A-Z]|[Ll]ead learner) of School [A-Z] asked first, and Colleague [A-Z] wrote/)
  expect(text).toMatch(/(School [A-Z]) is to be called \1\./)
})

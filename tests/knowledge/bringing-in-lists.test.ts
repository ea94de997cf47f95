import { expect, test } from 'vitest'
import { readList } from '../../src/knowledge/reading/read-list.js'
import { cslOf } from '../../src/knowledge/references/work.js'
import { bibtexOf } from '../../src/knowledge/writing/bibtex.js'
import { risOf } from '../../src/knowledge/writing/ris.js'
import { newWorld } from '../world.js'
import { bibtex, ris } from './reference-lists.js'

const world = newWorld()
const send = (list: string, as = 'sadia') => world.as(as).send('/groups/talk/knowledge/imports').field('list', list)

test('what is broken is told by its line, and what is whole is kept', async () => {
  const found = (await readList(bibtex))!
  expect(found.entries.map(({ key, work }) => [key, work.title])).toEqual([
    ['black1998', 'Inside the Black Box'],
    ['guyau2011', 'L’école lue'.replace('’', "'")],
    ['dfe', 'Reading <script>alert(1)</script> framework'],
  ])
  expect(found.entries[1]!.work).toMatchObject({
    author: [{ family: 'Guyé', given: 'René' }],
    DOI: '10.1234/abc.5',
    'container-title': 'Studies in Education',
  })
  expect(found.entries[2]!.work).toMatchObject({
    author: [{ literal: 'Department for Education' }],
    accessed: [2026, 3, 5],
  })
  expect(found.mistakes).toEqual([
    'Line 4: the entry “broken” could not be read. Look for a missing bracket or comma.',
    'Line 5: the entry “untitled” has no title.',
  ])
})

test('RIS is read entry by entry too', async () => {
  const found = (await readList(ris))!
  expect(found.entries.map(one => one.work)).toMatchObject([
    { type: 'chapter', title: 'Darllen yn Nhŷ Coch', author: [{ family: 'Prŷs', given: 'Llinos' }], page: '11–24' },
  ])
  expect(found.mistakes).toEqual([
    'Line 12: the entry has no title.',
    'Line 17: the entry does not end: ER is missing.',
  ])
})

test('a list in any of the three formats, written and read again, is the same', async () => {
  const works = [...(await readList(bibtex))!.entries, ...(await readList(ris))!.entries].map((one, place) => ({
    key: one.key || `entry${place}`,
    work: { ...one.work, title: one.work.title.replace(/<[^>]*>/g, '') },
  }))
  works.push({
    key: 'odd',
    work: { type: 'book', title: '50% & more_or #less', author: [{ family: '王', given: '小明' }], issued: [2020] },
  })
  const csl = JSON.stringify(works.map(({ work, key }) => cslOf(work, key)))
  const bare = (list: { key: string; work: object }[]) => list.map(({ key, work }) => ({ key, work }))
  expect(bare((await readList(csl))!.entries)).toEqual(works)
  expect(bare((await readList(bibtexOf(works)))!.entries)).toEqual(works)
  const again = (await readList(risOf(works)))!
  expect(again.mistakes).toEqual([])
  expect(again.entries.map(({ key, work }) => [key, work.title, work.issued?.[0]])).toEqual(
    works.map(({ key, work }) => [key, work.title, work.issued?.[0]]),
  )
})

test('a list is looked at before it is added; what the group has is known by its DOI or by title and year', async () => {
  const gwen = world.as('gwen')
  const sent = await send(bibtex, 'gwen')
  expect(sent.status).toBe(303)
  const preview = await gwen.get(sent.headers.location as string)
  expect(preview.text).toContain('3 new, 0 that you have')
  expect(preview.text).toContain('&lt;script&gt;')
  expect(preview.text).not.toContain('<script>alert')
  expect((await world.as('bilal').get(sent.headers.location as string)).status).toBe(404)
  expect((await gwen.get('/groups/talk/knowledge')).text).toContain('No references yet')
  await gwen.post(sent.headers.location as string, { leaveOut: '2' })
  const list = await gwen.get('/groups/talk/knowledge')
  expect(list.text).toContain('[@black1998]')
  expect(list.text).not.toContain('framework')

  const again = await send(
    '[{"title":"Inside the black  box","issued":{"date-parts":[["1998"]]}},{"title":"Other","DOI":"10.1234/ABC.5"},{"title":"New"}]',
    'gwen',
  )
  const second = await gwen.get(again.headers.location as string)
  expect(second.text).toContain('1 new, 2 that you have')
  expect(second.text).toContain('the same DOI')
  await gwen.post(again.headers.location as string)
  expect((await gwen.get('/groups/talk/knowledge.json')).body).toHaveLength(3)
})

test('what is no list, empty, or made to harm, is answered with a sentence', async () => {
  expect((await send('Dear all, please read Wiliam.', 'gwen')).text).toContain('none of BibTeX, RIS and CSL-JSON')
  expect((await send('', 'gwen')).text).toContain('Paste a list, or choose a file')
  expect((await send('[{"__proto__":{"title":"x"},"constructor":{"prototype":{"y":1}}}]', 'gwen')).status).toBe(422)
  expect(({} as Record<string, unknown>).title).toBeUndefined()
  expect((await send(`@book{${'{'.repeat(100_000)}`, 'gwen')).status).toBe(422)
  expect((await send(`@book{__proto__, title={${'\\'.repeat(30_000)}}}`, 'gwen')).status).toBeLessThan(500)
  expect((await send('x'.repeat(2_200_000), 'gwen')).text).toContain('larger than 2 MB')
  expect((await send(bibtex, 'nia')).status).toBe(403)
  expect((await send(bibtex, 'ruth')).status).toBe(404)
})

test('a thousand entries are read, shown and added together', async () => {
  const entries = Array.from(
    { length: 1000 },
    (_, at) => `@article{many${at}, author={Rees, Ann}, title={Number ${at}}, year={2001}, journal={J}}`,
  )
  const sent = await send(entries.join('\n'), 'gwen')
  const preview = await world.as('gwen').get(sent.headers.location as string)
  expect(preview.text).toContain('1,000 entries in BibTeX')
  await world.as('gwen').post(sent.headers.location as string)
  const { body } = (await world.as('gwen').get('/groups/talk/knowledge.json')) as { body: { 'citation-key': string }[] }
  expect(new Set(body.map(one => one['citation-key'])).size).toBe(body.length)
  expect(body.length).toBeGreaterThan(1000)
}, 60_000)

test('a talk takes what its proceedings say, wherever these stand in the list', async () => {
  const found = (await readList(String.raw`
@inproceedings{talk, author={Rees, Ann}, title={Talk first}, pages={3--9}, crossref={Proc}}
@xdata{press, publisher={Gwasg y Bryn}, location={Bala}}
@proceedings{proc, title={Proceedings of the day}, year={2003}, editor={Lee, Bo}, xdata={press}, doi={10.1234/whole}}`))!
  expect(found.mistakes).toEqual([])
  expect(found.entries[0]!.work).toMatchObject({
    title: 'Talk first',
    'container-title': 'Proceedings of the day',
    editor: [{ family: 'Lee', given: 'Bo' }],
    issued: [2003],
  })
  expect(found.entries[0]!.work.DOI).toBeUndefined()
  expect(found.entries[1]!.work.publisher).toBe('Gwasg y Bryn')
})

test('letters that LaTeX writes as commands are read as letters', async () => {
  const found = (await readList(
    String.raw`@book{k, title={Sm{\aa} m\'{\i}nud \'\i{} na{\"\i}ve \ldots}, author={{\AA}berg, J{\o}rgen}, year={2001}}`,
  ))!
  expect(found.entries[0]!.work).toMatchObject({
    title: 'Små mínud í naïve …',
    author: [{ family: 'Åberg', given: 'Jørgen' }],
  })
})

test.each([
  ['@article{title={No key}, author={Rees, Ann}, year={2001}}', 'No key'],
  ['@article{, title={Empty key}, author={Rees, Ann}, year={2001}}', 'Empty key'],
  ['@book{two words, title={Spaces in its key}, author={Rees, Ann}, year={2001}}', 'Spaces in its key'],
])('an entry without a key as others know it is read: %s', async (list, title) => {
  const found = (await readList(list))!
  expect([found.entries.map(one => one.work.title), found.mistakes]).toEqual([[title], []])
})

test('RIS with one space in its tags is read, and of two years the first counts and the second is named', async () => {
  const found = (await readList('TY - JOUR\nTI - One space\nAU - Rees, Ann\nPY - 2001\nPY - 2002/05\nER -\n'))!
  expect(found.entries[0]!.work).toMatchObject({ type: 'article-journal', title: 'One space', issued: [2001] })
  expect(found.mistakes).toEqual(['Line 5: a second PY, “2002/05”, is left out; the first one counts.'])
})

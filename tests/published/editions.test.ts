import { expect, test } from 'vitest'
import { newWorld } from '../world.js'
import { documentWith, editionOf, heading, said } from './publishing.js'
import { readBack, allWords } from '../pdf/reading.js'

const world = newWorld()
const work = '/published/write-ups/who-chooses'
const first = [
  heading('In short'),
  said('Children take what faces outwards.'),
  heading('What we found'),
  said('Eleven seconds.'),
  said('They read what a friend has read.'),
  heading('Thanks'),
  said('The caretakers.'),
]
const second = [
  heading('In short'),
  said('Children take whatever faces outwards.'),
  heading('Thanks'),
  said('The caretakers.'),
  heading('What we found'),
  said('Eleven seconds.'),
  said('They read what a friend has read.'),
  heading('What did not work'),
  said('The chart.'),
]

test('an earlier edition says that a newer one has taken its place, and the newest that it is current', async () => {
  await editionOf(world, 1, documentWith(first))
  await editionOf(world, 2, documentWith(second), { reason: 'A word was too sure.' })
  const old = await world.stranger.get(`${work}?edition=1`)
  expect(old.text).toContain('This is edition 1. Edition 2 is newer')
  expect(old.text).toContain('A word was too sure.')
  expect(old.text).toContain(`<link rel="canonical" href="http://localhost:3000${work}">`)
  const newest = await world.stranger.get(work)
  expect(newest.text).toContain('It is the current one.')
  expect(newest.text).toContain('<strong>New in this edition:</strong> A word was too sure.')
  expect((await world.stranger.get('/published')).text).toContain('Edition 2: A word was too sure.')
  expect((await world.stranger.get(`${work}?edition=7`)).status).toBe(404)
})

test('a PDF says its edition, its date and the address at which it stands whether it is current', async () => {
  const pdf = await world.stranger
    .get(`${work}.pdf?edition=1`)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => done(null, Buffer.concat(chunks)))
    })
  const words = allWords(await readBack(pdf.body as Buffer)).replace(/\s+/g, ' ')
  expect(words).toContain('Edition 1, 1 February 2026')
  expect(words.replace(/ /g, '')).toContain(`http://localhost:3000${work}?edition=1`)
})

test('two editions stand beside one another, part by part, in words and marks', async () => {
  const page = await world.stranger.get(`${work}/compare`)
  expect(page.status).toBe(200)
  const parts = Object.fromEntries(
    page.text
      .split('<section class="compared-part"')
      .slice(1)
      .map(part => [/<h2>([^<]+)/.exec(part)![1]!, part]),
  )
  expect(parts['As before']).toContain('Title page')
  expect(parts['In short']).toContain('changed')
  expect(parts['In short']).toMatch(/<del class="diff">.*taken out: .*\[− <\/span>what<span/s)
  expect(parts['In short']).toMatch(/<ins class="diff">.*new: .*\[\+ <\/span>whatever<span/s)
  expect(parts['What did not work']).toContain('>new<')
  expect('Thanks' in parts !== 'What we found' in parts).toBe(true)
  const back = await world.stranger.get(`${work}/compare?from=2&to=1`)
  expect(back.text).toContain('taken out</span>')
})

test('what was asked for in vain is compared as it can be, and odd addresses are no mistake of ours', async () => {
  for (const query of ['?from=9&to=x', '?from=%00&to=%00', '?from=1&from=2', '?edition=%F0%9F'])
    expect([200, 400, 404]).toContain((await world.stranger.get(`${work}/compare${query}`)).status)
  for (const address of [
    '/published?page=-1&words=%00%00',
    '/published?words=%22%28%29*%3A%5E&school[]=x&theme=%27--',
    `/published?words=${'a'.repeat(3000)}`,
    '/published/browse?x=1',
  ])
    expect((await world.stranger.get(address)).status).toBe(200)
  for (const address of [
    '/published/write-ups/%00',
    '/published/write-ups/..%2f..%2fetc',
    '/published/constructor/who-chooses',
    `${work}/citation.exe`,
    '/published/files/%00/%00',
  ])
    expect((await world.stranger.get(address)).status).toBe(404)
})

test('it is cited in Harvard, BibTeX and RIS, whatever stands in its title', async () => {
  const title = 'Fish & {chips}: 100% "fun"_\\x'
  const document = documentWith([said('Words.')], { title })
  await editionOf(world, 1, document, { ofId: 'odd', slug: 'odd' })
  const page = await world.stranger.get('/published/write-ups/odd')
  expect(page.text).toContain('Rahman, S. and O’Neill, S. (2026)')
  const bibtex = await world.stranger.get('/published/write-ups/odd/citation.bib')
  expect(bibtex.headers['content-disposition']).toContain('odd-1.bib')
  expect(bibtex.text).toContain('author = {Rahman, Sadia and O’Neill, Sam}')
  expect(bibtex.text).toContain('title = {Fish \\& chips: 100\\% "fun"\\_\\textbackslash{}x}')
  const ris = await world.stranger.get('/published/write-ups/odd/citation.ris').buffer(true)
  const lines = String(ris.text ?? ris.body).split('\r\n')
  expect(lines[0]).toBe('TY  - RPRT')
  expect(lines).toContain('AU  - O’Neill, Sam')
  expect(lines).toContain(`TI  - ${title}`)
  expect(lines).toContain('ER  - ')
})

test('what machines read of a page is one piece of JSON, and no markup in a title ends it', async () => {
  const title = '</script><script>alert(1)</script>'
  await editionOf(world, 1, documentWith([said('Words.')], { title }), { ofId: 'sly', slug: 'sly' })
  const { text, headers } = await world.stranger.get('/published/write-ups/sly')
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)![1]!
  expect(JSON.parse(data)).toMatchObject({ '@type': 'Report', name: title, version: '1', inLanguage: 'en-GB' })
  expect(text).not.toContain('<script>alert')
  expect(text).toContain('<meta property="og:title" content="&lt;/script&gt;')
  expect(headers['content-security-policy']).toContain("default-src 'self'")
})

test('the sitemap holds what is published and nothing else; robots are told of no other place', async () => {
  const { text } = await world.stranger.get('/sitemap.xml').buffer(true)
  expect(text).toContain(`<loc>http://localhost:3000${work}</loc>`)
  expect(text).not.toMatch(/groups|networks|invitations|evidence/)
  const robots = (await world.stranger.get('/robots.txt')).text
  expect(robots).toContain('Disallow: /\n')
  expect(robots).toContain('Sitemap: http://localhost:3000/sitemap.xml')
  expect(robots).not.toMatch(/invitations|password|join|networks/)
})

test('what was withdrawn leaves its marker, at the page and at the PDF, and a new edition stands beside it', async () => {
  await world.as('nia').post(`${work}/withdrawal`, { because: 'A number was wrong.' }).expect(303)
  for (const address of [work, `${work}.pdf`, `${work}?edition=1`, `${work}/citation.bib`, `${work}/compare`]) {
    const gone = await world.stranger.get(address)
    expect(gone.status).toBe(410)
    expect(gone.text).toContain('A number was wrong.')
    expect(gone.text).toContain('content="noindex"')
    expect(gone.text).not.toContain('Eleven seconds')
  }
  expect((await world.stranger.get('/sitemap.xml').buffer(true)).text).not.toContain('who-chooses')
  await editionOf(world, 3, documentWith(second), { reason: 'The number is right now.' })
  expect((await world.stranger.get(work)).text).toContain('Withdrawn on')
  const earlier = await world.stranger.get(`${work}?edition=1`)
  expect(earlier.status).toBe(410)
  expect(earlier.text).toContain('Read edition 3')
})

test('many works stand on several pages, and their shelves are still the whole library’s', async () => {
  for (let at = 0; at < 300; at++)
    await editionOf(world, 1, documentWith([said(`Work ${at}`)], { title: `Work number ${at}` }), {
      ofId: `many-${at}`,
      slug: `many-${at}`,
      on: '2025-11-01',
    })
  const page = await world.stranger.get('/published?page=20')
  expect(page.status).toBe(200)
  expect(page.text.match(/class="library-work/g)!.length).toBe(12)
  expect(page.text).toContain('aria-label="Page 26"')
  for (const beyond of ['4000', '99999999999999999999'])
    expect((await world.stranger.get(`/published?page=${beyond}`)).headers.location).toBe('/published?page=26')
  expect((await world.stranger.get('/published/browse')).text).toContain('Autumn term 2025')
})

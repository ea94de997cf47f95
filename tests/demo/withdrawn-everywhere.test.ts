import mammoth from 'mammoth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { written } from '../../src/names/written.js'
import { allWords, folded, readBack } from '../pdf/reading.js'
import { openDemo, type DemoHouse } from './demo-house.js'

// One piece of the demo is quoted in published work. It is withdrawn, and then its words are looked for again wherever
// they stood: on pages, in documents of every form, in lists to take away and in the search.

const words = 'they said talk normal'

let demo: DemoHouse
beforeAll(async () => void (demo = await openDemo()), 120_000)
afterAll(() => demo.close())

test('what is withdrawn is at once nowhere any more, in no form, for nobody, and each line of its list leads somewhere', async () => {
  const { db } = demo.house
  const piece = await db
    .selectFrom('evidence')
    .select(['id', 'loggedBy'])
    .where('whatWeSaw', 'like', written(`%${words}%`))
    .executeTakeFirstOrThrow()
  const readers = new Map([['a stranger', '']])
  for (const person of ['eleri', piece.loggedBy, 'nia']) readers.set(person, await demo.signInAs(person))

  const said = new Map<string, string[]>()
  for (const [reader, cookie] of readers) said.set(reader, await saying(cookie, await addressesFor(cookie, piece.id)))
  const kinds = [...said.values()].flat().map(address => /\.(\w+)$/.exec(address.split('?')[0]!)?.[1] ?? 'page')
  expect([...new Set(kinds)].sort()).toEqual(expect.arrayContaining(['csv', 'docx', 'page', 'pdf']))
  for (const reader of readers.keys()) expect(said.get(reader), reader).not.toEqual([])
  expect(said.get('eleri')).toContain(searched)

  const withdrawn = await demo.send(`/evidence/${piece.id}/withdrawal`, readers.get(piece.loggedBy)!, {
    reason: 'Asked for by those in it.',
  })
  const list = withdrawn.headers.get('location')!
  expect(list).toMatch(/^\/withdrawals\//)
  for (const [reader, cookie] of readers) {
    expect(await saying(cookie, said.get(reader)!), reader).toEqual([])
    expect(await saying(cookie, await addressesFor(cookie, piece.id)), reader).toEqual([])
  }

  const cookie = readers.get('eleri')!
  const page = await (await demo.ask(list, cookie)).text()
  const main = /<main[\s\S]*<\/main>/.exec(page)![0]
  const ways = [...main.matchAll(/href="(\/[^"]+)"/g)].map(([, way]) => way!)
  expect(main).toContain('/published/write-ups/polish-is-for-the-car')
  for (const way of ways) expect((await demo.ask(way, cookie)).status, way).toBeLessThan(400)
}, 900_000)

const searched = '/search?q=talk+normal'

/** Where the words may stand for this reader: what these pages lead to, and the pages themselves. */
async function addressesFor(cookie: string, piece: string): Promise<string[]> {
  const from = ['/published', '/published/write-ups/polish-is-for-the-car', `/evidence/${piece}`]
  const group = ['evidence', 'claims', 'claims/map', 'actions', 'evaluation', 'recommendations', 'write-up', 'copies']
  const pages = [...from, '/groups/bilingual', ...group.map(page => `/groups/bilingual/${page}`), searched]
  const found = new Set(pages)
  for (const page of pages) {
    const answer = await demo.ask(page, cookie)
    if (!answer.ok || !isHtml(answer)) continue
    for (const [, way] of (await answer.text()).matchAll(/href="(\/[^"#]+)"/g))
      if (!/^\/(assets|sign-|log)/.test(way!)) found.add(way!.replaceAll('&amp;', '&'))
  }
  return [...found]
}

async function saying(cookie: string, addresses: string[]): Promise<string[]> {
  const says: string[] = []
  for (const address of addresses) {
    const answer = await demo.ask(address, cookie)
    if (answer.ok && folded(await wordsOf(address, answer)).includes(folded(words))) says.push(address)
  }
  return says
}

async function wordsOf(address: string, answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (isHtml(answer)) return bytes.toString().replace(/<[^>]*>/g, '')
  if (address.includes('.docx')) return (await mammoth.extractRawText({ buffer: bytes })).value
  if (answer.headers.get('content-type')?.includes('pdf')) return allWords(await readBack(bytes))
  return bytes.toString()
}

function isHtml(answer: Response): boolean {
  return answer.headers.get('content-type')?.startsWith('text/html') ?? false
}

import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { allWords, readBack } from '../pdf/reading.js'
import { newWorld } from '../world.js'
import { answersOffered } from './answering-as-offered.js'
import { documentWith, editionOf, heading, said } from './publishing.js'

const world = newWorld()
const work = '/published/write-ups/who-chooses'
const unasked = `${work}/anonymous.pdf?edition=1`
const copyFor = async (person: string) =>
  `${work}/anonymous.pdf?${(await answersOffered(world, person, work)).toString()}`

async function namesOfTheCast(): Promise<string[]> {
  const people = await world.db.selectFrom('people').select('name').execute()
  const schools = await world.db.selectFrom('schools').select('name').where('networkId', '=', 'hafren').execute()
  const networks = await world.db.selectFrom('networks').select('name').execute()
  return [...people, ...schools, ...networks].map(row => row.name)
}

async function known(): Promise<string[]> {
  const rows = await world.db
    .selectFrom('people')
    .innerJoin('networkRoles', 'networkRoles.personId', 'people.id')
    .select('people.name')
    .distinct()
    .where('networkRoles.networkId', '=', 'hafren')
    .execute()
  return rows.map(row => row.name)
}

async function pdfOf(person: string): Promise<Buffer> {
  const answer = await world
    .as(person)
    .get(await copyFor(person))
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => done(null, Buffer.concat(chunks)))
    })
  expect(answer.status).toBe(200)
  expect(answer.headers['content-disposition']).toContain('anonymous-copy.pdf')
  return answer.body as Buffer
}

/** Every byte of the file as it lies there, and as it is where it was pressed together. */
function everything(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: word }) => {
    const from = index + word.length
    const bytes = pdf.subarray(from, raw.indexOf('endstream', from))
    try {
      return inflateSync(bytes, { finishFlush: 2 }).toString('latin1')
    } catch {
      return ''
    }
  })
  const all = [raw, ...streams].join('\n')
  // Strings stand as two bytes a letter, as hexadecimal digits, or as letters.
  const hexed = all.replace(/<([0-9A-Fa-f\s]{4,})>/g, (_, digits: string) =>
    Buffer.from(digits.replace(/\s/g, ''), 'hex').toString('latin1'),
  )
  return `${all}\n${hexed}`.replace(/\0/g, '')
}

test('no name of the cast is anywhere in the file, however it is written', async () => {
  const names = await namesOfTheCast()
  const people = await known()
  const picture = { id: 'porch', width: 400, height: 300 }
  await world.db
    .insertInto('files')
    .values({
      ...{ id: 'porch', kind: 'image', name: 'Nia Prŷs.jpg', mediaType: 'image/jpeg', bytes: 10, sha256: 'x' },
      ...{ storedAs: 'porch', smallAs: 'porch', thumbnailAs: null, middleAs: null, width: 400, height: 300 },
      ...{ uploadedBy: 'nia', uploadedAt: '2026-01-01T10:00:00.000Z', erasedAt: null },
    })
    .execute()
  const parts = names.flatMap((name, at) => [
    heading(`What ${name} saw`),
    said(`${name} said so. ${name.toUpperCase()}’s words, and ${name.replace(/ /g, '-')} too.`),
    ...(at % 7 === 0
      ? [
          { kind: 'code' as const, text: `// ${name}` },
          {
            kind: 'figure' as const,
            picture,
            alt: `${name} in the porch`,
            caption: [{ kind: 'text' as const, text: name }],
          },
          {
            kind: 'table' as const,
            head: [[{ kind: 'text' as const, text: name }]],
            rows: [[[{ kind: 'strong' as const, inlines: [{ kind: 'text' as const, text: name }] }]]],
            alignment: [null],
          },
          {
            kind: 'paragraph' as const,
            inlines: [
              {
                kind: 'link' as const,
                href: `https://example.org/${encodeURIComponent(name)}`,
                title: name,
                inlines: [{ kind: 'text' as const, text: 'a page' }],
              },
              {
                kind: 'link' as const,
                href: '/networks/hafren',
                inlines: [{ kind: 'text' as const, text: 'our network' }],
              },
            ],
          },
          {
            kind: 'quotation' as const,
            blocks: [said(name)],
            source: { label: 'E1', title: name, href: '#evidence-e1', by: name },
          },
        ]
      : []),
  ])
  const document = documentWith([said('Write to nia.prys@schools.example at once.'), ...parts], {
    title: `What ${people[0]} found out`,
    titlePage: {
      heading: `What ${people[0]} found out`,
      subtitle: `With ${people[1]}`,
      lines: [`By ${people.join(', ')}`, names.join(', ')],
    },
  })
  await editionOf(world, 1, document)
  const pdf = await pdfOf('nia')
  const words = allWords(await readBack(pdf))
  const bytes = everything(pdf)
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const local = await world.db.selectFrom('schools').select('name').where('networkId', '=', 'hafren').execute()
  for (const name of [...people, ...local.map(row => row.name)]) {
    expect(plain(words), name).not.toContain(plain(name))
    expect(plain(bytes), name).not.toContain(plain(name))
    expect(plain(Buffer.from(bytes, 'latin1').toString('utf8')), name).not.toContain(plain(name))
    expect(plain(bytes), name).not.toContain(plain(encodeURIComponent(name)))
  }
  for (const word of [
    'Hafren',
    'nia.prys',
    'localhost',
    'who-chooses',
    'Sadia',
    'Prŷs',
    'O’Neill',
    'Weir Lane',
    'Glan-w',
  ])
    expect(plain(`${bytes}\n${words}`), word).not.toContain(plain(word))
  expect(words).toContain('the lead learner')
  expect(words).toContain('School A')
  expect(words).toContain('A picture is left out here')
}, 60_000)

test('the same one is called the same throughout, and what a group chose stays', async () => {
  const answers = await answersOffered(world, 'sadia', work)
  const page = await world.as('sadia').get(`${work}/anonymous?${answers.toString()}`)
  expect(page.status).toBe(200)
  const whole = /What (Colleague \w+) saw/.exec(page.text)![1]!
  expect(page.text).toContain(`${whole} said so.`)
})

test('those who wrote it and its network’s leaders take it; for others there is no such copy', async () => {
  for (const person of ['tomasz', 'dilys', 'ruth', 'alex', 'imran', 'fiona'])
    expect((await world.as(person).get(unasked)).status).toBe(404)
  expect((await world.stranger.get(unasked)).status).toBe(303)
  expect((await world.as('sam').get(await copyFor('sam'))).status).toBe(200)
  expect((await world.stranger.get(work)).text).not.toContain('anonymous')
  expect((await world.as('tomasz').get(work)).text).not.toContain('/anonymous')
  expect((await world.as('sadia').get(work)).text).toContain(`${work}/anonymous?edition=1`)
  await world.as('nia').post(`${work}/withdrawal`, { because: 'Enough.' }).expect(303)
  expect((await world.as('sadia').get(unasked)).status).toBe(404)
})

test('single words of a school’s name are found, a drawing that breaks a name is left out, and more is taken out by hand', async () => {
  const { name } = await world.db
    .selectFrom('schools')
    .select('name')
    .where('id', '=', 'weir')
    .executeTakeFirstOrThrow()
  expect(name).toBe('Weir Lane Primary')
  const chart = {
    kind: 'chart' as const,
    title: 'Books',
    sentence: 'Three books.',
    table: { kind: 'table' as const, head: [[]], rows: [], alignment: [null] },
    svg: '<svg><text><tspan>Weir Lane</tspan><tspan>Primary</tspan></text></svg>',
  }
  const parts = [said('Weir’s children read by the Kestrel tree.'), chart]
  await editionOf(world, 1, documentWith(parts), { ofId: 'parts-of-names', slug: 'parts-of-names' })
  await world.db
    .insertInto('writeUps')
    .values({
      ...{ id: 'parts-of-names', groupId: 'reading', enquiryId: 'reading-1', slug: 'parts-of-names', title: 'Parts' },
      ...{ begunAt: '2026-09-01T10:00:00.000Z', begunBy: 'sadia', listsAllAt: null, listsAllBy: null },
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const answers = await answersOffered(world, 'nia', '/published/write-ups/parts-of-names')
  const address = `/published/write-ups/parts-of-names/anonymous?${answers.toString()}`
  const page = await world.as('nia').get(address)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('Weir')
  expect(page.text).not.toMatch(/<tspan>Primary/)
  expect(page.text).toContain('Kestrel')
  const byHand = await world.as('nia').get(`${address}&also=${encodeURIComponent('Kestrel = old')}`)
  expect(byHand.text).toContain('by the old tree')
})

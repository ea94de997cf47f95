import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, test } from 'vitest'
import { newWorld } from '../world.js'

const world = newWorld()
const { db } = world

async function send(person: string, bytes: Buffer | string, name = 'measures.csv') {
  return world
    .as(person)
    .send('/groups/reading/measures/imports')
    .attach('file', typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name)
}

async function preview(person: string, bytes: Buffer | string, name?: string) {
  const sent = await send(person, bytes, name)
  expect([sent.status, sent.text]).toEqual([303, expect.anything()])
  const address = sent.get('location')!
  return { address, page: (await world.as(person).get(address)).text }
}

async function takeIn(bytes: Buffer | string, name?: string) {
  const { address, page } = await preview('sadia', bytes, name)
  const done = await world.as('sadia').post(`${address}/taking-in`)
  return { address, page, done, id: address.split('/').at(-1)! }
}

const readingsOf = (id: string) =>
  db
    .selectFrom('readings')
    .innerJoin('measures', 'measures.id', 'readings.measureId')
    .select(['schoolId', 'measures.name', 'measuredOn', 'value', 'pupils'])
    .where('importId', '=', id)
    .orderBy('schoolId')
    .orderBy('measuredOn')
    .execute()

/** What the preview takes each column for, as its form sends it. */
async function rolesOn(address: string): Promise<Record<string, string>> {
  const { text } = await world.as('sadia').get(address)
  const selects = [...text.matchAll(/name="(column-\d+)"[^>]*>([\s\S]*?)<\/select>/g)]
  const roles: [string, string][] = selects.map(([, name, options]) => [
    name!,
    /value="(\w+)" selected/.exec(options!)![1]!,
  ])
  return Object.fromEntries(roles)
}

const plain = `School,Date,Measure,Value,Number of pupils
Ysgol y Bryn,07/10/2025,Books borrowed,12,19
990003,14/10/2025,Books borrowed,"1,204",27
River Road,2025-10-21,Books borrowed,n/a,28
`

const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

describe('a file of measures', () => {
  test.each([
    ['commas in UTF-8', Buffer.from(plain)],
    ['a mark at the beginning', Buffer.from(`\uFEFF${plain}`)],
    ['semicolons', Buffer.from(plain.replace(/,(?!204)/g, ';').replaceAll('"', ''))],
    ['tabs in UTF-16', utf16(plain.replace(/,(?!204)/g, '\t').replaceAll('"', ''))],
    ['tabs in UTF-16 the other way round', utf16(plain.replace(/,(?!204)/g, '\t').replaceAll('"', '')).swap16()],
    [
      'semicolons, a mark and empty lines',
      Buffer.from(`\uFEFF${plain.replace(/,(?!204)/g, ';').replaceAll('"', '')}\n;;;;\n\n`),
    ],
    ['Windows-1252', Buffer.from(plain.replace('River Road', 'River\u00a0Road'), 'latin1')],
  ])('with %s is read', async (_how, bytes) => {
    const { id, done } = await takeIn(bytes)
    expect(done.status).toBe(303)
    expect(await readingsOf(id)).toEqual([
      { schoolId: 'bryn', name: 'Books borrowed', measuredOn: '2025-10-07', value: 12, pupils: 19 },
      { schoolId: 'st-davids', name: 'Books borrowed', measuredOn: '2025-10-14', value: 1204, pupils: 27 },
    ])
  })

  test('as xlsx is read, with days as the spreadsheet keeps them', async () => {
    const cells = [
      ['School', 'Date', 'Reading age', 'n'].map(value => ({ value })),
      [
        { value: 'Ysgol y Bryn' },
        { value: new Date('2026-03-02T00:00:00Z'), format: 'dd/mm/yyyy' },
        { value: 9.25 },
        { value: 19 },
      ],
    ]
    const { id } = await takeIn(await writeXlsxFile(cells as never).toBuffer(), 'ages.xlsx')
    expect(await readingsOf(id)).toEqual([
      { schoolId: 'bryn', name: 'Reading age', measuredOn: '2026-03-02', value: 9.25, pupils: 19 },
    ])
  })

  test('with a title, two heading rows, totals and a remark is read as the table that it is, and says so', async () => {
    const rows = [
      'Books borrowed in the autumn,,,',
      ',,,',
      'School,Week beginning,Borrowed,',
      ',,books,"pupils, how many"',
      'Ysgol y Bryn,3/11/2026,14,19',
      ',10/11/2026,16,18',
      'River Road,3/11/2026,"1,021",28',
      'All schools,,"1,051",',
      'Total,,"2,102",65',
      'Source: the shelf by the door,,,',
    ]
    const { address, page } = await preview('sadia', rows.join('\n').replace('"pupils, how many"', 'number of pupils'))
    expect(page).toContain('Line 1 above the headings is passed over.')
    expect(page).toContain('Two heading rows stand on top of each other.')
    expect(page).toContain('Lines 8 and 9: totals, left out.')
    expect(page).toContain('Line 10: a remark and no row of the table, left out.')
    expect(page).toContain('Where the school is left empty, the one above it is taken.')
    expect(page).toContain('The day stands first: 3/11/2026 is 3 November 2026.')
    await world.as('sadia').post(address, { ...(await rolesOn(address)), measure: 'Books in the autumn' })
    expect((await world.as('sadia').post(`${address}/taking-in`)).status).toBe(303)
    expect(await readingsOf(address.split('/').at(-1)!)).toMatchObject([
      { schoolId: 'bryn', measuredOn: '2026-11-03', value: 14, pupils: 19 },
      { schoolId: 'bryn', measuredOn: '2026-11-10', value: 16, pupils: 18 },
      { schoolId: 'river', measuredOn: '2026-11-03', value: 1021, pupils: 28 },
    ])
  })

  test('with several sheets asks which of them is read, and percentages kept as fractions come in as percentages', async () => {
    const words = (row: (string | number | null)[]) => row.map(value => (value === null ? null : { value }))
    const notes = [words(['Notes', 'and more']), words(['Bring cake', 'on Friday'])]
    const numbers = [
      words(['School', 'Date', 'Time spent reading (%)', 'n']),
      words(['Ysgol y Bryn', '03.04.2026', 0.46, 24]),
      words(['River Road', '3 May 2026', 0.5, 26]),
    ]
    const bytes = await writeXlsxFile([
      { sheet: 'Read me', data: notes },
      { sheet: 'Numbers', data: numbers },
    ] as never).toBuffer()
    const { address, page } = await preview('sadia', bytes, 'two-sheets.xlsx')
    expect(page).toContain('The workbook has several sheets')
    await world.as('sadia').post(address, { sheet: 'Numbers' })
    const second = (await world.as('sadia').get(address)).text
    expect(second).toContain('it comes in as a percentage, 0.46 as 46')
    expect(second).toContain('Take in 2 readings')
    await world.as('sadia').post(`${address}/taking-in`)
    expect(await readingsOf(address.split('/').at(-1)!)).toMatchObject([
      { schoolId: 'bryn', measuredOn: '2026-04-03', value: 46, pupils: 24 },
      { schoolId: 'river', measuredOn: '2026-05-03', value: 50, pupils: 26 },
    ])
  })

  test('shows no number in its preview that would tell of fewer than five pupils', async () => {
    const rows = ['School,Date,Measure,Value,Pupils', 'Ysgol y Bryn,3/11/2026,Reading age,9.7531,4']
    rows.push('River Road,3/11/2026,Reading age,8.5,20', 'River Road,3/11/2026,"Reading age, girls",8.6421,17')
    const { page } = await preview('sadia', rows.join('\n'))
    expect(page.slice(page.indexOf('id="what-comes-in"'))).not.toMatch(/9\.75|8\.64/)
    expect(page.slice(page.indexOf('id="what-comes-in"'))).toContain('8.5')
  })

  test('that is pasted and cannot be read keeps what was pasted', async () => {
    const pasted = 'School;Date;Words\n"Bryn;1/3/2026;4'
    const answer = await world.as('sadia').send('/groups/reading/measures/imports').field('pasted', pasted)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('a quotation mark is opened there and not closed')
    expect(answer.text).toContain('1/3/2026;4')
  })

  test('tells each mistake with its line, keeps everything, and takes what was mended', async () => {
    const wrong = plain.replace('07/10/2025', '10/13/2025').replace('"1,204"', 'lots')
    const { address, page } = await preview('sadia', wrong)
    expect(page).toContain('Line 2, Date')
    expect(page).toContain('value="10/13/2025"')
    expect(page).toContain('Line 3, Value')
    expect(page).toContain('Nothing can be taken in yet')
    const mended = { 'column-0': 'school', 'mend-0-1': '13/10/2025', 'mend-1-3': '1204' }
    await world.as('sadia').post(address, mended)
    const again = (await world.as('sadia').get(address)).text
    expect(again).not.toContain('Rows to mend')
    expect(again).toContain('13 October 2025')
    expect(again).toContain('Take in 2 readings')
  })

  test('asks which school it is where it does not know', async () => {
    const { address, page } = await preview('sadia', plain.replace('River Road', 'Riverside').replace('n/a', '7'))
    expect(page).toContain('Schools that we do not know')
    await world.as('sadia').post(address, { 'unknown-0': 'river' })
    expect((await world.as('sadia').get(address)).text).toContain('Take in 3 readings')
  })

  test('with one row a pupil is brought together by school, and neither names nor rows are kept', async () => {
    const pupils = Array.from(
      { length: 12 },
      (_, at) => `Mali Prydderch${at},P${String(at).padStart(2, '0')},0${6 + (at % 3)}/10/2025,9:0${at % 9},loud`,
    )
    const { address, page } = await preview(
      'sadia',
      `Pupil name,Code,Date of test,Reading age (years:months),Notes\n${pupils.join('\n')}\n`,
    )
    expect(page).toContain('Pupil name, Notes')
    expect(page).not.toContain('Prydderch')
    const id = address.split('/').at(-1)!
    const stored = await db.selectFrom('measureImports').select('draft').where('id', '=', id).executeTakeFirstOrThrow()
    expect(stored.draft).not.toContain('Prydderch')
    await world.as('sadia').post(address, { school: 'st-davids', perPupil: 'yes', measure: 'Reading age in years' })
    await world.as('sadia').post(`${address}/taking-in`)
    expect(await readingsOf(id)).toEqual([
      { schoolId: 'st-davids', name: 'Reading age in years', measuredOn: '2025-10-07', value: 9.27, pupils: 12 },
    ])
    const left = await db.selectFrom('measureImports').select('draft').where('id', '=', id).executeTakeFirstOrThrow()
    expect(left.draft).toBeNull()
  })

  test('that looks like a list of names has that column left out even under another heading', async () => {
    const rows = ['Mali Prydderch', 'Sean O’Neill', 'Zofia Wójcik', 'Aisha Khan'].map((name, at) => `${name},${at + 5}`)
    const { page } = await preview('sadia', `Who,Score\n${rows.join('\n')}\n`)
    expect(page).toContain('nothing of them was stored: Who')
    expect(page).not.toContain('Wójcik')
  })

  test('is taken in once, and taken out again', async () => {
    const { address, id } = await takeIn(plain)
    expect((await world.as('sadia').post(`${address}/taking-in`)).status).toBe(404)
    await world.as('sadia').post(`${address}/removal`)
    expect(await readingsOf(id)).toEqual([])
  })

  test('of ten thousand rows comes in, and of more than twenty thousand does not', async () => {
    const rows = (count: number) =>
      Array.from(
        { length: count },
        (_, at) => `Ysgol y Bryn,${String((at % 28) + 1).padStart(2, '0')}/10/2025,Steps ${at % 40},${at},20`,
      )
    const { id } = await takeIn(`School,Date,Measure,Value,Pupils\n${rows(10_000).join('\n')}`)
    expect((await readingsOf(id)).length).toBe(10_000)
    const refused = await send('sadia', `School,Date,Measure,Value,Pupils\n${rows(20_001).join('\n')}`)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('more than 20,000 rows')
    await world.as('sadia').post(`/measure-imports/${id}/removal`)
  })

  test.each([
    ['a picture called csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'x.csv', 'not plain text'],
    ['a page', '<html><table></table></html>', 'x.csv', 'looks like a web page'],
    ['a heading alone', 'School,Date\n', 'x.csv', 'at least one row'],
    ['something else called xlsx', 'PK but not really', 'x.xlsx', 'is no xlsx file'],
    ['a program', 'MZ', 'x.exe', 'neither CSV nor xlsx'],
  ])('that is %s is refused in a sentence', async (_what, bytes, name, sentence) => {
    const answer = await send('sadia', bytes, name)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(sentence)
  })

  test('is nothing for those who only look, and does not exist for outsiders', async () => {
    const { address } = await preview('sadia', plain)
    for (const person of ['tomasz', 'nia', 'kasia', 'ruth']) {
      expect([person, (await world.as(person).get(address)).status]).toEqual([person, 404])
      const sent = await send(person, plain)
      expect([403, 404]).toContain(sent.status)
    }
  })
})

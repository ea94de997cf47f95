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

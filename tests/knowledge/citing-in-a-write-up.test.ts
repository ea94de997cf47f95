import { expect, test } from 'vitest'
import { inOne } from '../../src/database.js'
import { beginWriteUp } from '../../src/write-ups/beginning.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { addReference } from '../../src/knowledge/references/adding.js'
import { sayOfReference } from '../../src/knowledge/references/saying.js'
import { workFrom } from '../../src/knowledge/references/work.js'
import { newWorld } from '../world.js'

const world = newWorld()

test('a write-up cites by key and lists what it cites, on the page and in the PDF', async () => {
  const sadia = await world.person('sadia')
  const enquiry = await findEnquiry(world.db, sadia, 'reading')
  const add = (title: string, year: number) =>
    inOne(world.db, trx =>
      addReference(
        trx,
        enquiry,
        sadia,
        workFrom({ type: 'book', title, author: [{ family: 'Wiliam', given: 'Dylan' }], issued: [year] })!,
      ),
    )
  const cited = await add('Embedded assessment', 2011)
  const marked = await add('Leadership', 2016)
  await add('Never mentioned', 2018)
  await inOne(world.db, trx => beginWriteUp(trx, enquiry, sadia))
  await inOne(world.db, trx => sayOfReference(trx, enquiry, marked, sadia, { stance: 'adds', sentence: 'It adds.' }))
  const part = await world.db
    .selectFrom('writeUpParts')
    .selectAll()
    .where('part', '=', 'summary')
    .executeTakeFirstOrThrow()
  const text = await world.db.selectFrom('texts').selectAll().where('owner', '=', part.id).executeTakeFirstOrThrow()
  const body = `So it is [@${cited.key}, p. 5].`
  await world.as('sadia').post(`/texts/write-up-part/${part.id}/text`, { body, version: text.version })

  const page = await world.as('sam').get('/groups/reading/write-up')
  expect(page.text).toContain(`(<a href="#reference-${cited.id}"`)
  expect(page.text).toContain(`id="reference-${cited.id}"`)
  expect(page.text).not.toContain('Leadership')
  expect(page.text).not.toContain('Never mentioned')

  const address = `/write-ups/${part.writeUpId}`
  await world.as('sam').post(`${address}/references`, { which: 'all' })
  const whole = await world.as('sam').get(`${address}/preview`)
  expect(whole.text).toMatch(/What we read<\/h2>[\s\S]*Embedded assessment[\s\S]*Leadership/)
  expect(whole.text).not.toContain('Never mentioned')
  const pdf = await world.as('sam').get('/groups/reading/write-up.pdf')
  expect(pdf.status).toBe(200)
}, 60_000)

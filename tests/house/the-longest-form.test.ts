import { gzipSync } from 'node:zlib'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import request from 'supertest'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { root } from '../../src/root.js'
import { bytesOfASign, mostBytesOfForm } from '../../src/web/limits/form-size.js'
import { newWorld } from '../world.js'

const world = newWorld()
const stage = '/texts/stage/reading-1/purpose.ethics'

const scripts = [
  ['Welsh', [...'ŵŷâ ']],
  ['Punjabi', [...'ਸ੍ਰੀ']],
  ['emoji', [...'🙂🌊']],
] as const

describe('the longest words that are allowed', () => {
  test.each(scripts)('are kept in %s, to the last sign', async (_, signs) => {
    const { db } = world
    const words = signs.join('').repeat(50_000 / signs.length)
    expect([...words]).toHaveLength(50_000)
    const versionNow = async () =>
      (
        await db
          .selectFrom('texts')
          .select('version')
          .where('owner', '=', 'reading-1')
          .where('field', '=', 'purpose.ethics')
          .executeTakeFirst()
      )?.version ?? 0
    const saved = await world.as('sam').post(stage, { body: words, version: await versionNow() })
    expect(saved.status).toBe(303)
    const { body } = await db
      .selectFrom('texts')
      .select('body')
      .where('owner', '=', 'reading-1')
      .where('field', '=', 'purpose.ethics')
      .executeTakeFirstOrThrow()
    expect((body as unknown as string).trim()).toBe(words.trim())
    const longer = await world.as('sam').post(stage, { body: `${words}x`, version: await versionNow() })
    expect(longer.status).toBe(422)
    expect(longer.text).toContain('longer than 50,000 characters')
  })

  test.each(scripts)('of a whole form come back in %s when another field is to be mended', async (_, signs) => {
    const fill = (most: number) => signs.join('').repeat(Math.floor(most / signs.length))
    const page = await world.as('sam').post('/networks/hafren/visits', {
      ...{
        title: '',
        about: fill(5000),
        programme: fill(4000),
        practical: fill(4000),
        forWhom: 'anyone',
        school: 'weir',
      },
    })
    expect(page.status).toBe(422)
    expect(page.text.split(fill(4000).trim())).toHaveLength(4)
  })
})

test('every form of the house fits in what is read, were all its fields full in the longest script', async () => {
  const files = globSync(['src/**/forms.ts', 'src/**/*-form.ts', 'src/**/*-forms.ts', 'src/**/form.ts'])
  let counted = 0
  for (const file of files) {
    const known = (await import(/* @vite-ignore */ join(root, file))) as Record<string, unknown>
    for (const [name, schema] of Object.entries(known)) {
      if (!(schema instanceof z.ZodObject)) continue
      const signs = Object.values(schema.shape as Record<string, z.ZodType>).map(longestOf)
      const sum = signs.reduce((all, one) => all + one, 0)
      expect([file, name, sum * bytesOfASign < mostBytesOfForm - 50_000]).toEqual([file, name, true])
      counted += 1
    }
  }
  expect(counted).toBeGreaterThan(100)
})

describe('what is larger than any form', () => {
  test('is refused with its size, and how to go on', async () => {
    const page = await world.as('sam').post(stage, { body: 'x'.repeat(3_100_000), version: 0 })
    expect(page.status).toBe(413)
    expect(page.text).toContain('3.2 MB of 2.5 MB')
    expect(page.text).toContain('your browser still has what you typed')
  })

  test('and much less than that by somebody unknown', async () => {
    expect((await world.stranger.post('/sign-in', { email: 'x'.repeat(500_000) })).status).toBe(413)
  })

  test('is not unpacked first', async () => {
    const packed = gzipSync(`body=${'x'.repeat(50_000_000)}`)
    const answer = await request(world.app)
      .post(stage)
      .set('Cookie', world.as('sam').cookie)
      .set('Sec-Fetch-Site', 'same-origin')
      .set('Content-Type', 'application/x-www-form-urlencoded')
      .set('Content-Encoding', 'gzip')
      .send(packed)
    expect(answer.status).toBe(415)
  })
})

/** How many signs a field takes at most; 0 for what is chosen. */
function longestOf(field: z.ZodType): number {
  const { def } = field._zod as unknown as { def: Record<string, z.ZodType & z.ZodType[]> & { type: string } }
  if (def.type === 'string') return (field as z.ZodString).maxLength ?? 1000
  if (def.type === 'pipe') {
    const most = Math.min(longestOf(def.in!), longestOf(def.out!))
    return Number.isFinite(most) ? most : 1000
  }
  if (def.type === 'optional') return longestOf(def.innerType!)
  if (def.type === 'union') return Math.max(...def.options!.map(longestOf))
  return ['transform', 'array'].includes(def.type) ? Number.POSITIVE_INFINITY : 100
}

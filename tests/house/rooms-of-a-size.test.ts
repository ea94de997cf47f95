import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/root.js'

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
const routes = files.filter(name => /(^|[/-])routes\.ts$/.test(name))
const linesOf = (name: string) => readFileSync(join(root, 'src', name), 'utf8').split('\n').length - 1

test('no folder of a room holds more files than a person reads at one look', () => {
  const many = new Map<string, number>()
  for (const name of files) many.set(dirname(name), (many.get(dirname(name)) ?? 0) + 1)
  expect([...many].filter(([folder, count]) => folder !== '.' && count > 25)).toEqual([])
})

test('routes ask finders, and never the database themselves', () => {
  const asking = routes.filter(name =>
    /\b(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(readFileSync(join(root, 'src', name), 'utf8')),
  )
  expect(asking).toEqual([])
})

test('routes are as long as the doing that they serve', () => {
  expect(routes.filter(name => linesOf(name) > 130).map(name => `${name}: ${linesOf(name)}`)).toEqual([])
})

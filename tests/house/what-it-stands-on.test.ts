import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../src/root.js'

interface Locked {
  version: string
  license?: string
  dev?: boolean
  resolved?: string
  integrity?: string
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
const installed = Object.entries(packages)
  .filter(([place]) => place !== '')
  .map(([place, one]) => ({ name: place.split('node_modules/').at(-1)!, ...one }))
const atWork = installed.filter(one => !one.dev)

/** Licences under which a program may be used and handed on beside an MIT one; a choice needs one of them, “and” needs all. */
const usable = new Set(
  'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 Zlib Unlicense Python-2.0 OFL-1.1 MPL-2.0 LGPL-3.0 LGPL-3.0-or-later'.split(
    ' ',
  ),
)

/** Packages whose licence was read in their own files, since their description does not name it. */
const readByHand: Record<string, string> = {
  busboy: 'MIT',
  streamsearch: 'MIT',
  'png-js': 'MIT',
  'combine-errors': 'MIT',
  // Bitstream Vera’s own licence, and what was added is in the public domain.
  'dejavu-fonts-ttf': 'MIT',
}

function isUsable(licence: string): boolean {
  const parts = licence.replace(/[()]/g, '').split(/ (AND|OR) /)
  const names = parts.filter((_, at) => at % 2 === 0)
  return parts.includes('OR') ? names.some(one => usable.has(one)) : names.every(one => usable.has(one))
}

test('everything it is installed with is under a licence that a school may use', () => {
  const others = atWork
    .map(({ name, license }) => ({ name, licence: readByHand[name] ?? license ?? 'none named' }))
    .filter(({ licence }) => !isUsable(licence))
  expect(others).toEqual([])
})

/** Below these, files of a form or an address can do harm (the advisories of 2024 to 2026). */
const floors = { multer: '2.3.0', 'body-parser': '2.3.0', qs: '6.14.1', 'path-to-regexp': '8.4.0', ejs: '6.0.0' }

test('what reads forms, addresses and views is no older than its last mended fault, wherever it is installed', () => {
  for (const [name, floor] of Object.entries(floors)) {
    const found = atWork.filter(one => one.name === name)
    expect([name, found.length > 0]).toEqual([name, true])
    for (const { version } of found) expect([name, version, isAtLeast(version, floor)]).toEqual([name, version, true])
  }
})

function isAtLeast(version: string, floor: string): boolean {
  const [is, least] = [version, floor].map(one => one.split('.').map(part => Number.parseInt(part, 10)))
  const at = least!.findIndex((part, place) => part !== is![place])
  return at < 0 || is![at]! > least![at]!
}

test('each package is pinned by what it is made of, and by no place where it was fetched', () => {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
  for (const versions of [wanted.dependencies!, wanted.devDependencies!])
    for (const [name, version] of Object.entries(versions))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d/)])
  expect(installed.filter(one => !one.integrity).map(one => one.name)).toEqual([])
  expect(installed.filter(one => one.resolved).map(one => one.name)).toEqual([])
})

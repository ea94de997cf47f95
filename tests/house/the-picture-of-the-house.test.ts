import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawRooms } from '../../docs/drawing.js'
import { root } from '../../src/root.js'

test('the picture of the rooms is the one that the code draws (npm run draw)', () => {
  expect(readFileSync(join(root, 'docs/rooms.svg'), 'utf8')).toBe(drawRooms())
})

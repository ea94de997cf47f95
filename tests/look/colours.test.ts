import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inks, stageInks } from '../../src/look/stage-shapes.js'
import { stageKeys } from '../../src/stages.js'

const source = readFileSync('src/look/styles/_colours.scss', 'utf8')

function coloursOf(scheme: 'light' | 'dark'): Record<string, string> {
  const block = new RegExp(`@mixin ${scheme} \\{([^}]+)\\}`).exec(source)![1]!
  const found = [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)]
  return Object.fromEntries(found.map(one => [one[1]!, one[2]!]))
}

const grounds = ['paper', 'sheet', 'shade']

/** Words (4.5) and edges (3) with the grounds they stand on. */
const words: [string, string[]][] = [
  ['ink', [...grounds, 'teal-pale', 'ochre-pale', 'brick-pale', 'moss-pale']],
  ['ink-soft', [...grounds, 'ochre-pale', 'evaluation-pale']],
  ['teal', [...grounds, 'teal-pale', 'ochre-pale', 'moss-pale', 'evaluation-pale']],
  ['teal-deep', [...grounds, 'teal-pale']],
  ['visited', [...grounds]],
  ['ochre', [...grounds, 'ochre-pale']],
  ['brick', [...grounds, 'brick-pale']],
  ['moss', [...grounds, 'moss-pale']],
  ['on-teal', ['teal', 'teal-deep']],
  ['on-brick', ['brick', 'brick-deep']],
  ['on-focus', ['focus']],
  ...stageKeys.map((stage): [string, string[]] => [stage, ['paper', 'sheet', `${stage}-pale`]]),
]
const edges: [string, string[]][] = [
  ['edge', [...grounds]],
  ['ochre-edge', ['paper', 'sheet', 'ochre-pale']],
  ['on-focus', ['focus']],
]

describe.each(['light', 'dark'] as const)('in the %s scheme', scheme => {
  const colours = coloursOf(scheme)

  test.each(words)('words in %s can be read on every ground they stand on', (name, on) => {
    for (const ground of on)
      expect([ground, contrast(colours[name]!, colours[ground]!)]).toEqual([ground, atLeast(4.5)])
  })

  test.each(edges)('edges in %s can be seen', (name, on) => {
    for (const ground of on) expect([ground, contrast(colours[name]!, colours[ground]!)]).toEqual([ground, atLeast(3)])
  })

  test('the keyboard light stands out: the light itself or its dark edge, on every ground', () => {
    for (const ground of grounds) {
      const best = Math.max(
        contrast(colours.focus!, colours[ground]!),
        contrast(colours['on-focus']!, colours[ground]!),
      )
      expect(best).toBeGreaterThanOrEqual(3)
    }
  })
})

test('both schemes name the same colours', () => {
  expect(Object.keys(coloursOf('dark'))).toEqual(Object.keys(coloursOf('light')))
})

test('what is drawn outside the browser uses the same inks', () => {
  const light = coloursOf('light')
  for (const stage of stageKeys) expect(stageInks[stage]).toBe(light[stage])
  expect(inks).toEqual({
    paper: light.paper,
    ink: light.ink,
    soft: light['ink-soft'],
    teal: light.teal,
    ochre: light.ochre,
    line: light.line,
  })
})

const atLeast = (least: number) => expect.toSatisfy((found: number) => found >= least, `at least ${least}`) as number

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

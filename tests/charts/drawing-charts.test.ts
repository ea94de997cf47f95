import { afterAll, describe, expect, test } from 'vitest'
import type { Chart } from '../../src/charts/chart.js'
import { describeChart } from '../../src/charts/describing.js'
import { chartOnPage, drawChart } from '../../src/charts/draw.js'
import { restHeavyWork } from '../../src/heavy/resting.js'
import { colour } from '../../src/charts/look.js'
import { widthOf, wrapped } from '../../src/charts/measuring.js'
import { samples } from './samples.js'

afterAll(restHeavyWork)

describe.each(Object.entries(samples) as [string, Chart][])('a chart of the kind %s', (_name, chart) => {
  test('holds nothing that the policy of our pages would stop, and only colours that have a dark twin', async () => {
    const { svg } = await drawChart(chart)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 [\d.]+ [\d.]+">/)
    expect(svg).not.toMatch(/ style=|<style|<script|<image|href=| on\w+=|<foreignObject/i)
    const known = [...Object.values(colour).flat(), 'none', 'transparent']
    const used = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(found => found[1])
    expect(used.filter(one => !known.includes(one!))).toEqual([])
  })

  test('fits the column, and its sentence and table say the same in words', async () => {
    const { width, sentence, table, title } = await drawChart(chart)
    expect(width).toBeLessThanOrEqual(450)
    expect(title).toBe(chart.title)
    expect(sentence).toMatch(/^[A-Z0-9].*\.$/s)
    expect(new Set(table.rows.map(row => row.length))).toEqual(new Set([table.head.length]))
  })
})

test('the same content is drawn once, and any change of it anew', async () => {
  const once = await drawChart(samples.run)
  expect((await drawChart(structuredClone(samples.run))).svg).toBe(once.svg)
  const changed = { ...samples.run, median: 13 }
  expect((await drawChart(changed)).svg).toContain('median 13')
  expect(once.svg).toContain('median 12')
})

test('labels of what began within a few days stand in rows of their own, and none over another', async () => {
  const moments = ['2026-06-01', '2026-06-08', '2026-06-20'].map((on, at) => ({
    on,
    label: `A${at + 1} begins: ten minutes`,
  }))
  const { svg } = await drawChart({ ...samples.run, moments })
  const placed = [
    ...svg.matchAll(/<text[^>]*transform="translate\(([\d.]+),\s*([\d.]+)\)"[^>]*>(?:<tspan[^>]*>)?(A\d begins)/g),
  ]
  expect(placed.map(one => one[3])).toEqual(['A1 begins', 'A2 begins', 'A3 begins'])
  expect(new Set(placed.map(one => one[2])).size).toBe(3)
  const apart = samples.run.moments.concat({ on: '2026-01-06', label: 'A1' })
  const wide = (await drawChart({ ...samples.run, moments: apart })).svg
  expect(
    new Set([...wide.matchAll(/translate\([\d.]+,\s*([\d.]+)\)"[^>]*>(?:<tspan[^>]*>)?A\d/g)].map(one => one[1])).size,
  ).toBe(1)
})

test('what somebody typed is words in a chart, whatever it looks like', async () => {
  const school = '<script>alert("1")</script> & Sons style="x" datum.label'
  const chart: Chart = {
    ...samples['before-after'],
    schools: [
      { school, before: 1, after: 2 },
      { school, before: 3, after: 2 },
    ],
  }
  const { svg, table } = await drawChart(chart)
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;')
  expect(table.rows.map(row => row[0])).toEqual([school, school])
})

test('a value that is held back is nowhere in the picture, and said in the table', async () => {
  const { svg, table } = await drawChart(samples.run)
  expect(svg).toContain('held back')
  expect(table.rows[4]).toEqual(['5 May 2026', 'fewer than 5 pupils'])
})

test.each([
  ['a run chart', { ...samples.run, points: [], median: null }],
  ['a run chart of one reading', { ...samples.run, points: samples.run.points.slice(0, 1), baseline: undefined }],
  ['a before and after', { ...samples['before-after'], schools: [] }],
  ['a grid', { ...samples.grid, rows: [], columns: [], cells: [] }],
  ['a timeline', { ...samples.timeline, bars: [] }],
] as [string, Chart][])('with nothing in it yet, %s is still drawn', async (_name, chart) => {
  expect((await drawChart(chart)).svg).toContain('<svg')
})

test('a chart that cannot be drawn leaves its sentence and its table', async () => {
  const impossible = {
    ...samples.run,
    points: [{ on: '2026-01-01', value: 3 }],
    moments: [{ on: '2026-01-01', label: 7 }],
  } as unknown as Chart
  const page = await chartOnPage(impossible)
  expect(page.svg).toBe('')
  expect(page.table.rows).toEqual([['1 January 2026', '3']])
})

test('schools stay in the order in which they are given, never in that of their values', () => {
  const { table } = describeChart(samples['before-after'])
  expect(table.rows.map(row => row[0])).toEqual(samples['before-after'].schools.map(one => one.school))
})

test('a long name is cut into lines that fit, and nothing of it is lost', () => {
  const name = 'Ysgol Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'
  const lines = wrapped(name, 100)
  expect(Math.max(...lines.map(line => widthOf(line)))).toBeLessThanOrEqual(100)
  expect(lines.join('').replace(/\s/g, '')).toBe(name.replace(/\s/g, ''))
})

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { render } from '../../src/web/showing/views.js'

interface Fixture {
  name: string
  html: string
}

const govuk = path.dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))

/** The markup that govuk-frontend publishes for one example of a component, with our ids in place of its own. */
function published(component: string, name: string, ids: Record<string, string>): string {
  const file = path.join(govuk, 'dist/govuk/components', component, 'fixtures.json')
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }
  const { html } = fixtures.find(one => one.name === name)!
  return bare(Object.entries(ids).reduce((text, [theirs, ours]) => text.replaceAll(theirs, ours), html))
}

/** Markup without what may differ: blanks, and `aria-invalid`, which we add. */
function bare(html: string): string {
  return html
    .replace(/ aria-invalid="true"/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([<>]) ?/g, '$1')
    .trim()
}

const part = (name: string, data: Record<string, unknown>) => bare(render(`shared/${name}`, { here: '/', ...data }))
const failed = (name: string, text: string) => ({
  values: {},
  errors: { [name]: text },
  summary: [{ field: name, text }],
})
const clean = { values: {}, errors: {}, summary: [] }

test('a field with a mistake', () => {
  const theirs = published('input', 'with error message', {
    'id="input-with-error-message': 'id="f-test-name-3',
    'for="input-with-error-message': 'for="f-test-name-3',
    '"input-with-error-message-error"': '"f-test-name-3-error"',
    'type="text"': 'type="text" value=""',
  })
  const form = failed('test-name-3', 'Enter a National Insurance number in the correct format')
  expect(part('_field', { form, name: 'test-name-3', label: 'National Insurance number' })).toBe(theirs)
})

test('a field of several lines with a hint and a mistake', () => {
  const theirs = published('textarea', 'with hint and error message', {
    '"with-hint-error': '"f-with-hint-error',
    ' with-hint-error-error"': ' f-with-hint-error-error"',
    'name="f-with-hint-error"': 'name="with-hint-error"',
  })
  const form = failed('with-hint-error', 'Error message')
  expect(part('_textarea', { form, name: 'with-hint-error', label: 'With hint and error', hint: 'Hint' })).toBe(theirs)
})

test('radios with a hint and a mistake', () => {
  const ours = part('_radios', {
    form: failed('example', 'Please select an option'),
    name: 'example',
    legend: 'Have you changed your name?',
    hint: 'This includes changing your last name or spelling your name differently.',
    options: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    small: false,
  })
  const theirs = published('radios', 'with hint and error message', { 'example-error-message-hint': 'f-example' })
  expect(ours).toBe(theirs.replaceAll('name="f-example"', 'name="example"'))
})

test('checkboxes with hints of their own and a mistake', () => {
  const ours = part('_checkboxes', {
    form: failed('waste', 'Please select an option'),
    name: 'waste',
    legend: 'Which types of waste do you transport regularly?',
    options: [
      {
        value: 'animal',
        text: 'Waste from animal carcasses',
        hint: 'Nullam id dolor id nibh ultricies vehicula ut id elit.',
      },
      {
        value: 'mines',
        text: 'Waste from mines or quarries',
        hint: 'Nullam id dolor id nibh ultricies vehicula ut id elit.',
      },
      {
        value: 'farm',
        text: 'Farm or agricultural waste',
        hint: 'Nullam id dolor id nibh ultricies vehicula ut id elit.',
      },
    ],
    small: false,
  })
  const theirs = published('checkboxes', 'with error message', { '"waste': '"f-waste' })
  expect(ours).toBe(theirs.replaceAll('name="f-waste"', 'name="waste"'))
})

test('a choice of one in many', () => {
  const ours = part('_select', {
    form: { ...clean, values: { 'select-1': '2' } },
    name: 'select-1',
    label: 'Label text goes here',
    options: [
      { value: '1', text: 'GOV.UK frontend option 1' },
      { value: '2', text: 'GOV.UK frontend option 2' },
      { value: '3', text: 'GOV.UK frontend option 3' },
    ],
  })
  const theirs = published('select', 'default', { '"select-1"': '"f-select-1"', ' disabled': '' })
  expect(ours).toBe(theirs.replaceAll('name="f-select-1"', 'name="select-1"'))
})

test('the summary of mistakes leads to each field', () => {
  const summary = [
    { field: 'example-error-1', text: 'The date your passport was issued must be in the past' },
    { field: 'example-error-2', text: 'Enter a postcode, like AA1 1AA' },
  ]
  const theirs = published('error-summary', 'default', {
    '#example': '#f-example',
    'There is a problem': 'Please look at this again',
  })
  expect(part('_error-summary', { form: { ...clean, summary } })).toBe(theirs)
})

test('no mistakes, no summary', () => {
  expect(part('_error-summary', { form: clean })).toBe('')
})

test('words from people never become markup, in any part', () => {
  const nasty = '"><script>alert(1)</script>'
  const form = { values: { a: nasty }, errors: { a: nasty }, summary: [{ field: nasty, text: nasty }] }
  const shown = [
    part('_field', { form, name: 'a', label: nasty, hint: nasty }),
    part('_textarea', { form, name: 'a', label: nasty }),
    part('_saved-text', {
      text: { address: nasty, field: 'a', label: nasty, body: `</textarea>${nasty}`, version: 1 },
    }),
    part('_error-summary', { form }),
    part('_filter', { fields: [{ name: 'a', label: nasty, value: nasty }] }),
    part('_person', { person: { name: nasty, school: nasty } }),
    part('_copy', { text: nasty, label: 'a link' }),
    part('_waiting', { lines: [{ text: nasty, href: nasty, action: nasty }] }),
    part('_evidence-card', {
      piece: { href: nasty, number: 'E1', title: nasty, words: nasty, kind: nasty, gatheredOn: '2027-03-05' },
    }),
  ]
  for (const html of shown) expect(html).not.toContain('<script>')
})

test('words that begin with an empty line keep it', () => {
  const form = { ...clean, values: { note: '\nSecond line' } }
  expect(render('shared/_textarea', { here: '/', form, name: 'note', label: 'Note' })).toMatch(
    />\n\nSecond line<\/textarea>/,
  )
})

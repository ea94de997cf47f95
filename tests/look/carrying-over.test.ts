import { expect, test } from 'vitest'
import { carryOver } from '../../src/look/browser/texts/carrying-over.js'

test('when nobody typed meanwhile, the answer stands', () => {
  expect(carryOver('one two', 'one two three', 'one two')).toBe('one two three')
})

test('when nothing was merged, the typing stands', () => {
  expect(carryOver('one two', 'one two', 'one two three')).toBe('one two three')
})

test('typing after the place where a colleague wrote is carried over', () => {
  expect(carryOver('Start. End', 'Start, as Nia says. End', 'Start. End of term')).toBe(
    'Start, as Nia says. End of term',
  )
})

test('typing before the place where a colleague wrote is carried over', () => {
  expect(carryOver('Start. End', 'Start. End of term', 'We start. End')).toBe('We start. End of term')
})

test('typing at the same place is for a person to settle', () => {
  expect(carryOver('the talk helped', 'the reading helped', 'the singing helped')).toBeNull()
})

import { expect, test } from 'vitest'
import { personalName } from '../../src/words/personal-names.js'

test.each([
  ['Nia Prŷs', 'Prŷs', 'Nia'],
  ['Mrs S Jones', 'Jones', 'S'],
  ['Mary Jones MBE', 'Jones', 'Mary'],
  ['Dr Sian Evans, PhD', 'Evans', 'Sian'],
  ['Prof. Anna van den Berg FRSA', 'van den Berg', 'Anna'],
  ['Luisa De Souza', 'De Souza', 'Luisa'],
  ['Rhys ap Gwilym', 'ap Gwilym', 'Rhys'],
  ['Zofia Nowak-Król', 'Nowak-Król', 'Zofia'],
  ['Ma Li Sun', 'Sun', 'Ma Li'],
  ['Ahmed, Bilal', 'Ahmed', 'Bilal'],
  ['Miss Tilly O’Hara BA (Hons) PGCE', 'O’Hara', 'Tilly'],
])('%s is %s, %s in a list of references', (name, family, given) => {
  expect(personalName(name)).toEqual({ family, given })
})

test.each([
  'بلال احمد',
  'Bilal Ahmed (بلال احمد)',
  'Bilal احمد',
  '王小明',
  'Teacher A',
  'a teacher',
  'the Year 4 team',
  'Anna & Ben Smith',
  'Weir Lane Primary',
  'Sukarno',
  'Jones, Smith, Evans',
])('%s is left whole, since nobody can be sure', name => {
  expect(personalName(name)).toEqual({ literal: name })
})

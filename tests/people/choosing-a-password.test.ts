import { expect, test } from 'vitest'
import { isAboutPerson, isBlocked } from '../../src/people/blocked-passwords.js'
import { hashOfPassword, isPassword } from '../../src/people/passwords.js'

test.each([
  'password1234',
  'Password2026!',
  'qwertyuiop12',
  '1qaz2wsx3edc',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  '123456789012',
  'letmeinplease',
  'schoolteacher',
  'Enquiry Workbench 1',
  '!!!!!!!!!!!!',
])('%s is guessed first, so it is refused', password => {
  expect(isBlocked(password)).toBe(true)
})

test.each([
  'correct horse battery staple',
  'a kettle full of geese',
  'mae hen wlad fy nhadau',
  'żółw czyta gazetę',
  '!?%$£^&*()_+=[]',
  '我喜欢在雨天看书喝茶吃饼干',
  'k4Vq9-zTr2-mW8x',
])('%s is good: there is no rule about which characters', password => {
  expect(isBlocked(password)).toBe(false)
})

test('a password made of one’s own name or address is refused', () => {
  expect(isAboutPerson('Nia Prŷs 2026', ['Nia Prŷs', 'nia@schools.example'])).toBe(true)
  expect(isAboutPerson('geese in the corridor', ['Nia Prŷs', 'nia@schools.example'])).toBe(false)
})

test('a password is the same however its letters were composed', async () => {
  const stored = await hashOfPassword('tŷ gwyn ar y bryn')
  expect(await isPassword('tŷ gwyn ar y bryn'.normalize('NFD'), stored)).toBe(true)
  expect(await isPassword('ty gwyn ar y bryn', stored)).toBe(false)
  expect(await isPassword('tŷ gwyn ar y bryn', null)).toBe(false)
})

import { expect, test } from 'vitest'
import { estimated } from '../../src/people/passwords/estimating.js'
import { whyTooWeak } from '../../src/people/passwords/weak-passwords.js'
import { hashOfPassword, isPassword } from '../../src/people/passwords/passwords.js'

test.each([
  'password1234',
  'Password2026!',
  'qwertyuiop12',
  '1qaz2wsx3edc',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  '123456789012',
  'letmeinplease',
  'P@ssw0rd!2026',
  'Workbench2026!',
  'schoolteacher',
  'Enquiry Workbench 1',
  '!!!!!!!!!!!!',
])('%s is guessed first, so it is refused', async password => {
  expect(await whyTooWeak(password, [])).toMatch(/^That password is one of those that are guessed first/)
})

test.each([
  'three brown owls',
  'tell me a story',
  'correct horse battery staple',
  'a kettle full of geese',
  'mae hen wlad fy nhadau',
  'żółw czyta gazetę',
  '!?%$£^&*()_+=[]',
  '我喜欢在雨天看书喝茶吃饼干',
  'k4Vq9-zTr2-mW8x',
])('%s is good: there is no rule about which characters', async password => {
  expect(await whyTooWeak(password, [])).toBeUndefined()
})

const nia = ['Nia Prŷs', 'nia@schools.example']
const places = ['Hafren Learning Network', 'Ysgol y Bryn', 'Weir Lane Primary', 'Reading by choice']

test.each(['Nia Prŷs 2026', 'niaprys-niaprys', 'Prys.Nia.1984', 'nia@schools.example'])(
  '%s is made of one’s own name or address, so it is refused',
  async password => {
    expect(await whyTooWeak(password, nia, places)).toContain('your name or email address')
  },
)

test.each([
  'Weir Lane Primary',
  'weirlaneprimary1',
  'Ysgol y Bryn 2026',
  'Reading By Choice!',
  'hafren-learning-network',
])('%s is the name of one’s school, network or group, so it is refused', async password => {
  expect(await whyTooWeak(password, nia, places)).toContain('the name of your school, network or group')
})

test.each(['geese in the corridor', 'three owls read by the weir', 'mae gwyddau yn y coridor'])(
  '%s is not made of names around a person',
  async password => {
    expect(await whyTooWeak(password, nia, places)).toBeUndefined()
  },
)

test('a password as long as may be, made to be hard to judge, holds nobody up', () => {
  estimated('a first one, so that it is ready', [])
  const began = process.cpuUsage()
  for (const odd of ['@4a4@', '$1l|5', 'p@$$w0rd!1l|', 'a1!', '1989-12-11', 'abcdefgh 12345678 '])
    estimated(odd.repeat(200).slice(0, 200), [...nia, ...places])
  // The processor’s time, which a busy machine makes no longer.
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(60_000)
})

test('a password is the same however its letters were composed', async () => {
  const stored = await hashOfPassword('tŷ gwyn ar y bryn')
  expect(await isPassword('tŷ gwyn ar y bryn'.normalize('NFD'), stored)).toBe(true)
  expect(await isPassword('ty gwyn ar y bryn', stored)).toBe(false)
  expect(await isPassword('tŷ gwyn ar y bryn', null)).toBe(false)
})

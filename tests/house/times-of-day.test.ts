import { expect, test } from 'vitest'
import { optionalTimeOfDay, timeOfDay } from '../../src/web/fields.js'

test('a time is understood as a school says it', () => {
  const understood = {
    ...{ '9.30': '09:30', '09:30': '09:30', '16:10': '16:10', '4.10': '16:10', '4:10': '16:10', '4': '16:00' },
    ...{
      '410': '16:10',
      '930': '09:30',
      '1610': '16:10',
      '16h10': '16:10',
      '16h': '16:00',
      '9 h 30': '09:30',
      '410pm': '16:10',
    },
    ...{ '3pm': '15:00', '3.45 p.m.': '15:45', '12pm': '12:00', '7:45': '07:45', '8am': '08:00', '04:10': '04:10' },
  }
  for (const [words, time] of Object.entries(understood))
    expect({ words, time: timeOfDay('When?').safeParse(words).data }).toEqual({ words, time })
  for (const words of ['', 'noon', '25:00', '9:5', '16:10:00', '13pm', '9.30 to 10', '25.00', '4165', '16101', 'h30'])
    expect({ words, ok: timeOfDay('When?').safeParse(words).success }).toEqual({ words, ok: false })
  expect(optionalTimeOfDay('When?').safeParse('').data).toBe('')
})

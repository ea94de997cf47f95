import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { communityFigure, type SchoolReading } from '../../src/influence/figures/community.js'

const reading = (schoolId: string, value: number, more: Partial<SchoolReading> = {}): SchoolReading => ({
  ...{ measure: 'borrowed', name: 'Books borrowed', counts: 'amount', groupId: 'a', schoolId },
  ...{ measuredOn: '2026-10-01', value, pupils: 20, shared: true, ...more },
})

describe('the community’s figure', () => {
  test('is the mean of all pupils, the last reading of each school', () => {
    const readings = [
      reading('s1', 2),
      reading('s1', 4, { measuredOn: '2026-11-01' }),
      reading('s2', 4),
      reading('s3', 10, { pupils: 40 }),
    ]
    expect(communityFigure(readings)).toEqual({ schools: 3, shown: '7' })
  })

  test('tells nothing of one or two schools', () => {
    expect(communityFigure([reading('s1', 2), reading('s2', 4)]).shown).toBeNull()
  })

  test('tells nothing where one or two schools that did not share stand beside those that did', () => {
    const shared = ['s1', 's2', 's3'].map(id => reading(id, 5))
    for (const own of [1, 2]) {
      const hidden = ['s4', 's5'].slice(0, own).map(id => reading(id, 9, { shared: false }))
      expect(communityFigure([...shared, ...hidden]).shown).toBeNull()
    }
    const three = ['s4', 's5', 's6'].map(id => reading(id, 9, { shared: false }))
    expect(communityFigure([...shared, ...three]).shown).toBe('7')
  })

  test('tells a group nothing of the one school that is not in it', () => {
    const own = ['s1', 's2', 's3'].map(id => reading(id, 5, { shared: false }))
    const elsewhere = reading('s4', 9, { shared: false, groupId: 'b' })
    expect(communityFigure([...own, elsewhere]).shown).toBeNull()
  })

  test('counts fewer than five pupils nowhere, nor lets them be what is left over', () => {
    const counted = (value: number) =>
      ['s1', 's2', 's3'].map(id => reading(id, value, { counts: 'pupils', pupils: 10 }))
    expect(communityFigure(counted(1)).shown).toBeNull()
    expect(communityFigure(counted(9)).shown).toBeNull()
    expect(communityFigure(counted(5)).shown).toBe('50 %')
  })

  test('whatever is shared, what nobody shared is never the rest of one or two schools', () => {
    const readings = fc.array(
      fc.record({
        schoolId: fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6', 's7'),
        groupId: fc.constantFrom('a', 'b', 'c'),
        value: fc.integer({ min: 0, max: 100 }),
        pupils: fc.integer({ min: 1, max: 60 }),
        shared: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(readings, list => {
        const all = list.map(one => reading(one.schoolId, one.value, one))
        if (communityFigure(all).shown === null) return
        const last = [...new Map(all.map(one => [one.schoolId, one])).values()]
        for (const group of ['a', 'b', 'c', 'none']) {
          const unknown = last.filter(one => (!one.shared || one.pupils < 5) && one.groupId !== group)
          expect([1, 2]).not.toContain(unknown.length)
        }
      }),
    )
  })
})

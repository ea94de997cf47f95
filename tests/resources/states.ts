import { secret } from '../house/states.js'
import type { World } from '../world.js'

const at = '2026-10-01T09:00:00.000Z'

/** A fund, a budget, a claim, an outside colleague with a wish, a SWOT, an evening: with words that tell when they are read. */
export async function enterResourceStates({ db }: World): Promise<void> {
  const network = { networkId: 'hafren' }
  const fund = { ...network, kind: 'contributions' as const, year: 2026, holderId: 'nia', carriedFrom: null }
  const open = { openedAt: at, openedBy: 'nia', closedAt: null, closedBy: null }
  await db
    .insertInto('funds')
    .values({ id: 'fund', name: secret('fund'), ...fund, ...open })
    .execute()
  const entered = { enteredAt: at, enteredBy: 'nia' }
  await db
    .insertInto('fundContributions')
    .values({
      id: 'c',
      fundId: 'fund',
      schoolId: 'weir',
      promisedPence: 41_337,
      paidPence: 0,
      paidOn: null,
      ...entered,
    })
    .execute()
  const budget = { ...network, fundId: 'fund', pence: 10_000, holderId: null, endedAt: null, endedBy: null }
  await db
    .insertInto('budgets')
    .values([
      { id: 'budget', ofKind: 'group', ofId: 'reading', name: secret('budget'), ...budget, madeAt: at, madeBy: 'nia' },
      {
        id: 'of-theme',
        ofKind: 'theme',
        ofId: 'language',
        name: secret('of-theme'),
        ...budget,
        madeAt: at,
        madeBy: 'nia',
      },
    ])
    .execute()
  const claim = {
    ...{ ...network, personId: 'huw', schoolId: 'weir', budgetId: 'budget', kind: 'release' as const },
    ...{ onDay: '2026-11-20', halfDays: 1, minutes: null, tenthsOfMiles: null, pence: 9500, cover: null },
    ...{ forKind: null, forId: null, draftedAt: at, sentAt: at, headYesAt: null, headYesBy: null },
    ...{ holderYesAt: null, holderYesBy: null, answeredAt: null, answeredBy: null },
    ...{ paidOn: null, paidAt: null, paidBy: null },
  }
  await db
    .insertInto('expenseClaims')
    .values([
      { id: 'claim', forWhat: secret('money claim'), state: 'sent', ...claim },
      { id: 'drafted', forWhat: secret('draft of a money claim'), state: 'draft', ...claim },
    ])
    .execute()
  await db
    .insertInto('bids')
    .values({
      ...{
        id: 'bid',
        ...network,
        toWhom: secret('bid'),
        forWhat: 'x',
        pence: 100,
        dueOn: '2026-12-01',
        outcome: 'sent',
      },
      ...{ grantedPence: null, fundId: null, madeAt: at, madeBy: 'nia', changedAt: at, removedAt: null },
    })
    .execute()
  const colleague = { name: 'Fiona Strand', what: 'adviser' as const, year: 2026, halfDays: 20, baseHalfDays: 2 }
  await db
    .insertInto('outsideColleagues')
    .values({ id: 'adviser', ...network, personId: 'fiona', ...colleague, namedAt: at, namedBy: 'nia', endedAt: null })
    .execute()
  const day = { colleagueId: 'adviser', schoolId: 'weir', onDay: '2026-10-06', halfDays: 1, removedAt: null }
  await db
    .insertInto('colleagueDays')
    .values({ id: 'day', ...day, forWhat: secret('day'), enteredAt: at, enteredBy: 'fiona' })
    .execute()
  const wish = { colleagueId: 'adviser', schoolId: 'weir', halfDays: 2, askedAt: at, askedBy: 'imran' }
  await db
    .insertInto('colleagueWishes')
    .values({ id: 'wish', ...wish, reason: secret('wish'), answeredAt: null, answeredBy: null, agreedHalfDays: null })
    .execute()
  const made = { ...network, heldOn: '2026-11-26', madeAt: at, madeBy: 'nia' }
  await db
    .insertInto('swots')
    .values({ id: 'swot', title: secret('swot'), ...made, settledAt: null, settledBy: null })
    .execute()
  const evening = { starts: '18:30', ends: '20:00', changedAt: at, cancelledAt: null }
  await db
    .insertInto('dataEvenings')
    .values({ id: 'evening', title: secret('evening'), ...made, ...evening })
    .execute()
  await db.insertInto('eveningSchools').values({ eveningId: 'evening', schoolId: 'bryn' }).execute()
  await db
    .insertInto('headsToRing')
    .values({ ...network, personId: 'owen', telephone: '01632 960199' })
    .execute()
}

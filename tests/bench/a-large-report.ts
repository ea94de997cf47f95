import { type Db, inOne } from '../../src/database.js'
import { logManyPieces } from './many-pieces.js'

/**
 * Groups at work in a term of the network of the cast, each with pieces, claims, actions that schools tried, and a report that it
 * sent for the term, which names some of its pieces.
 */
export async function fillReport(db: Db, groups: number, pieces: number): Promise<void> {
  const at = '2026-10-05T09:00:00.000Z'
  const numbers = (count: number) => Array.from({ length: count }, (_, place) => place)
  const words = (what: string, much: number) =>
    numbers(much)
      .map(
        n =>
          `${what} ${n}: they read **aloud** to one another in pairs, and three asked for the book again [[E${n + 1}]].`,
      )
      .join('\n\n')
  const schools = await db.selectFrom('schools').select('id').where('networkId', '=', 'hafren').execute()
  const schoolOf = (n: number) => schools[n % schools.length]!.id
  for (const g of numbers(groups)) {
    const id = `large-${g}`
    await inOne(db, async trx => {
      await trx
        .insertInto('groups')
        .values({
          ...{ id, networkId: 'hafren', themeId: g % 2 ? 'language' : 'world', name: `Reading together ${g}` },
          ...{ why: 'To find out.', joinCode: `join-${id}`, proposedAt: at, proposedBy: 'sadia' },
          ...{ closedAt: null, closedBy: null, closedBecause: null },
        })
        .execute()
      await trx
        .insertInto('enquiries')
        .values({
          ...{
            id: `${id}-1`,
            groupId: id,
            cycle: 1,
            question: `What helps in group ${g}?`,
            stage: 'evidence' as const,
          },
          ...{ beganAt: at, beganBy: 'sadia', finishedAt: null, finishedBy: null },
          ...{ decision: null, decidedBecause: null, follows: null },
        })
        .execute()
      await trx
        .insertInto('groupPeople')
        .values(
          ['sadia', 'huw'].map((personId, place) => ({
            ...{ id: `${id}-${personId}`, groupId: id, personId, schoolId: schoolOf(g + place), joinedAt: at },
            ...{ role: place === 0 ? ('lead learner' as const) : ('volunteer' as const), until: null, leftAt: null },
          })),
        )
        .execute()
    })
    await logManyPieces(db, id, pieces)
    await inOne(db, async trx => {
      await trx
        .insertInto('claims')
        .values(
          numbers(6).map(n => ({
            ...{
              id: `${id}-claim-${n}`,
              groupId: id,
              enquiryId: `${id}-1`,
              number: n + 1,
              strength: 'fairly sure' as never,
            },
            ...{ claim: `Covers that face outwards are taken first of all, ${n}.`, madeAt: at, madeBy: 'sadia' },
            ...{
              sharedAt: at,
              sharedBy: 'sadia',
              retiredAt: null,
              retiredBy: null,
              retiredBecause: null,
              carriedFrom: null,
            },
          })) as never,
        )
        .execute()
      await trx
        .insertInto('claimEvidence')
        .values(
          numbers(30).map(n => ({
            ...{
              claimId: `${id}-claim-${n % 6}`,
              evidenceId: `${id}-many-${n}`,
              bearing: n % 5 ? ('for' as const) : ('against' as const),
            },
            ...{ note: 'Thin books are taken too.', linkedAt: at, linkedBy: 'sadia' },
          })) as never,
        )
        .execute()
      await trx
        .insertInto('actions')
        .values(
          numbers(4).map(n => ({
            ...{
              id: `${id}-action-${n}`,
              groupId: id,
              enquiryId: `${id}-1`,
              number: n + 1,
              action: 'Turn the books round',
            },
            ...{
              expectedEffect: 'More are taken',
              startsOn: '2026-10-05',
              endsOn: null,
              agreedAt: at,
              agreedBy: 'sadia',
            },
            ...{
              sharedAt: at,
              sharedBy: 'sadia',
              completedAt: null,
              completedBy: null,
              removedAt: null,
              removedBy: null,
              carriedFrom: null,
            },
          })) as never,
        )
        .execute()
      await trx
        .insertInto('effects')
        .values(
          numbers(12).map(n => ({
            ...{ id: `${id}-effect-${n}`, actionId: `${id}-action-${n % 4}`, schoolId: schoolOf(Math.floor(n / 4)) },
            ...{
              judgement: 'better' as never,
              confidence: 'fairly sure' as never,
              whatHappened: 'More were taken.',
              judgedAt: at,
              judgedBy: 'sadia',
            },
          })) as never,
        )
        .execute()
      await trx
        .insertInto('recommendations')
        .values(
          numbers(3).map(n => ({
            ...{
              id: `${id}-rec-${n}`,
              groupId: id,
              enquiryId: `${id}-1`,
              number: n + 1,
              recommendation: 'Turn one shelf round.',
            },
            ...{ reasons: 'They are taken first.', draftedAt: at, draftedBy: 'sadia', releaseDays: 1 },
            ...{
              releasedOutsideAt: at,
              withdrawnAt: null,
              withdrawnBy: null,
              withdrawnBecause: null,
              claimId: null,
              effectId: null,
            },
          })) as never,
        )
        .execute()
      await trx
        .insertInto('responses')
        .values(
          numbers(9).map(n => ({
            ...{
              id: `${id}-response-${n}`,
              recommendationId: `${id}-rec-${n % 3}`,
              schoolId: schoolOf(Math.floor(n / 3)),
            },
            ...{
              sentAt: at,
              sentBy: 'sadia',
              answer: null,
              reviewOn: null,
              answeredAt: null,
              answeredBy: null,
              fromPaperOn: null,
            },
            ...{
              confirmedAt: null,
              confirmedBy: null,
              adoption: null,
              inPlaceAt: null,
              inPlaceOn: null,
              inPlaceBy: null,
              publicAt: null,
              publicBy: null,
            },
          })) as never,
        )
        .execute()
      await trx
        .insertInto('shortReports')
        .values({
          ...{
            id: `${id}-short`,
            groupId: id,
            termId: 'hafren-autumn-2026',
            releaseDays: 3,
            begunAt: at,
            begunBy: 'sadia',
          },
          ...{ sentAt: at, sentBy: 'sadia' },
        })
        .execute()
      await trx
        .insertInto('texts')
        .values(
          ['progress', 'learned', 'need'].map(field => ({
            ...{ id: `${id}-${field}`, kind: 'short-report', owner: `${id}~hafren-autumn-2026`, field, version: 1 },
            ...{ body: words(field, 6), savedAt: at, savedBy: 'sadia' },
          })) as never,
        )
        .execute()
    })
  }
}

import type { Db } from '../database.js'
import { hashOfPassword } from '../people/passwords/passwords.js'
import { emailOf, groups, networks, password, people, schools, terms, themes } from './cast.js'

/** Writes the cast into an empty database: people, networks, schools, terms, themes, groups and who is in them. */
export async function enterCast(db: Db): Promise<void> {
  const passwordHash = await hashOfPassword(password)
  const began = '2024-09-02T08:00:00.000Z'
  await db.transaction().execute(async trx => {
    await trx
      .insertInto('people')
      .values(
        people.map(one => ({
          id: one.id,
          name: one.name,
          email: emailOf(one),
          passwordHash,
          createdAt: began,
          administratorSince: one.administrator ? began : null,
          disabledAt: null,
          disabledBy: null,
        })),
      )
      .execute()
    await trx
      .insertInto('networks')
      .values(networks.map(one => ({ ...one, createdAt: began, createdBy: 'alex' })))
      .execute()
    await trx
      .insertInto('schools')
      .values(
        schools.map(one => ({
          id: one.id,
          networkId: one.network,
          urn: one.urn,
          name: one.name,
          phase: one.phase,
          roll: one.roll,
          town: one.town,
          postcode: one.postcode,
          localAuthority: one.localAuthority,
          safeguardingContact: one.safeguarding,
          joinedAt: began,
          joinedBy: 'alex',
          leftAt: null,
          leftBy: null,
        })),
      )
      .execute()
    await trx
      .insertInto('terms')
      .values(
        terms.map(one => ({
          id: `${one.network}-${one.slug}`,
          networkId: one.network,
          slug: one.slug,
          name: one.name,
          startsOn: one.startsOn,
          endsOn: one.endsOn,
        })),
      )
      .execute()
    await trx
      .insertInto('themes')
      .values(
        themes.map(one => ({ id: one.id, networkId: one.network, name: one.name, about: one.about, closedAt: null })),
      )
      .execute()
    await trx
      .insertInto('networkRoles')
      .values(
        people.flatMap(one =>
          one.roles.map((role, place) => ({
            id: `${one.id}-${place + 1}`,
            networkId: role.network,
            personId: one.id,
            role: role.role,
            schoolId: role.school ?? null,
            themeId: role.theme ?? null,
            beganAt: began,
            beganBy: 'alex',
            endedAt: null,
            endedBy: null,
          })),
        ),
      )
      .execute()
    for (const group of groups) {
      await trx
        .insertInto('groups')
        .values({
          id: group.id,
          networkId: group.network,
          themeId: group.theme,
          name: group.name,
          why: group.why,
          joinCode: `join-${group.id}-2026`,
          proposedAt: morning(group.proposedOn),
          proposedBy: group.proposedBy,
          closedAt: null,
          closedBy: null,
          closedBecause: null,
        })
        .execute()
      await trx
        .insertInto('groupPeople')
        .values(
          group.people.map((one, place) => ({
            id: `${group.id}-${place + 1}`,
            groupId: group.id,
            personId: one.person,
            role: one.role,
            schoolId: one.school ?? null,
            joinedAt: morning(one.joinedOn),
            until: one.until ?? null,
            leftAt: null,
          })),
        )
        .execute()
      const { earlier, finished } = group
      if (earlier) {
        await trx
          .insertInto('enquiries')
          .values({
            id: `${group.id}-1`,
            groupId: group.id,
            cycle: 1,
            question: earlier.question,
            stage: 'evaluation',
            beganAt: morning(earlier.began),
            beganBy: group.proposedBy,
            finishedAt: morning(earlier.finished),
            finishedBy: group.proposedBy,
            decision: 'begin another cycle',
            decidedBecause: earlier.because,
            follows: null,
          })
          .execute()
      }
      await trx
        .insertInto('enquiries')
        .values({
          id: `${group.id}-${group.cycle}`,
          groupId: group.id,
          cycle: group.cycle,
          question: group.question,
          stage: group.stage,
          beganAt: morning(group.began),
          beganBy: group.proposedBy,
          finishedAt: finished ? morning(finished.on) : null,
          finishedBy: finished ? group.proposedBy : null,
          decision: finished?.decision ?? null,
          decidedBecause: finished?.because ?? null,
          follows: earlier ? `${group.id}-1` : null,
        })
        .execute()
    }
  })
}

export function morning(day: string): string {
  return `${day}T08:30:00.000Z`
}

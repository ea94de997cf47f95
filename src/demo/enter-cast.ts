import { type Db, inOne, type Trx } from '../database.js'
import { hashOfPassword } from '../people/passwords/passwords.js'
import {
  type CastGroup,
  emailOf,
  groups,
  networks,
  partners,
  password,
  people,
  schools,
  termBreaks,
  terms,
  themes,
} from './cast.js'

const began = '2024-09-02T08:00:00.000Z'

/** Writes the cast into an empty database: people, networks, schools, terms, themes, groups and who is in them. */
export async function enterCast(db: Db): Promise<void> {
  const passwordHash = await hashOfPassword(password)
  await inOne(db, async trx => {
    await enterPeople(trx, passwordHash)
    await enterNetworks(trx)
    await enterSchools(trx)
    await enterTermsAndThemes(trx)
    await enterPartners(trx)
    await enterRoles(trx)
    for (const group of groups) {
      await enterGroup(trx, group)
      await enterCycles(trx, group)
    }
  })
}

async function enterPeople(trx: Trx, passwordHash: string): Promise<void> {
  const rows = people.map(one => ({
    id: one.id,
    name: one.name,
    email: emailOf(one),
    passwordHash,
    createdAt: began,
    administratorSince: one.administrator ? began : null,
    disabledAt: null,
    disabledBy: null,
  }))
  await trx.insertInto('people').values(rows).execute()
}

async function enterNetworks(trx: Trx): Promise<void> {
  const rows = networks.map(one => ({ ...one, createdAt: began, createdBy: 'alex' }))
  await trx.insertInto('networks').values(rows).execute()
}

async function enterSchools(trx: Trx): Promise<void> {
  const rows = schools.map(({ network, safeguarding, ...school }) => ({
    ...school,
    networkId: network,
    safeguardingContact: safeguarding,
    joinedAt: began,
    joinedBy: 'alex',
    leftAt: null,
    leftBy: null,
  }))
  await trx.insertInto('schools').values(rows).execute()
}

async function enterTermsAndThemes(trx: Trx): Promise<void> {
  const termRows = terms.map(({ network, ...term }) => ({
    id: `${network}-${term.slug}`,
    networkId: network,
    ...term,
  }))
  await trx.insertInto('terms').values(termRows).execute()
  const breakRows = termBreaks.map(({ term, ...dates }, place) => ({
    ...dates,
    id: `break-${place + 1}`,
    termId: term,
    changedAt: began,
  }))
  await trx.insertInto('termBreaks').values(breakRows).execute()
  const themeRows = themes.map(({ network, ...theme }) => ({ ...theme, networkId: network, closedAt: null }))
  await trx.insertInto('themes').values(themeRows).execute()
}

async function enterPartners(trx: Trx): Promise<void> {
  const open = { addedAt: began, addedBy: 'alex', endedOn: null, endedAt: null, endedBy: null, cameOfIt: '' }
  const rows = partners.map(({ network, ...partner }) => ({ ...partner, networkId: network, ...open }))
  await trx.insertInto('partners').values(rows).execute()
}

async function enterRoles(trx: Trx): Promise<void> {
  const rows = people.flatMap(one =>
    one.roles.map((role, place) => ({
      id: `${one.id}-${place + 1}`,
      networkId: role.network,
      personId: one.id,
      role: role.role,
      schoolId: role.school ?? null,
      themeId: role.theme ?? null,
      partnerId: role.partner ?? null,
      beganAt: began,
      beganBy: 'alex',
      endedAt: null,
      endedBy: null,
    })),
  )
  await trx.insertInto('networkRoles').values(rows).execute()
}

async function enterGroup(trx: Trx, group: CastGroup): Promise<void> {
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
  const members = group.people.map((one, place) => ({
    id: `${group.id}-${place + 1}`,
    groupId: group.id,
    personId: one.person,
    role: one.role,
    schoolId: one.school ?? null,
    joinedAt: morning(one.joinedOn),
    until: one.until ?? null,
    leftAt: null,
  }))
  await trx.insertInto('groupPeople').values(members).execute()
}

/** The cycle on which the group is now, and the finished one before it where there is one. */
async function enterCycles(trx: Trx, group: CastGroup): Promise<void> {
  const { earlier, finished } = group
  const first = earlier && {
    id: `${group.id}-1`,
    groupId: group.id,
    cycle: 1,
    question: earlier.question,
    stage: 'evaluation' as const,
    beganAt: morning(earlier.began),
    beganBy: group.proposedBy,
    finishedAt: morning(earlier.finished),
    finishedBy: group.proposedBy,
    decision: 'begin another cycle' as const,
    decidedBecause: earlier.because,
    follows: null,
  }
  if (first) await trx.insertInto('enquiries').values(first).execute()
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
      follows: first?.id ?? null,
    })
    .execute()
}

export function morning(day: string): string {
  return `${day}T08:30:00.000Z`
}

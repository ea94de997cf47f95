import type { Db } from '../../src/database.js'
import type { Role } from '../../src/who-sees-what.js'

const at = '2026-10-01T09:00:00.000Z'
const secret = (name: string) => `Secret words of ${name}`

/** A project with a governor as its guest, its texts, and a round of moderation: for the walk through who sees what. */
export async function enterProjects(db: Db): Promise<void> {
  await db
    .insertInto('projects')
    .values({
      ...{ id: 'secret', networkId: 'hafren', themeId: null, title: secret('project'), whatFor: 'x' },
      ...{ startsOn: '2026-09-01', endsOn: '2027-07-01', contactId: 'huw', proposedAt: at, proposedBy: 'huw' },
      ...{ begunAt: at, begunBy: 'huw', endedAt: null, endedBy: null, changedAt: at },
    })
    .execute()
  const asked = { askedAt: at, askedBy: 'huw', leftAt: null, leftBy: null, schoolId: null }
  await db
    .insertInto('projectMembers')
    .values(
      ['dilys', 'menna'].map(personId => ({
        ...asked,
        ...{ id: personId === 'dilys' ? 'guest' : 'partner', projectId: 'secret', as: 'guest' as const, personId },
        ...{ joinedAt: at, joinedBy: personId },
      })),
    )
    .execute()
  const text = { projectId: 'secret', begunAt: at, begunBy: 'huw' }
  await db
    .insertInto('projectTexts')
    .values([
      { id: 'drafted', title: secret('draft'), ...text },
      { id: 'agreed', title: 'An agreed text', ...text },
    ])
    .execute()
  const issue = { number: 1, name: 'Agreed', agreedOn: '2026-10-01', keptAt: at, keptBy: 'huw' }
  await db
    .insertInto('projectIssues')
    .values({ id: 'issue', textId: 'agreed', body: secret('agreed text'), ...issue })
    .execute()
  const home = { textId: 'agreed', issueId: 'issue', takenAt: at, takenBy: 'sam' }
  await db
    .insertInto('projectHomes')
    .values([
      { id: 'kept', schoolId: 'weir', changed: secret('kept at home'), sharedAt: null, sharedBy: null, ...home },
      { id: 'shown', schoolId: 'coed', changed: secret('shared'), sharedAt: at, sharedBy: 'ifan', ...home },
    ])
    .execute()
}

export async function enterModeration(db: Db): Promise<void> {
  await db
    .insertInto('moderationRounds')
    .values([
      {
        ...{ id: 'secret', networkId: 'hafren', title: secret('round'), leaderId: 'sam', judgeBy: '2026-12-11' },
        ...{ madeAt: at, madeBy: 'sam', begunAt: at, begunBy: 'sam', openedAt: at, openedBy: 'sam' },
        ...{ finishedAt: null, finishedBy: null, changedAt: at },
      },
    ])
    .execute()
  const asked = { roundId: 'secret', askedAt: at, askedBy: 'sam', leftAt: null }
  await db
    .insertInto('moderationJudges')
    .values(['nia', 'tomasz', 'sadia', 'imran'].map(personId => ({ ...asked, personId })))
    .execute()
  await db
    .insertInto('moderationPieces')
    .values({
      ...{ id: 'secret', networkId: 'hafren', roundId: 'secret', number: 1, evidenceId: null, schoolId: 'weir' },
      ...{ title: 'A piece', goesTo: 'network', endsOn: null, reason: secret('example'), agreedAt: at },
      ...{ agreedBy: 'sam', addedAt: at, addedBy: 'sam', removedAt: null, removedBy: null },
    })
    .execute()
}

const at_ = '/networks/hafren/projects/secret'

export const projectProbes = [
  {
    resource: 'project: who is in it, steps, what came of it',
    inWords: 'its page',
    state: {},
    address: at_,
    holds: secret('project'),
    networkWide: true as const,
  },
  {
    resource: 'text drafted in a project, not agreed yet',
    inWords: 'to those who are not in the project, and to its guest',
    state: {},
    address: `${at_}/texts/drafted`,
    holds: secret('draft'),
  },
  {
    resource: 'text that a project has agreed',
    inWords: 'as it was agreed',
    state: {},
    address: `${at_}/texts/agreed/issues/1`,
    holds: secret('agreed text'),
    networkWide: true as const,
  },
  {
    resource: 'a school’s own version of such a text',
    inWords: 'kept at home, of Weir Lane',
    state: {},
    address: `${at_}/texts/agreed/schools/weir`,
    holds: secret('kept at home'),
    except: { 'network leader': false, 'co-leader': false, 'lead learner': false },
  },
  {
    resource: 'a school’s own version of such a text',
    inWords: 'shared',
    state: { shared: true },
    address: `${at_}/texts/agreed/schools/coed`,
    holds: secret('shared'),
    networkWide: true as const,
  },
  {
    resource: 'moderation round: its pieces, own judgement, those of others once it is open',
    inWords: 'for those who judge',
    state: {},
    address: '/networks/hafren/moderation/secret',
    holds: secret('round'),
  },
  {
    resource: 'what was agreed about a piece of pupils’ work',
    inWords: 'brought for a round, to be seen by the network',
    state: {},
    address: '/networks/hafren/moderation/examples/secret',
    holds: secret('example'),
    networkWide: true as const,
  },
]

const allWhoWork = ['network leader', 'co-leader', 'lead learner', 'volunteer', 'headteacher'] as const

export const projectChanges: { does: string; address: string; fields: Record<string, string>; allowed: Role[] }[] = [
  {
    does: 'proposes a project',
    address: '/networks/hafren/projects',
    fields: { title: '' },
    allowed: [...allWhoWork],
  },
  {
    does: 'ends a project',
    address: `${at_}/ending`,
    fields: { cameOfIt: '' },
    allowed: ['network leader'],
  },
  {
    does: 'begins a text in a project',
    address: `${at_}/texts`,
    fields: { title: '' },
    allowed: ['governor', 'partner'],
  },
  {
    does: 'prepares a round of moderation',
    address: '/networks/hafren/moderation',
    fields: { title: '' },
    allowed: [...allWhoWork],
  },
  {
    does: 'leads a round of moderation',
    address: '/networks/hafren/moderation/secret',
    fields: { title: '' },
    allowed: ['volunteer'],
  },
]

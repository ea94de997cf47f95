import { describe, expect, test } from 'vitest'
import { rightInWords } from '../../src/people/who-sees-what-routes.js'
import { brought } from '../../src/rooms.js'
import { type Condition, type Right, type Role, roles } from '../../src/who-sees-what.js'
import { enterModeration, enterProjects, projectChanges, projectProbes } from '../projects/states.js'
import { documentWith, editionOf, said } from '../published/publishing.js'
import { visitProbes } from '../visits/states.js'
import { newWorld } from '../world.js'
import { enterResourceStates } from '../resources/states.js'
import { addressesOf, nounsOf } from './addresses.js'
import { enterStates, secret } from './states.js'

// The table of who sees what, walked role by resource by state, over HTTP. Each role stands towards the group `reading`
// as the table means it (own group, own theme, own school, invited); `stands` names somebody of the same role who stands
// outside, for whom nothing of the group exists.
const actor: Record<Role, string | null> = {
  'network leader': 'nia',
  'co-leader': 'tomasz',
  'lead learner': 'sadia',
  volunteer: 'sam',
  headteacher: 'imran',
  governor: 'dilys',
  facilitator: 'fiona',
  partner: 'menna',
  administrator: 'alex',
  public: null,
}
const outsiders = ['ruth', 'marek', 'yusra', 'bridie', 'kasia', 'carys', 'alys']

interface State {
  shared?: boolean
  outside?: boolean
  released?: boolean
  published?: boolean
  agreed?: boolean
  invited?: boolean
  present?: boolean
  asked?: boolean
}

/** What a cell of the table says about reading, in a state. */
function mayRead(cell: Right[], state: State): boolean {
  const holds = new Set<Condition>()
  if (state.shared) holds.add('shared')
  if (state.outside) holds.add('shared outside')
  if (state.released) holds.add('released')
  if (state.agreed) holds.add('its head agrees')
  if (state.invited) holds.add('invited')
  if (state.present) for (const one of ['present', 'present or in the circle'] as const) holds.add(one)
  if (state.asked) holds.add('where they are asked')
  return cell.some(
    ({ deeds, whose, when }) =>
      deeds.includes('R') && when.every(one => holds.has(one)) && (whose === 'p' ? state.published === true : true),
  )
}

interface Probe {
  resource: string
  state: State
  inWords: string
  /** What is asked for; the resource is there when the answer is 200 and holds these words. */
  address: string
  holds: string
  /** The table's cell is about the reader's own; nobody else of the cast has it. */
  except?: Partial<Record<Role, boolean>>
  /** Colleagues of the same network who may read it without standing in the group. */
  networkWide?: true
  /** Where colleagues of the network are led, who may volunteer there. */
  door?: string
  /** Everybody who is signed in has one of their own. */
  isEverybodys?: true
}

const world = newWorld()
const money = '/networks/hafren/resources'
const probes: Probe[] = [
  {
    resource: 'network settings, terms, schools',
    inWords: 'schools',
    state: {},
    address: '/networks/hafren/schools',
    holds: 'Holly Bank Primary',
    networkWide: true,
  },
  {
    resource: 'network settings, terms, schools',
    inWords: 'terms',
    state: {},
    address: '/networks/hafren/terms',
    holds: 'Autumn term 2026',
    networkWide: true,
  },
  {
    resource: 'partners that are not schools',
    inWords: 'their list',
    state: {},
    address: '/networks/hafren/partners',
    holds: 'Pont-y-felin Children’s Centre',
    networkWide: true,
  },
  {
    resource: 'people and roles',
    inWords: 'people of the network',
    state: {},
    address: '/networks/hafren/people',
    holds: 'Sadia Qureshi',
    networkWide: true,
  },
  {
    resource: 'group',
    inWords: 'the group’s page',
    state: {},
    address: '/groups/reading',
    holds: 'Reading by choice',
    door: '/groups/reading/joining',
  },
  {
    resource: 'stage text, draft',
    inWords: 'a stage that is not shared',
    state: {},
    address: '/groups/reading/stages/purpose',
    holds: secret('stage'),
  },
  {
    resource: 'stage text, shared',
    inWords: 'a shared stage',
    state: { shared: true },
    address: '/groups/reading/stages/context',
    holds: secret('shared stage'),
  },
  {
    resource: 'reference, the group’s own',
    inWords: 'not shared',
    state: {},
    address: '/references/reference-own',
    holds: secret('reference-own'),
  },
  {
    resource: 'reference, shared with the network',
    inWords: 'shared',
    state: { shared: true },
    address: '/references/reference-shared',
    holds: secret('reference-shared'),
    networkWide: true,
  },
  {
    resource: 'evidence, private draft',
    inWords: 'somebody else’s draft',
    state: {},
    address: '/evidence/draft',
    holds: secret('draft'),
    except: { 'lead learner': false, volunteer: false },
  },
  {
    resource: 'evidence, shared with group',
    inWords: 'inside the group',
    state: {},
    address: '/evidence/with-group',
    holds: secret('with-group'),
  },
  {
    resource: 'evidence, shared with group',
    inWords: 'shared outside',
    state: { outside: true },
    address: '/evidence/with-group-outside',
    holds: secret('with-group-outside'),
  },
  {
    resource: 'evidence, shared with network',
    inWords: 'not outside',
    state: {},
    address: '/evidence/with-network',
    holds: secret('with-network'),
    networkWide: true,
  },
  {
    resource: 'evidence, shared with network',
    inWords: 'shared outside',
    state: { outside: true },
    address: '/evidence/with-network-outside',
    holds: secret('with-network-outside'),
    networkWide: true,
  },
  {
    resource: 'codebook, coding, memo, blind reading',
    inWords: 'the codebook',
    state: {},
    address: '/groups/reading/codes',
    holds: secret('code'),
  },
  {
    resource: 'codebook, coding, memo, blind reading',
    inWords: 'a code',
    state: {},
    address: '/codes/code',
    holds: secret('code'),
  },
  // A co-leader reads the claims and actions of their theme; whether those still inside the group are meant is said by "when shared".
  {
    resource: 'claim',
    inWords: 'a claim that is shared',
    state: { shared: true },
    address: '/claims/claim-shared',
    holds: secret('claim-shared'),
  },
  {
    resource: 'action',
    inWords: 'an action that is shared',
    state: { shared: true },
    address: '/actions/action-shared',
    holds: secret('action-shared'),
  },
  ...(['group', 'network'] as const).flatMap(audience =>
    [false, true].map(outside => ({
      resource: `words on a claim, of evidence shared with the ${audience}`,
      inWords: `of evidence shared with the ${audience}${outside ? ' and outside' : ''}`,
      state: { shared: true, outside },
      address: '/claims/claim-shared',
      holds: secret(`words with-${audience}${outside ? '-outside' : ''}`) + '</mark>',
    })),
  ),
  {
    resource: 'map of claims, with its codes',
    inWords: 'a code on the map',
    state: {},
    address: '/groups/reading/claims/map',
    holds: secret('code'),
  },
  {
    resource: 'instrument',
    inWords: 'a group’s own',
    state: {},
    address: '/instruments/instrument',
    holds: secret('instrument'),
  },
  {
    resource: 'sheet being filled in',
    inWords: 'somebody else’s',
    state: {},
    address: '/fillings/filling',
    holds: secret('filling'),
    except: { 'lead learner': false, volunteer: false },
  },
  {
    resource: 'questionnaire, closed',
    inWords: 'its spread of answers',
    state: {},
    address: '/questionnaires/questionnaire',
    holds: secret('questionnaire'),
  },
  {
    resource: 'measure over time',
    inWords: 'the numbers of a school that shares them',
    state: { shared: true },
    address: '/measures/measure-shared',
    holds: secret('measure-shared'),
  },
  {
    resource: 'measure over time',
    inWords: 'numbers that no school has shared',
    state: {},
    address: '/measures/measure-inside',
    holds: secret('measure-inside'),
  },
  {
    resource: 'recommendation, sent',
    inWords: 'not released',
    state: {},
    address: '/recommendations/sent',
    holds: secret('sent'),
  },
  {
    resource: 'recommendation, sent',
    inWords: 'released',
    state: { released: true },
    address: '/recommendations/released',
    holds: secret('released'),
  },
  {
    resource: 'where a recommendation is in place',
    inWords: 'not released',
    state: {},
    address: '/recommendations/placed',
    holds: secret('seen-there'),
  },
  {
    resource: 'a head’s response',
    inWords: 'not for the public',
    state: {},
    address: '/recommendations/sent',
    holds: secret('answer'),
  },
  {
    resource: 'a head’s response',
    inWords: 'its head agreed',
    state: { released: true, agreed: true },
    address: '/recommendations/released',
    holds: secret('answer-open'),
  },
  {
    resource: 'dossier of a school, from all groups',
    inWords: 'as a page',
    state: {},
    address: '/networks/hafren/dossiers/weir',
    holds: secret('sent'),
  },
  {
    resource: 'dossier of a school, from one group',
    inWords: 'as a page',
    state: {},
    address: '/groups/reading/dossiers/weir',
    holds: secret('sent'),
  },
  {
    resource: 'conference booklet',
    inWords: 'its programme',
    state: {},
    address: '/networks/hafren/conferences/secret',
    holds: secret('session'),
    networkWide: true,
  },
  {
    resource: 'forum post, take-up',
    inWords: 'a post of a colleague',
    state: {},
    address: '/networks/hafren/forum/secret-post',
    holds: secret('post'),
    networkWide: true,
  },
  {
    resource: 'what the next session of the forum talks about',
    inWords: 'what people would like to talk about',
    state: {},
    address: '/networks/hafren/forum/talk',
    holds: 'For the next session',
    networkWide: true,
  },
  {
    resource: 'invitation to read the forum',
    inWords: 'who is invited',
    state: {},
    address: '/networks/hafren/forum/readers',
    holds: 'Fiona Strand',
  },
  {
    resource: 'letters to me',
    inWords: 'which letters come',
    state: {},
    address: '/letters',
    holds: 'Letters that I want',
    isEverybodys: true,
  },
  {
    resource: 'own calendar, and who reads it elsewhere',
    inWords: 'somebody’s own',
    state: {},
    address: '/calendar?month=2027-07',
    holds: 'Your calendar',
    isEverybodys: true,
  },
  {
    resource: 'calendar of the network',
    inWords: 'the day of the conference',
    state: {},
    address: '/networks/hafren/calendar?month=2027-07',
    holds: 'Summer conference',
    networkWide: true,
  },
  {
    resource: 'calendar of a group',
    inWords: 'as a page',
    state: {},
    address: '/groups/reading/calendar',
    holds: 'Calendar – Reading by choice',
  },
  {
    resource: 'day in common, and which schools keep it',
    inWords: 'one school’s note',
    state: {},
    address: '/networks/hafren/common-days/common',
    holds: secret('kept day'),
    networkWide: true,
  },
  {
    resource: 'review: that there is one, what was chosen',
    inWords: 'in which others are asked',
    state: {},
    address: '/networks/hafren/reviews/review-of-others',
    holds: secret('review point'),
    networkWide: true,
  },
  {
    resource: 'review: that there is one, what was chosen',
    inWords: 'in which they are asked',
    state: { asked: true },
    address: '/networks/hafren/reviews/review-of-theirs',
    holds: secret('review point'),
    networkWide: true,
  },
  {
    resource: 'review: own answers',
    inWords: 'where they are given',
    state: { asked: true },
    address: '/networks/hafren/reviews/review-open/answer/1',
    holds: secret('review'),
  },
  {
    resource: 'review: how answers spread (five or more)',
    inWords: 'in which others are asked',
    state: {},
    address: '/networks/hafren/reviews/review-of-others/spread',
    holds: secret('review'),
  },
  {
    resource: 'review: how answers spread (five or more)',
    inWords: 'in which they are asked',
    state: { asked: true },
    address: '/networks/hafren/reviews/review-of-theirs/spread',
    holds: secret('review'),
  },
  {
    resource: 'copy of the group’s work',
    inWords: 'the page it is taken from',
    state: {},
    address: '/groups/reading/copies',
    holds: 'Take a copy of the group’s work',
  },
  {
    resource: 'anonymous copy of published work',
    inWords: 'before it is taken',
    state: {},
    address: '/published/write-ups/secret/anonymous',
    holds: 'Before the copy is made',
  },
  {
    resource: 'that a pupils’ key exists, and who looks after it',
    inWords: 'on the group’s page of keys',
    state: {},
    address: '/groups/reading/keys',
    holds: 'Key of Weir Lane',
  },
  {
    resource: 'pupils’ key, what is in it',
    inWords: 'open, to whoever made it',
    state: {},
    address: '/keys/key',
    holds: secret('pupil'),
    except: { 'lead learner': false },
  },
  {
    resource: 'openings of a pupils’ key',
    inWords: 'who opened it and why',
    state: {},
    address: '/keys/key',
    holds: secret('opening'),
    except: { 'lead learner': false },
  },
  {
    resource: 'data lead of a school',
    inWords: 'of Weir Lane',
    state: {},
    address: '/networks/hafren/schools/weir/data-leads',
    holds: 'Looks after the keys',
    except: { 'lead learner': false },
  },
  {
    resource: 'refusal of a school',
    inWords: 'of Weir Lane',
    state: {},
    address: '/networks/hafren/schools/weir/refusals',
    holds: secret('refusal'),
    except: { 'lead learner': false },
  },
  {
    resource: 'pseudonyms of schools and interviewees',
    inWords: 'of a colleague',
    state: {},
    address: '/groups/reading/pseudonyms',
    holds: secret('pseudonym'),
  },
  {
    resource: 'list of what a withdrawal touched',
    inWords: 'recorded by somebody else',
    state: {},
    address: '/withdrawals/list',
    holds: secret('touched'),
    except: { 'network leader': false, 'co-leader': false, headteacher: false },
  },
  {
    resource: 'theme: focus, objectives, activities, champions',
    inWords: 'its page',
    state: {},
    address: '/networks/hafren/themes/language',
    holds: secret('theme'),
    networkWide: true,
  },
  {
    resource: 'a theme’s note to the circle, and its summary of what groups claim, before they are sent',
    inWords: 'the note while it is written',
    state: {},
    address: '/networks/hafren/themes/language/notes/autumn-2026',
    holds: secret('theme note'),
  },
  {
    resource: 'a co-leader’s own notes on their school',
    inWords: 'on the page of both halves',
    state: {},
    address: '/networks/hafren/themes/language/leading',
    holds: secret('own note'),
  },
  {
    resource: 'termly report, draft',
    inWords: 'the introduction',
    state: {},
    address: '/networks/hafren/reports/autumn-2026',
    holds: secret('report'),
  },
  ...projectProbes,
  ...visitProbes,
  {
    resource: 'circle, its meetings, agenda, agreed minutes, decisions',
    inWords: 'a meeting',
    state: {},
    address: '/meetings/meeting',
    holds: secret('meeting'),
    networkWide: true,
  },
  {
    resource: 'circle, its meetings, agenda, agreed minutes, decisions',
    inWords: 'agreed minutes',
    state: {},
    address: '/meetings/meeting/minutes',
    holds: secret('item-of-meeting'),
    networkWide: true,
  },
  {
    resource: 'circle, its meetings, agenda, agreed minutes, decisions',
    inWords: 'a decision',
    state: {},
    address: '/decisions/decision',
    holds: secret('decision'),
    networkWide: true,
  },
  {
    resource: 'circle, its meetings, agenda, agreed minutes, decisions',
    inWords: 'the circle',
    state: {},
    address: '/circles/circle',
    holds: secret('circle'),
    networkWide: true,
  },
  {
    resource: 'circle, its meetings, agenda, agreed minutes, decisions',
    inWords: 'agreed minutes of a meeting to which governor and facilitator are invited',
    state: { invited: true },
    address: '/meetings/meeting-invited/minutes',
    holds: secret('item-of-meeting-invited'),
    networkWide: true,
  },
  {
    resource: 'confidential item, or minutes not yet agreed',
    inWords: 'minutes not yet agreed',
    state: {},
    address: '/meetings/meeting-draft/minutes',
    holds: secret('item-of-meeting-draft'),
  },
  ...['item-of-meeting-present', 'item-of-meeting-present-quiet'].map(item => ({
    resource: 'confidential item, or minutes not yet agreed',
    inWords: `of a meeting at which all were present: ${item}`,
    state: { present: true },
    address: '/meetings/meeting-present/minutes',
    holds: secret(item) + '<',
  })),
  {
    resource: 'a group’s own meetings',
    inWords: 'agreed minutes',
    state: {},
    address: '/meetings/meeting-group/minutes',
    holds: secret('item-of-meeting-group'),
  },
  { resource: 'fund', inWords: 'its page', state: {}, address: `${money}/funds/fund`, holds: secret('fund') },
  {
    resource: 'contribution of a school',
    inWords: 'as a file',
    state: {},
    address: `${money}/contributions.csv`,
    holds: '413.37',
    networkWide: true,
  },
  {
    resource: 'budget',
    inWords: 'of a group',
    state: {},
    address: `${money}/budgets/budget`,
    holds: secret('budget'),
    except: { 'co-leader': false },
  },
  {
    resource: 'budget',
    inWords: 'of a theme',
    state: {},
    address: `${money}/budgets/of-theme`,
    holds: secret('of-theme'),
    except: { 'lead learner': false },
  },
  { resource: 'bid for money', inWords: 'its page', state: {}, address: `${money}/bids/bid`, holds: secret('bid') },
  {
    resource: 'claim for release, twilight, travel or materials',
    inWords: 'of a colleague, on the group’s budget',
    state: {},
    address: `${money}/claims/claim`,
    holds: secret('money claim'),
    except: { 'co-leader': false, volunteer: false },
  },
  {
    resource: 'claim for release, twilight, travel or materials',
    inWords: 'a colleague’s draft',
    state: {},
    address: `${money}/claims/drafted`,
    holds: secret('draft of a money claim'),
    except: {
      'network leader': false,
      'co-leader': false,
      'lead learner': false,
      volunteer: false,
      headteacher: false,
    },
  },
  {
    resource: 'days of an outside colleague, held in common',
    inWords: 'how much there is',
    state: {},
    address: `${money}/colleagues/adviser`,
    holds: 'Held in common',
    networkWide: true,
  },
  {
    resource: 'days of an outside colleague, used by a school',
    inWords: 'of Weir Lane',
    state: {},
    address: `${money}/colleagues/adviser`,
    holds: secret('day'),
    networkWide: true,
  },
  {
    resource: 'wish for more days of an outside colleague',
    inWords: 'with its reason',
    state: {},
    address: `${money}/colleagues/adviser/wishes/wish`,
    holds: secret('wish'),
  },
  {
    resource: 'SWOT of a network',
    inWords: 'its page',
    state: {},
    address: `${money}/swots/swot`,
    holds: secret('swot'),
    networkWide: true,
  },
  {
    resource: 'data evening of governors, with its papers',
    inWords: 'its page',
    state: {},
    address: `${money}/evenings/evening`,
    holds: secret('evening'),
    networkWide: true,
  },
  {
    resource: 'heads to ring',
    inWords: 'a number',
    state: {},
    address: `${money}/ringing`,
    holds: '01632 960199',
    networkWide: true,
  },
]

await enterStates(world)
await enterProjects(world.db)
await enterModeration(world.db)
await enterResourceStates(world)
await editionOf(world, 1, documentWith([said('Words that are out.')]), { slug: 'secret' })
const as = (person: string | null) => (person ? world.as(person) : world.stranger)

describe.each(probes)('$resource, $inWords', probe => {
  const row = brought.whoSees.find(one => one.resource === probe.resource)!
  const cells = roles.map(role => {
    const cell = row.rights[role] ?? []
    return { role, cell, said: cell.map(rightInWords).join('; ') }
  })
  test.each(cells)('$role: $said', async ({ role, cell }) => {
    const expected = probe.except?.[role] ?? mayRead(cell, probe.state)
    const page = await as(actor[role]).get(probe.address)
    expect(page.status === 200 && page.text.includes(probe.holds)).toBe(expected)
    if (!expected && page.status !== 200) expect([303, 404]).toContain(page.status)
  })

  test.skipIf(probe.isEverybodys)('to everybody who stands outside, it does not exist', async () => {
    const colleagues = probe.networkWide || probe.door ? ['kasia', 'carys', 'alys'] : []
    for (const colleague of probe.door ? colleagues : [])
      expect((await world.as(colleague).get(probe.address)).headers.location, colleague).toBe(probe.door)
    for (const outsider of probe.isEverybodys ? [] : outsiders.filter(one => !colleagues.includes(one))) {
      const page = await world.as(outsider).get(probe.address)
      expect({ outsider, status: page.status, told: page.text.includes(probe.holds) }).toEqual({
        outsider,
        status: 404,
        told: false,
      })
    }
  })
})

test('a claim and an action that are not shared are the group’s own', async () => {
  for (const address of ['/claims/claim-inside', '/actions/action-inside']) {
    for (const person of ['nia', 'imran', 'dilys', 'alex', 'kasia', 'ruth'])
      expect((await world.as(person).get(address)).status).toBe(404)
    for (const person of ['sadia', 'sam']) expect((await world.as(person).get(address)).status).toBe(200)
  }
})

test('what is confidential is in no agreed minutes of those who were not there', async () => {
  for (const person of ['nia', 'tomasz', 'sadia', 'sam', 'imran', 'kasia'])
    for (const address of ['/meetings/meeting/minutes', '/meetings/meeting'])
      expect((await world.as(person).get(address)).text).not.toContain(secret('item-of-meeting-quiet'))
})

test('an author sees their own draft, and nobody else its number in any list, file or count', async () => {
  expect((await world.as('huw').get('/evidence/draft')).text).toContain(secret('draft'))
  for (const person of ['sadia', 'sam', 'nia', 'tomasz', 'fiona']) {
    for (const address of [
      '/groups/reading',
      '/groups/reading/evidence',
      '/groups/reading/evidence.csv',
      '/groups/reading/history',
      '/',
      '/groups/reading/claims/new',
      '/claims/claim-inside/evidence',
    ]) {
      expect((await world.as(person).get(address)).text).not.toMatch(/Secret words of draft|E901/)
    }
  }
})

const changes: { does: string; address: string; fields: Record<string, string>; allowed: Role[] }[] = [
  {
    does: 'changes the network’s words',
    address: '/networks/hafren',
    fields: { name: 'Hafren Learning Network', about: 'Words' },
    allowed: ['network leader'],
  },
  {
    does: 'adds a term',
    address: '/networks/hafren/terms',
    fields: { name: '', startsOn: '', endsOn: '' },
    allowed: ['network leader'],
  },
  {
    does: 'adds a partner',
    address: '/networks/hafren/partners',
    fields: { name: '' },
    allowed: ['network leader'],
  },
  {
    does: 'invites somebody to the network',
    address: '/networks/hafren/people/invitations',
    fields: { name: '' },
    allowed: ['network leader'],
  },
  {
    does: 'writes in a stage',
    address: '/texts/stage/reading-1/purpose.ethics',
    fields: { body: secret('stage'), version: '1' },
    allowed: ['lead learner', 'volunteer'],
  },
  {
    does: 'adds a reference',
    address: '/groups/reading/knowledge',
    fields: { title: '' },
    allowed: ['lead learner', 'volunteer'],
  },
  {
    does: 'makes a claim',
    address: '/groups/reading/claims',
    fields: { claim: '' },
    allowed: ['lead learner', 'volunteer'],
  },
  {
    does: 'makes a code',
    address: '/groups/reading/codes',
    fields: { name: '' },
    allowed: ['lead learner', 'volunteer'],
  },
  {
    does: 'agrees an action',
    address: '/groups/reading/actions',
    fields: { action: '' },
    allowed: ['lead learner', 'volunteer'],
  },
  {
    does: 'drafts a recommendation',
    address: '/groups/reading/recommendations',
    fields: { recommendation: '' },
    allowed: ['lead learner', 'volunteer'],
  },
  { does: 'sends a recommendation', address: '/recommendations/sent/sending', fields: {}, allowed: ['lead learner'] },
  {
    does: 'makes a link to a dossier',
    address: '/networks/hafren/dossiers/weir/links',
    fields: { days: 'x' },
    allowed: ['network leader', 'headteacher'],
  },
  {
    does: 'adds a theme',
    address: '/networks/hafren/themes',
    fields: { name: '' },
    allowed: ['network leader'],
  },
  {
    does: 'changes what is said of a theme',
    address: '/networks/hafren/themes/language',
    fields: { name: '' },
    allowed: ['network leader', 'co-leader'],
  },
  {
    does: 'hands a theme over',
    address: '/networks/hafren/themes/language/handover',
    fields: { to: '' },
    allowed: ['network leader'],
  },
  {
    does: 'adds to the programme of a conference',
    address: '/networks/hafren/conferences/secret/sessions',
    fields: { title: '' },
    allowed: ['network leader'],
  },
  {
    does: 'posts in the forum',
    address: '/networks/hafren/forum',
    fields: { kind: 'tried', sentence: '' },
    allowed: ['network leader', 'co-leader', 'lead learner', 'volunteer', 'headteacher'],
  },
  {
    does: 'answers in the forum',
    address: '/networks/hafren/forum/secret-post/answers',
    fields: { words: '' },
    allowed: ['network leader', 'co-leader', 'lead learner', 'volunteer', 'headteacher'],
  },
  {
    does: 'words somebody else’s post anew',
    address: '/networks/hafren/forum/secret-post',
    fields: { kind: '' },
    allowed: [],
  },
  {
    does: 'folds a post away',
    address: '/networks/hafren/forum/secret-post/folding',
    fields: { because: '' },
    allowed: ['network leader'],
  },
  {
    does: 'takes posts to the next session',
    address: '/networks/hafren/forum/talk',
    fields: { minutes: '' },
    allowed: ['network leader', 'co-leader'],
  },
  {
    does: 'invites a reader to the forum',
    address: '/networks/hafren/forum/readers',
    fields: { person: '' },
    allowed: ['network leader'],
  },
  {
    does: 'sets a day in common',
    address: '/networks/hafren/common-days',
    fields: { title: '' },
    allowed: ['network leader'],
  },
  {
    does: 'says whether a school keeps a day in common',
    address: '/networks/hafren/common-days/common/schools/weir',
    fields: { answer: '' },
    allowed: ['network leader', 'headteacher'],
  },
  {
    does: 'makes an address of their own calendar',
    address: '/calendar/feeds',
    fields: { of: '' },
    allowed: roles.filter(role => role !== 'public'),
  },
  {
    does: 'founds a circle',
    address: '/networks/hafren/circles',
    fields: { name: '' },
    allowed: ['network leader', 'co-leader', 'lead learner', 'volunteer', 'headteacher'],
  },
  {
    does: 'plans a meeting of a circle that they are not in',
    address: '/circles/circle/meetings',
    fields: { title: '' },
    allowed: [],
  },
  {
    does: 'plans a meeting of the group',
    address: '/circles/circle-group/meetings',
    fields: { on: 'x' },
    allowed: ['lead learner', 'volunteer'],
  },
  {
    does: 'begins a review',
    address: '/networks/hafren/reviews',
    fields: { title: '' },
    allowed: ['network leader', 'co-leader'],
  },
  {
    does: 'moves the last day of a review',
    address: '/networks/hafren/reviews/review-open/last-day',
    fields: { answerBy: '' },
    allowed: ['network leader'],
  },
  {
    does: 'enters a slip for a school that has a head',
    address: '/recommendations/sent/responses/weir/slip',
    fields: { answer: '' },
    allowed: [],
  },
  {
    does: 'answers for a school',
    address: '/recommendations/sent/responses/weir',
    fields: { answer: '' },
    allowed: ['headteacher'],
  },
  {
    does: 'sends the group’s report',
    address: '/groups/reading/reports/autumn-2026/sending',
    fields: { releaseDays: 'x' },
    allowed: ['lead learner'],
  },
  {
    does: 'submits the termly report',
    address: '/networks/hafren/reports/autumn-2026/submission',
    fields: { reason: 'x'.repeat(3000) },
    allowed: ['network leader'],
  },
  {
    does: 'adds a part to the termly report',
    address: '/networks/hafren/reports/autumn-2026/parts',
    fields: { newHeading: '' },
    allowed: ['network leader'],
  },
  {
    does: 'makes a promise for the network',
    address: '/networks/hafren/reports/autumn-2026/promises',
    fields: { promise: '' },
    allowed: ['network leader'],
  },
  {
    does: 'withdraws published work',
    address: '/published/write-ups/secret/withdrawal',
    fields: { because: '' },
    allowed: ['network leader', 'administrator'],
  },
  {
    does: 'logs evidence',
    address: '/groups/reading/evidence',
    fields: { whatWeSaw: '' },
    allowed: ['lead learner', 'volunteer'],
  },
  {
    does: 'makes a pupils’ key',
    address: '/groups/reading/keys',
    fields: { passphrase: 'short' },
    allowed: ['lead learner', 'volunteer'],
  },
  {
    does: 'names a data lead',
    address: '/networks/hafren/schools/weir/data-leads',
    fields: { person: '' },
    allowed: ['headteacher'],
  },
  {
    does: 'records a refusal of a school',
    address: '/networks/hafren/schools/weir/refusals',
    fields: { content: '' },
    allowed: ['volunteer', 'headteacher'],
  },
  {
    does: 'chooses a pseudonym',
    address: '/groups/reading/pseudonyms',
    fields: { kind: '' },
    allowed: ['lead learner', 'volunteer'],
  },
  {
    does: 'offers a visit',
    address: '/networks/hafren/visits',
    fields: { title: '' },
    allowed: ['network leader', 'co-leader', 'lead learner', 'volunteer', 'headteacher'],
  },
  {
    does: 'moves a visit of another school',
    address: '/networks/hafren/visits/visit-secret/slots/slot-secret/move',
    fields: { because: '' },
    allowed: [],
  },
  {
    does: 'releases a colleague for a visit',
    address: '/networks/hafren/visits/releases/release-secret',
    fields: { answer: '' },
    allowed: ['headteacher'],
  },
  {
    does: 'calls off a visit of two others',
    address: '/networks/hafren/visits/supporting/support-secret/calling-off',
    fields: {},
    allowed: [],
  },
  { does: 'opens a fund', address: `${money}/funds`, fields: { name: '' }, allowed: ['network leader'] },
  {
    does: 'enters what a school gives',
    address: `${money}/funds/fund/contributions/weir`,
    fields: { promised: '' },
    allowed: ['network leader'],
  },
  { does: 'gives a budget', address: `${money}/funds/fund/budgets`, fields: { of: '' }, allowed: ['network leader'] },
  { does: 'enters a bid', address: `${money}/bids`, fields: { toWhom: '' }, allowed: ['network leader'] },
  {
    does: 'claims time or money',
    address: `${money}/claims`,
    fields: { kind: 'release' },
    allowed: ['network leader', 'co-leader', 'lead learner', 'volunteer', 'headteacher'],
  },
  {
    does: 'answers a claim',
    address: `${money}/claims/claim/answers`,
    fields: { answer: '' },
    allowed: ['network leader', 'lead learner', 'headteacher'],
  },
  {
    does: 'enters a day of an outside colleague',
    address: `${money}/colleagues/adviser/days`,
    fields: { onDay: '' },
    allowed: ['network leader', 'facilitator'],
  },
  {
    does: 'wishes for more days',
    address: `${money}/colleagues/adviser/wishes`,
    fields: { more: '' },
    allowed: ['headteacher'],
  },
  {
    does: 'enters what the circle agreed',
    address: `${money}/colleagues/adviser/wishes/wish`,
    fields: { agreed: '' },
    allowed: ['network leader'],
  },
  {
    does: 'begins a SWOT',
    address: `${money}/swots`,
    fields: { title: '' },
    allowed: ['network leader', 'headteacher'],
  },
  { does: 'sets up a data evening', address: `${money}/evenings`, fields: { title: '' }, allowed: ['network leader'] },
  { does: 'can be rung', address: `${money}/ringing`, fields: { telephone: '' }, allowed: ['headteacher'] },
  {
    does: 'opens a case about personal data',
    address: '/networks/hafren/requests',
    fields: { kind: '' },
    allowed: ['network leader', 'headteacher'],
  },
  {
    does: 'writes down a breach',
    address: '/networks/hafren/requests/new-breach',
    fields: { words: '' },
    allowed: ['network leader', 'headteacher'],
  },
  {
    does: 'complains about how data are used',
    address: '/complaints/hafren',
    fields: { words: '' },
    allowed: [...roles],
  },
  { does: 'makes a network', address: '/networks', fields: { name: '' }, allowed: ['administrator'] },
  ...projectChanges,
]

// What is sent lacks something on purpose: whoever may do it is asked to mend it (422) or is done (303), and nothing changes.
describe.each(changes)('who $does', ({ address, fields, allowed }) => {
  test.each(roles.map(role => ({ role })))('$role', async ({ role }) => {
    const { status, headers } = await as(actor[role]).post(address, fields)
    const signIn = String(headers.location ?? '').startsWith('/sign-in')
    if (allowed.includes(role)) expect([422, 303]).toContain(status)
    else expect(signIn || status === 403 || status === 404).toBe(true)
    if (allowed.includes(role)) expect(signIn).toBe(false)
  })
})

test('every noun that has an address stands in the table, and no other', () => {
  const plumbing = ['healthz', 'readyz', 'service-worker']
  const nouns = new Set(addressesOf(world.app).flatMap(({ path }) => nounsOf(path)))
  const told = new Set(brought.whoSees.flatMap(one => one.at))
  expect([...nouns].filter(noun => !told.has(noun) && !plumbing.includes(noun))).toEqual([])
  expect([...told].filter(noun => !nouns.has(noun))).toEqual([])
})

test('people read it in plain words, their own kind first, also without an account', async () => {
  const page = await world.as('imran').get('/who-sees-what')
  expect(page.status).toBe(200)
  expect(page.text.indexOf('id="headteacher"')).toBeLessThan(page.text.indexOf('id="network-leader"'))
  // Their own stands open, every other one is folded, so that nobody scrolls through all of them on a phone.
  expect(page.text.match(/<details class="later kind-of-person" open>\s*<summary><h2>[^<]+/g)).toEqual([
    expect.stringContaining('Headteachers'),
  ])
  expect(page.text).toContain('Headteachers <span class="quiet">(you)')
  const stranger = await world.stranger.get('/who-sees-what')
  expect(stranger.text).toContain('Read, add, change and remove in your group')
  expect(stranger.text).toContain('a href="/who-sees-what">Who sees what</a>')
  expect(stranger.text).not.toContain('(you)')
})

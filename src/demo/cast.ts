import type { GroupRole, NetworkRoleName } from '../people/roles/roles.js'
import type { Stage } from '../stages.js'

/** Everybody and everything the demo and the tests begin with. All of it is invented. The stories are told elsewhere. */

export const password = 'tell me a story'

/** Opens the key of Weir Lane in the reading group; views/people/sign-in.ejs tells it. */
export const keyPassphrase = 'four quiet herons walk'

/** The day on which the demo stands: the middle of its autumn term. */
export const demoToday = '2026-11-20'

export const networks = [
  {
    id: 'hafren',
    name: 'Hafren Learning Network',
    about: 'Eight small primaries along one river, who learn by looking closely at each other’s classrooms.',
  },
  {
    id: 'harbour',
    name: 'Harbour Towns Partnership',
    about: 'Five secondaries around the estuary, very different from each other, who decided to find out together.',
  },
] as const

export type NetworkId = (typeof networks)[number]['id']

export interface CastSchool {
  id: string
  network: NetworkId
  urn: string
  name: string
  phase: 'Primary' | 'Secondary'
  roll: number
  town: string
  postcode: string
  localAuthority: string
  safeguarding: string
}

// URNs from 990001 up are not given to any real school.
export const schools: CastSchool[] = [
  {
    id: 'bryn',
    network: 'hafren',
    urn: '990001',
    name: 'Ysgol y Bryn',
    phase: 'Primary',
    roll: 70,
    town: 'Llanfair Uchaf',
    postcode: 'ZZ1 1AA',
    localAuthority: 'Hafren',
    safeguarding: 'Mair Llwyd, 01632 960101',
  },
  {
    id: 'glanwy',
    network: 'hafren',
    urn: '990002',
    name: 'Ysgol Glan-wŷ',
    phase: 'Primary',
    roll: 35,
    town: 'Pont-y-felin',
    postcode: 'ZZ1 2AB',
    localAuthority: 'Hafren',
    safeguarding: 'The head, 01632 960102',
  },
  {
    id: 'st-davids',
    network: 'hafren',
    urn: '990003',
    name: 'St David’s Church Primary',
    phase: 'Primary',
    roll: 210,
    town: 'Market Weir',
    postcode: 'ZZ2 1AC',
    localAuthority: 'Hafren',
    safeguarding: 'Deputy head, 01632 960103',
  },
  {
    id: 'weir',
    network: 'hafren',
    urn: '990004',
    name: 'Weir Lane Primary',
    phase: 'Primary',
    roll: 200,
    town: 'Market Weir',
    postcode: 'ZZ2 2AD',
    localAuthority: 'Hafren',
    safeguarding: 'Inclusion lead, 01632 960104',
  },
  {
    id: 'coed',
    network: 'hafren',
    urn: '990005',
    name: 'Ysgol Coed-y-dŵr',
    phase: 'Primary',
    roll: 110,
    town: 'Coed-y-dŵr',
    postcode: 'ZZ3 1AE',
    localAuthority: 'Hafren',
    safeguarding: 'The head, 01632 960105',
  },
  {
    id: 'upper-marsh',
    network: 'hafren',
    urn: '990006',
    name: 'Upper Marsh Primary',
    phase: 'Primary',
    roll: 70,
    town: 'Upper Marsh',
    postcode: 'ZZ3 2AF',
    localAuthority: 'Marshland',
    safeguarding: 'The head, 01632 960106',
  },
  {
    id: 'holly',
    network: 'hafren',
    urn: '990007',
    name: 'Holly Bank Primary',
    phase: 'Primary',
    roll: 90,
    town: 'Hollybridge',
    postcode: 'ZZ4 1AG',
    localAuthority: 'Marshland',
    safeguarding: 'Deputy head, 01632 960107',
  },
  {
    id: 'river',
    network: 'hafren',
    urn: '990008',
    name: 'River Road Community Primary',
    phase: 'Primary',
    roll: 300,
    town: 'Hollybridge',
    postcode: 'ZZ4 2AH',
    localAuthority: 'Marshland',
    safeguarding: 'Pastoral lead, 01632 960108',
  },
  {
    id: 'quay',
    network: 'harbour',
    urn: '990011',
    name: 'Quay Academy',
    phase: 'Secondary',
    roll: 1180,
    town: 'Saltby',
    postcode: 'ZZ7 1BA',
    localAuthority: 'Estuary',
    safeguarding: 'Safeguarding office, 01632 960111',
  },
  {
    id: 'lighthouse',
    network: 'harbour',
    urn: '990012',
    name: 'Lighthouse High School',
    phase: 'Secondary',
    roll: 860,
    town: 'Saltby',
    postcode: 'ZZ7 2BB',
    localAuthority: 'Estuary',
    safeguarding: 'Safeguarding office, 01632 960112',
  },
  {
    id: 'st-brigid',
    network: 'harbour',
    urn: '990013',
    name: 'St Brigid’s Catholic School',
    phase: 'Secondary',
    roll: 940,
    town: 'Northport',
    postcode: 'ZZ8 1BC',
    localAuthority: 'Estuary',
    safeguarding: 'Deputy head, 01632 960113',
  },
  {
    id: 'dunes',
    network: 'harbour',
    urn: '990014',
    name: 'The Dunes School',
    phase: 'Secondary',
    roll: 620,
    town: 'Sandwick',
    postcode: 'ZZ8 2BD',
    localAuthority: 'Estuary',
    safeguarding: 'The head, 01632 960114',
  },
  {
    id: 'ferry',
    network: 'harbour',
    urn: '990015',
    name: 'Ferry Hill Grammar',
    phase: 'Secondary',
    roll: 1020,
    town: 'Northport',
    postcode: 'ZZ9 1BE',
    localAuthority: 'Estuary',
    safeguarding: 'Pastoral office, 01632 960115',
  },
]

export const terms = [
  { network: 'hafren', slug: 'autumn-2025', name: 'Autumn term 2025', startsOn: '2025-09-02', endsOn: '2025-12-19' },
  { network: 'hafren', slug: 'spring-2026', name: 'Spring term 2026', startsOn: '2026-01-05', endsOn: '2026-03-27' },
  { network: 'hafren', slug: 'summer-2026', name: 'Summer term 2026', startsOn: '2026-04-13', endsOn: '2026-07-21' },
  { network: 'hafren', slug: 'autumn-2026', name: 'Autumn term 2026', startsOn: '2026-09-02', endsOn: '2026-12-18' },
  { network: 'harbour', slug: 'summer-2026', name: 'Summer term 2026', startsOn: '2026-04-13', endsOn: '2026-07-21' },
  { network: 'harbour', slug: 'autumn-2026', name: 'Autumn term 2026', startsOn: '2026-09-02', endsOn: '2026-12-18' },
] as const satisfies { network: NetworkId; slug: string; name: string; startsOn: string; endsOn: string }[]

export const themes = [
  { id: 'language', network: 'hafren', name: 'Talk and reading', about: 'What children say, read and choose.' },
  {
    id: 'world',
    network: 'hafren',
    name: 'Learning from the world',
    about: 'Outdoors, number and the things children can touch.',
  },
  { id: 'memory', network: 'harbour', name: 'What stays learned', about: 'Revision, retrieval and forgetting.' },
] as const satisfies { id: string; network: NetworkId; name: string; about: string }[]

interface CastRole {
  network: NetworkId
  role: NetworkRoleName
  school?: string
  theme?: string
}

export interface CastPerson {
  id: string
  name: string
  administrator?: true
  roles: CastRole[]
  /** One line for the demo's sign-in page. */
  is: string
}

const staff = (network: NetworkId, school: string): CastRole => ({ network, role: 'staff', school })
const head = (network: NetworkId, school: string): CastRole => ({ network, role: 'headteacher', school })

export const people: CastPerson[] = [
  {
    id: 'nia',
    name: 'Nia Prŷs',
    is: 'network leader, Hafren',
    roles: [{ network: 'hafren', role: 'network leader' }, staff('hafren', 'bryn')],
  },
  {
    id: 'rhian',
    name: 'Rhian Ap Dafydd',
    is: 'network leader, Hafren (second person)',
    roles: [{ network: 'hafren', role: 'network leader' }, staff('hafren', 'coed')],
  },
  {
    id: 'tomasz',
    name: 'Tomasz Wójcik',
    is: 'co-leader, Talk and reading',
    roles: [{ network: 'hafren', role: 'co-leader', theme: 'language', school: 'river' }, staff('hafren', 'river')],
  },
  { id: 'sadia', name: 'Sadia Qureshi', is: 'lead learner, Reading by choice', roles: [staff('hafren', 'st-davids')] },
  { id: 'gwen', name: 'Gwen Llŷr-Hughes', is: 'lead learner, Talk in mathematics', roles: [staff('hafren', 'bryn')] },
  { id: 'sam', name: 'Sam O’Neill', is: 'volunteer, Reading by choice', roles: [staff('hafren', 'weir')] },
  {
    id: 'kasia',
    name: 'Kasia Żółtowska',
    is: 'lead learner, Learning outdoors',
    roles: [staff('hafren', 'upper-marsh')],
  },
  {
    id: 'ifan',
    name: 'Ifan Wyn Rhŷs',
    is: 'lead learner, Marking that children use',
    roles: [staff('hafren', 'coed')],
  },
  { id: 'bilal', name: 'بلال احمد (Bilal Ahmed)', is: 'volunteer in three groups', roles: [staff('hafren', 'river')] },
  { id: 'eleri', name: 'Eleri Gwynne', is: 'lead learner, Two languages at home', roles: [staff('hafren', 'glanwy')] },
  {
    id: 'maeve',
    name: 'Maeve D’Arcy',
    is: 'lead learner, Number sense (took it over)',
    roles: [staff('hafren', 'holly')],
  },
  { id: 'zofia', name: 'Zofia Łukasik', is: 'handed Number sense over; volunteer', roles: [staff('hafren', 'weir')] },
  { id: 'huw', name: 'Huw ap Siôn', is: 'volunteer, teaching assistant', roles: [staff('hafren', 'bryn')] },
  {
    id: 'alys',
    name: 'Alys Tŷ’n-y-coed',
    is: 'volunteer, just invited to nothing yet',
    roles: [staff('hafren', 'coed')],
  },
  { id: 'mair', name: 'Mair Llwyd', is: 'headteacher, Ysgol y Bryn', roles: [head('hafren', 'bryn')] },
  {
    id: 'geraint',
    name: 'Geraint Bowen',
    is: 'headteacher, Ysgol Glan-wŷ',
    roles: [head('hafren', 'glanwy'), staff('hafren', 'glanwy')],
  },
  { id: 'joanna', name: 'Joanna Nowak', is: 'headteacher, St David’s', roles: [head('hafren', 'st-davids')] },
  { id: 'imran', name: 'Imran Siddiqui', is: 'headteacher, Weir Lane', roles: [head('hafren', 'weir')] },
  {
    id: 'carys',
    name: 'Carys Fôn',
    is: 'headteacher, Upper Marsh and Holly Bank',
    roles: [head('hafren', 'upper-marsh'), head('hafren', 'holly')],
  },
  { id: 'owen', name: 'Owen O’Brien', is: 'headteacher, River Road', roles: [head('hafren', 'river')] },
  {
    id: 'dilys',
    name: 'Dilys Prosser',
    is: 'governor, Ysgol y Bryn',
    roles: [{ network: 'hafren', role: 'governor', school: 'bryn' }],
  },
  { id: 'fiona', name: 'Fiona Strand', is: 'facilitator from a university, invited to two groups', roles: [] },
  {
    id: 'ruth',
    name: 'Ruth Adeyemi',
    is: 'network leader, Harbour Towns',
    roles: [{ network: 'harbour', role: 'network leader' }, staff('harbour', 'quay')],
  },
  {
    id: 'marek',
    name: 'Marek Šimek',
    is: 'lead learner, Revision that lasts',
    roles: [
      staff('harbour', 'lighthouse'),
      { network: 'harbour', role: 'co-leader', theme: 'memory', school: 'lighthouse' },
    ],
  },
  { id: 'yusra', name: 'Yusra Hassan', is: 'volunteer, Harbour Towns', roles: [staff('harbour', 'dunes')] },
  { id: 'bridie', name: 'Bridie MacCarthy', is: 'headteacher, St Brigid’s', roles: [head('harbour', 'st-brigid')] },
  { id: 'alex', name: 'Alex Thorne', is: 'site administrator', administrator: true, roles: [] },
]

export interface CastGroup {
  id: string
  network: NetworkId
  theme: string | null
  name: string
  why: string
  proposedBy: string
  proposedOn: string
  /** The newest cycle: its question and where it stands. Earlier cycles come first in `earlier`. */
  question: string
  cycle: number
  stage: Stage
  began: string
  finished?: { on: string; decision: 'begin another cycle' | 'hand over' | 'close'; because: string }
  /** The cycle before, finished. */
  earlier?: { question: string; began: string; finished: string; because: string }
  people: { person: string; role: GroupRole; school?: string; joinedOn: string; until?: string }[]
}

const lead = (person: string, school: string, joinedOn: string) => ({
  person,
  school,
  joinedOn,
  role: 'lead learner' as const,
})
const volunteer = (person: string, school: string, joinedOn: string) => ({
  person,
  school,
  joinedOn,
  role: 'volunteer' as const,
})

export const groups: CastGroup[] = [
  {
    id: 'talk',
    network: 'hafren',
    theme: 'language',
    name: 'Talk in mathematics',
    proposedBy: 'gwen',
    proposedOn: '2026-10-12',
    why: 'Children get the answer and cannot say how. We want to know what happens when they have to explain it to somebody.',
    question:
      'What happens to children’s reasoning in mathematics when they must explain a partner’s method before giving their own?',
    cycle: 1,
    stage: 'context',
    began: '2026-10-12',
    people: [lead('gwen', 'bryn', '2026-10-12'), volunteer('bilal', 'river', '2026-10-20')],
  },
  {
    id: 'reading',
    network: 'hafren',
    theme: 'language',
    name: 'Reading by choice',
    proposedBy: 'sadia',
    proposedOn: '2025-09-15',
    why: 'Half of our Year 4 and 5 readers can read and do not. We want to know what makes them pick a book up.',
    question:
      'What leads children in Years 4 and 5 who can read but do not choose to, to begin reading of their own accord?',
    cycle: 1,
    stage: 'evidence',
    began: '2025-09-15',
    people: [
      lead('sadia', 'st-davids', '2025-09-15'),
      volunteer('sam', 'weir', '2025-09-18'),
      volunteer('bilal', 'river', '2025-09-22'),
      volunteer('huw', 'bryn', '2025-10-01'),
      volunteer('zofia', 'weir', '2026-01-12'),
      { person: 'fiona', role: 'facilitator', joinedOn: '2026-01-20', until: '2027-07-20' },
    ],
  },
  {
    id: 'outdoors',
    network: 'hafren',
    theme: 'world',
    name: 'Learning outdoors',
    proposedBy: 'kasia',
    proposedOn: '2025-11-03',
    why: 'Our quietest children talk outside. We want to know whether it comes back indoors with them.',
    question: 'Does weekly learning outdoors change how the quietest children take part in lessons indoors?',
    cycle: 1,
    stage: 'action',
    began: '2025-11-03',
    people: [
      lead('kasia', 'upper-marsh', '2025-11-03'),
      volunteer('huw', 'bryn', '2025-11-10'),
      volunteer('maeve', 'holly', '2025-11-12'),
      volunteer('eleri', 'glanwy', '2026-01-09'),
    ],
  },
  {
    id: 'marking',
    network: 'hafren',
    theme: null,
    name: 'Marking that children use',
    proposedBy: 'ifan',
    proposedOn: '2025-09-20',
    why: 'We spend six hours a week writing in books. We would like to know which of it is read.',
    question: 'Which kinds of feedback do children in Key Stage 2 act on without being told to?',
    cycle: 1,
    stage: 'evaluation',
    began: '2025-09-20',
    people: [
      lead('ifan', 'coed', '2025-09-20'),
      volunteer('sadia', 'st-davids', '2025-09-27'),
      volunteer('sam', 'weir', '2025-10-02'),
      { person: 'fiona', role: 'facilitator', joinedOn: '2026-02-02', until: '2026-12-18' },
    ],
  },
  {
    id: 'bilingual',
    network: 'hafren',
    theme: 'language',
    name: 'Two languages at home',
    proposedBy: 'eleri',
    proposedOn: '2025-04-24',
    why: 'Children leave one of their languages at the gate. We want to know what happens if they need not.',
    question: 'What changes for bilingual children when stories from home are told in class in the language of home?',
    cycle: 1,
    stage: 'evaluation',
    began: '2025-04-24',
    finished: {
      on: '2026-07-03',
      decision: 'close',
      because: 'We have answered what we asked, and three schools are carrying it on without us.',
    },
    people: [
      lead('eleri', 'glanwy', '2025-04-24'),
      volunteer('bilal', 'river', '2025-05-01'),
      volunteer('gwen', 'bryn', '2025-05-06'),
    ],
  },
  {
    id: 'number',
    network: 'hafren',
    theme: 'world',
    name: 'Number sense',
    proposedBy: 'zofia',
    proposedOn: '2025-01-15',
    why: 'Counting is secure and quantity is not. We want to see what five minutes of estimating a day does.',
    question: 'How long does a gain in number sense from daily estimating last once the daily habit stops?',
    cycle: 2,
    stage: 'purpose',
    began: '2026-06-22',
    earlier: {
      question: 'What does five minutes of estimating a day do for number sense in Years 1 to 3?',
      began: '2025-01-15',
      finished: '2026-06-22',
      because: 'The gain was real in three schools. Nobody knows whether it lasts, so that is what we ask next.',
    },
    people: [
      lead('maeve', 'holly', '2025-02-03'),
      volunteer('zofia', 'weir', '2025-01-15'),
      volunteer('kasia', 'upper-marsh', '2025-02-10'),
    ],
  },
  {
    id: 'revision',
    network: 'harbour',
    theme: 'memory',
    name: 'Revision that lasts',
    proposedBy: 'marek',
    proposedOn: '2026-04-20',
    why: 'Our students revise by colouring notes in. We want to find out what they do when they are shown another way.',
    question:
      'Which short retrieval habits do Year 10 students keep up by themselves six weeks after being taught them?',
    cycle: 1,
    stage: 'evidence',
    began: '2026-04-20',
    people: [
      lead('marek', 'lighthouse', '2026-04-20'),
      volunteer('ruth', 'quay', '2026-04-27'),
      volunteer('yusra', 'dunes', '2026-05-04'),
    ],
  },
]

export function emailOf(person: Pick<CastPerson, 'id'>): string {
  return `${person.id}@schools.example`
}

import type { Stands } from '../../reviews/tables.js'

/** A review of the demo: who was asked, what they said in the middle, and what was chosen. */
export interface ReviewMaterial {
  key: string
  instrument: string
  title: string
  why: string
  company: string
  by: string
  theme?: string
  /** The key of the round that it asks again. */
  follows?: string
  opened: string
  answerBy: string
  closed?: string
  asked: string[]
  outsiders?: { id: string; stands: Stands }[]
  /** Who answers; the others do not get round to it. */
  answers: string[]
  /** Where the answers to each statement lie, from 1 to 4; each person stands a little above or below. */
  middle: Record<string, number>
  /** How much each matters. */
  matters?: Record<string, number>
  chosenPhase?: Record<string, string>
  places?: Record<string, string>
  said: { by: string; item: string; words: string; quietly?: true }[]
  talk?: { on: string; where: string }
  told?: string[]
  chosen?: {
    item: string | null
    what: string
    on: string
    action?: { doing: string; owner: string; dueOn: string }
    question?: string
    done?: { on: string; by: string; cameOfIt: string }
  }[]
}

const heads = ['mair', 'geraint', 'joanna', 'imran', 'carys', 'owen']
const leaders = ['nia', 'rhian', 'tomasz', 'sadia', 'gwen', 'kasia']
const twelve = [...heads, ...leaders]

/** An instrument that the Hafren network made for itself. */
export const ownInstrument = {
  by: 'nia',
  on: '2026-09-21',
  name: 'Our meetings, in three minutes',
  about: 'Are our meetings worth the drive along the river?',
  parts: [
    {
      heading: 'The meeting itself',
      about: 'Think of the last one that you were at.',
      added: [
        'I knew beforehand what it was about.',
        'Everybody in the room had their say.',
        'We began and ended when we said we would.',
        'Something was decided that would not have been decided by letter.',
      ],
      talk: ['Which part of our meetings could be a letter?', 'Who said least last time, and did anybody notice?'],
    },
    {
      heading: 'Afterwards',
      about: 'What was left of it a fortnight later.',
      added: [
        'I told somebody in my school about it.',
        'What we said we would do was done.',
        'A class noticed something of it.',
      ],
      talk: ['What would a class notice if our meetings stopped?'],
    },
  ],
}

export const reviewMaterials: ReviewMaterial[] = [
  {
    key: 'leading-2025',
    instrument: 'sharing-leadership',
    title: 'How we lead together, autumn 2025',
    why: 'Two years in, five heads still do most of it. Let us look before we plan the third year.',
    company: 'the heads, the leaders of the network and those who lead groups',
    by: 'nia',
    opened: '2025-11-10',
    answerBy: '2025-11-26',
    closed: '2025-11-27',
    asked: twelve,
    answers: twelve,
    middle: {
      ...{ 'l-outside': 1.6, 'l-trust': 2.7, 'l-agenda': 2.3, 'l-meeting': 2.1, 'l-travel': 1.9, 'l-alike': 2.8 },
      ...{
        's-volunteers': 3.1,
        's-asked': 2,
        's-own': 2.4,
        's-elsewhere': 1.3,
        's-heads': 2.9,
        's-after': 1.5,
        's-class': 1.9,
      },
      ...{
        'e-questions': 2.7,
        'e-hands': 2.6,
        'e-ours': 3.2,
        'e-engaged': 2,
        'e-governors': 1.4,
        'e-writing': 1.7,
        'e-class': 1.8,
      },
      ...{ 'p-why': 2.6, 'p-alone': 2.8, 'p-others': 2.4, 'p-real': 2.7, 'p-hard': 2.1 },
    },
    said: [
      {
        by: 'geraint',
        item: 'l-words',
        words:
          'I teach four days. The last time I sat in somebody else’s school on a school day was before my daughter was born.',
      },
      {
        by: 'imran',
        item: 'l-words',
        words:
          'The evening when one of us said that the new reading scheme was not working, and three others said “ours neither”.',
      },
      {
        by: 'sadia',
        item: 's-words',
        words: 'She was asked by name, by somebody she respects, in the car park. That was all it took.',
      },
      { by: 'joanna', item: 's-words', words: 'We all wait for the same two to put their hands up.', quietly: true },
      {
        by: 'gwen',
        item: 'e-words',
        words: 'We stopped setting maths homework as sheets, because the children told us who really did them.',
      },
      {
        by: 'owen',
        item: 'p-words',
        words: 'Year 6 from the two smallest schools went to camp with somebody their own age to share a tent with.',
      },
      {
        by: 'rhian',
        item: 'p-words',
        words: 'If it stopped tomorrow, our Polish families would lose the storytellers. That is real.',
      },
    ],
    talk: { on: '2025-12-04', where: 'Ysgol y Bryn, after school' },
    told: ['l-outside', 's-after', 'e-ours'],
    chosen: [
      {
        item: 'l-outside',
        what: 'Every head spends one morning in another school before the summer, and somebody covers.',
        on: '2025-12-04',
        action: {
          doing: 'Draw up who covers for whom, one morning each half term',
          owner: 'carys',
          dueOn: '2026-01-23',
        },
        done: {
          on: '2026-07-10',
          by: 'carys',
          cameOfIt:
            'Five of six heads went. Owen covered Year 2 at Glan-wŷ himself and still talks about it. The sixth morning fell to the flood.',
        },
      },
      {
        item: 's-asked',
        what: 'Each head asks one colleague by name who has never led anything across schools.',
        on: '2025-12-04',
        action: { doing: 'Ask, and tell Nia who said yes', owner: 'joanna', dueOn: '2026-02-13' },
        done: {
          on: '2026-03-20',
          by: 'joanna',
          cameOfIt: 'Four were asked and three said yes. Two of them lead a group now.',
        },
      },
    ],
  },
  {
    key: 'conditions',
    instrument: 'conditions',
    title: 'What we need, and what is in the way',
    why: 'The grant ends in a year. What must be there without it?',
    company: 'the heads and everybody who leads a group or a theme',
    by: 'rhian',
    opened: '2026-03-02',
    answerBy: '2026-03-18',
    closed: '2026-03-19',
    asked: [...twelve, 'ifan', 'eleri', 'maeve'],
    answers: [...heads, 'nia', 'rhian', 'tomasz', 'sadia', 'gwen', 'ifan', 'maeve'],
    middle: {
      ...{ 'c-purpose': 3, 'c-talk': 2, 'c-together': 2.8, 'c-facilitate': 2.3, 'c-conflict': 1.8, 'c-change': 2.2 },
      ...{ 'c-funding': 1.8, 'c-coordination': 2.6, 'c-tiers': 2, 'c-outside': 2.9, 'c-flexible': 3.3 },
      ...{ 'c-authority': 2, 'c-partners': 1.6, 'c-policy': 1.5, 'c-initiatives': 2.5 },
      ...{
        'b-priorities': 3.2,
        'b-capacity': 2.9,
        'b-time': 3.5,
        'b-engagement': 1.9,
        'b-competition': 1.3,
        'b-culture': 1.8,
      },
    },
    matters: {
      ...{ 'c-purpose': 3.5, 'c-talk': 3.4, 'c-together': 3, 'c-facilitate': 2.7, 'c-conflict': 2.6, 'c-change': 2.4 },
      ...{ 'c-funding': 3.2, 'c-coordination': 3.6, 'c-tiers': 2, 'c-outside': 2.7, 'c-flexible': 2.9 },
      ...{ 'c-authority': 1.9, 'c-partners': 1.7, 'c-policy': 2.2, 'c-initiatives': 2.1 },
      ...{
        'b-priorities': 3.1,
        'b-capacity': 3,
        'b-time': 3.6,
        'b-engagement': 2.4,
        'b-competition': 1.6,
        'b-culture': 2,
      },
    },
    said: [
      {
        by: 'ifan',
        item: 'c-personal-words',
        words: 'Teaching assistants hear of things last, and often from the children.',
      },
      {
        by: 'mair',
        item: 'c-personal-words',
        words: 'We are so polite that nobody knew there were two opinions about the marking policy.',
      },
      {
        by: 'geraint',
        item: 'c-structural-words',
        words: 'In a school of 35 there is nobody to co-ordinate but the person who also drives the minibus.',
      },
      {
        by: 'sadia',
        item: 'b-words',
        words: 'The hour after school on Wednesdays that our head keeps free. Nothing else has moved it as much.',
      },
      { by: 'owen', item: 'b-words', words: 'Three inspections in one term.' },
    ],
    talk: { on: '2026-03-26', where: 'Heads’ meeting, River Road' },
    chosen: [
      {
        item: 'c-talk',
        what: 'Everybody in our schools hears what the groups find, assistants and kitchens too.',
        on: '2026-03-26',
        action: {
          doing: 'A letter of one page each half term, read out at briefing',
          owner: 'tomasz',
          dueOn: '2026-12-11',
        },
      },
    ],
  },
  {
    key: 'square',
    instrument: 'structures-and-processes',
    title: 'Where our network is, summer 2026',
    why: '',
    company: 'the heads, and two from each school who are in groups',
    by: 'nia',
    opened: '2026-06-08',
    answerBy: '2026-06-19',
    closed: '2026-06-22',
    asked: [...twelve, 'ifan', 'bilal', 'zofia', 'sam'],
    answers: [...heads, 'nia', 'tomasz', 'gwen', 'kasia', 'ifan', 'bilal', 'sam'],
    middle: {
      ...{
        'm-leading': 3.2,
        'm-coordination': 2.9,
        'm-money': 1.9,
        'm-rhythm': 2.4,
        'm-terms': 1.6,
        'm-joining': 1.8,
        'm-records': 2.3,
      },
      ...{ 'm-candour': 2.5, 'm-learning': 3.2, 'm-enquiry': 3.4, 'm-challenge': 2.1, 'm-newcomers': 2 },
      ...{ 'm-sharing': 3.1, 'm-celebrating': 2.3, 'm-evidence': 2.8 },
    },
    places: {
      ...{ mair: '5,7', geraint: '4,8', joanna: '6,6', imran: '5,7', carys: '4,7', owen: '3,6', nia: '5,8' },
      ...{ tomasz: '4,7', gwen: '6,8', kasia: '3,7', ifan: '2,5', bilal: '5,7', sam: '4,6' },
    },
    said: [
      {
        by: 'carys',
        item: 'm-place-words',
        words: 'We are lively because of four people. If two of them caught flu we would find out how firm we are.',
      },
      { by: 'ifan', item: 'm-place-words', words: 'From where I stand I see the posters and not the meetings.' },
      { by: 'joanna', item: 'm-structures-words', words: 'The minibus timetable. I mean it.' },
      { by: 'gwen', item: 'm-processes-words', words: 'We laugh a lot. It ought to be on the list.' },
    ],
    talk: { on: '2026-06-25', where: 'The yard at Upper Marsh' },
    told: ['m-place'],
    chosen: [
      {
        item: 'm-terms',
        what: 'One page that says what each of our meetings is for, and how somebody joins and leaves.',
        on: '2026-06-25',
        action: { doing: 'Write the page and bring it to the heads', owner: 'rhian', dueOn: '2026-10-02' },
        done: {
          on: '2026-10-01',
          by: 'rhian',
          cameOfIt: 'It fits on one side. Two meetings turned out to be for nothing, and we have stopped them.',
        },
      },
    ],
  },
  {
    key: 'partnership',
    instrument: 'partnership',
    title: 'How far our partnership has come',
    why: 'Before we invite the secondary schools to the conference.',
    company: 'the heads and the leaders, with our neighbours of the Harbour Towns',
    by: 'nia',
    opened: '2026-07-01',
    answerBy: '2026-07-15',
    closed: '2026-07-16',
    asked: [...heads, 'nia', 'rhian', 'tomasz', 'sadia', 'eleri'],
    outsiders: [
      { id: 'ruth', stands: 'peer' },
      { id: 'marek', stands: 'peer' },
      { id: 'bridie', stands: 'peer' },
      { id: 'fiona', stands: 'facilitator' },
    ],
    answers: [...heads, 'nia', 'rhian', 'sadia', 'eleri', 'ruth', 'marek', 'fiona'],
    middle: {
      ...{
        'a-context': 3.3,
        'a-structure': 2,
        'a-trust': 3,
        'a-vision': 2.8,
        'a-communication': 1.9,
        'a-leading': 2.6,
        'a-people': 3.1,
        'a-phases': 2.2,
      },
      ...{
        't-benevolence': 3.4,
        't-honesty': 2.7,
        't-openness': 2.3,
        't-reliability': 2.5,
        't-competence': 3,
        't-wisdom': 2.8,
        't-ideals': 3.2,
        't-care': 3.5,
      },
    },
    chosenPhase: {
      ...{ mair: 'developing', geraint: 'developing', joanna: 'embedding', imran: 'developing', carys: 'developing' },
      ...{ owen: 'beginning', nia: 'embedding', rhian: 'developing', sadia: 'developing', eleri: 'embedding' },
      ...{ ruth: 'embedding', marek: 'developing', fiona: 'developing' },
    },
    said: [
      {
        by: 'mair',
        item: 't-words',
        words: 'When our boiler went, two schools had a room ready before I had finished the telephone call.',
      },
      { by: 'eleri', item: 't-words', words: 'Actions that stand in three sets of notes, and are done by nobody.' },
      { by: 'imran', item: 'a-phase-words', words: 'Groups belong to us now. How we are run does not yet.' },
    ],
    talk: { on: '2026-09-10', where: 'Weir Lane' },
    chosen: [
      {
        item: 't-reliability',
        what: 'Each meeting begins with what we said we would do.',
        on: '2026-09-10',
        action: { doing: 'Bring last time’s list, and be kind about it', owner: 'imran', dueOn: '2026-12-18' },
      },
    ],
  },
  {
    key: 'four',
    instrument: 'own',
    title: 'Our theme’s meetings, autumn 2026',
    why: 'Three of you said that half past four is too late.',
    company: 'everybody in the groups of Talk and reading',
    by: 'tomasz',
    theme: 'language',
    opened: '2026-10-05',
    answerBy: '2026-10-16',
    closed: '2026-10-19',
    asked: [],
    answers: ['sadia', 'sam', 'eleri', 'bilal'],
    middle: { '*': 2.6 },
    said: [],
  },
  {
    key: 'leading-2026',
    instrument: 'sharing-leadership',
    title: 'How we lead together, a year on',
    why: 'The same questions as last November, and the same twelve of us. Has anything moved?',
    company: 'the same twelve as last year',
    by: 'nia',
    follows: 'leading-2025',
    opened: '2026-10-22',
    answerBy: '2026-11-11',
    closed: '2026-11-12',
    asked: twelve,
    answers: twelve,
    middle: {
      ...{ 'l-outside': 2.7, 'l-trust': 3, 'l-agenda': 2.5, 'l-meeting': 2.6, 'l-travel': 2.4, 'l-alike': 2.9 },
      ...{
        's-volunteers': 3.2,
        's-asked': 2.9,
        's-own': 2.6,
        's-elsewhere': 1.6,
        's-heads': 3.1,
        's-after': 1.5,
        's-class': 2.2,
      },
      ...{
        'e-questions': 2.9,
        'e-hands': 2.9,
        'e-ours': 3.3,
        'e-engaged': 2.5,
        'e-governors': 1.5,
        'e-writing': 1.9,
        'e-class': 2.1,
      },
      ...{ 'p-why': 2.8, 'p-alone': 2.9, 'p-others': 2.8, 'p-real': 3, 'p-hard': 2.3 },
    },
    said: [
      {
        by: 'geraint',
        item: 'l-words',
        words: 'I have now seen four other schools on a school day. In one of them the head was making the custard.',
      },
      {
        by: 'carys',
        item: 'l-words',
        words: 'We still learn more in the car home than in the meeting. Perhaps we should meet in the car.',
      },
      { by: 'kasia', item: 's-words', words: 'Being asked, and then being left alone with it. In that order.' },
      { by: 'mair', item: 's-words', words: 'Nobody comes after two of us, and we all know which two.' },
      { by: 'tomasz', item: 'e-words', words: 'The storytellers. It began as a question about books.' },
      { by: 'joanna', item: 'e-words', words: 'My governors asked me what an enquiry is. I had no short answer.' },
      { by: 'owen', item: 'p-words', words: 'I know the names of children at Glan-wŷ now. I did not a year ago.' },
    ],
    talk: { on: '2026-11-19', where: 'Heads’ meeting, St David’s' },
    told: ['l-outside', 's-asked', 's-after'],
    chosen: [
      {
        item: 's-after',
        what: 'For each of us who leads there is somebody beside them by Easter who could go on.',
        on: '2026-11-19',
        action: {
          doing: 'Ask each leader whom they would like beside them, and go with them to ask',
          owner: 'nia',
          dueOn: '2027-01-29',
        },
      },
      {
        item: 'e-governors',
        what: 'We find out what governors would need in order to ask a good question about an enquiry.',
        on: '2026-11-19',
        question: 'What would a governor need to see of an enquiry in order to ask a good question about it?',
      },
    ],
  },
  {
    key: 'open',
    instrument: 'own',
    title: 'Our meetings, before we plan the spring',
    why: 'Three minutes, so that the spring’s dates are worth your drive.',
    company: 'heads, leaders, lead learners, and one governor',
    by: 'nia',
    opened: '2026-11-20',
    answerBy: '2026-12-11',
    asked: [...twelve, 'ifan', 'eleri', 'maeve', 'huw', 'sam', 'dilys'],
    outsiders: [{ id: 'fiona', stands: 'facilitator' }],
    answers: ['geraint', 'owen', 'rhian', 'maeve'],
    middle: { '*': 2.7 },
    said: [],
  },
]

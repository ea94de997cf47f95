import type { CommonDayAnswer } from '../../calendar/tables.js'

interface CommonDayInDemo {
  network: string
  by: string
  setOn: string
  day: {
    kind: 'closure day' | 'twilight session'
    title: string
    about: string
    place: string
    startsOn: string
    endsOn: string
    begins: string
    finishes: string
  }
  /** Who said what for which school, and when. */
  answers: { school: string; by: string; on: string; answer: CommonDayAnswer; note?: string }[]
  /** It was moved, or is not held. */
  moved?: { on: string; startsOn: string }
  cancelled?: { on: string; because: string }
}

const wholeDay = { begins: '', finishes: '' }

/** Closure days and twilight sessions of both networks, with what each school said. */
export const commonDays: CommonDayInDemo[] = [
  {
    ...{ network: 'hafren', by: 'nia', setOn: '2025-09-22' },
    day: {
      ...{ kind: 'closure day', title: 'Looking at books together', place: 'St David’s Church Primary', ...wholeDay },
      ...{ startsOn: '2026-01-05', endsOn: '2026-01-05' },
      about:
        'Everybody brings six pieces of writing from one child, autumn to autumn, without the name. We read before we talk.',
    },
    answers: [
      { school: 'bryn', by: 'mair', on: '2025-09-24', answer: 'kept' },
      { school: 'glanwy', by: 'geraint', on: '2025-09-25', answer: 'kept' },
      {
        school: 'st-davids',
        by: 'joanna',
        on: '2025-09-24',
        answer: 'kept',
        note: 'The heating will be on from seven.',
      },
      { school: 'weir', by: 'imran', on: '2025-09-29', answer: 'kept' },
      { school: 'coed', by: 'nia', on: '2025-10-01', answer: 'kept' },
      { school: 'river', by: 'owen', on: '2025-10-02', answer: 'own', note: 'Our own on 6 January: the new boiler.' },
    ],
  },
  {
    ...{ network: 'hafren', by: 'nia', setOn: '2026-03-02' },
    day: {
      ...{ kind: 'twilight session', title: 'What children say when we wait', place: 'Ysgol y Bryn' },
      ...{ startsOn: '2026-04-29', endsOn: '2026-04-29', begins: '16:00', finishes: '17:30' },
      about: 'Gwen plays two minutes of talk, and we count the seconds of silence. Cawl from half past three.',
    },
    answers: [
      { school: 'bryn', by: 'mair', on: '2026-03-03', answer: 'kept' },
      { school: 'glanwy', by: 'geraint', on: '2026-03-03', answer: 'kept' },
      { school: 'coed', by: 'nia', on: '2026-03-10', answer: 'kept' },
      {
        school: 'weir',
        by: 'imran',
        on: '2026-03-12',
        answer: 'not kept',
        note: 'Parents’ evening. Two of us will come late.',
      },
    ],
    moved: { on: '2026-03-17', startsOn: '2026-05-06' },
  },
  {
    ...{ network: 'hafren', by: 'nia', setOn: '2026-09-14' },
    day: {
      ...{ kind: 'twilight session', title: 'Reading a chart before we make one', place: 'Holly Bank Primary' },
      ...{ startsOn: '2026-12-09', endsOn: '2026-12-09', begins: '16:00', finishes: '17:15' },
      about: 'Maeve brings three charts that misled her own class, and one that did not.',
    },
    answers: [
      { school: 'bryn', by: 'mair', on: '2026-09-15', answer: 'kept' },
      { school: 'glanwy', by: 'geraint', on: '2026-09-21', answer: 'kept' },
      { school: 'st-davids', by: 'joanna', on: '2026-09-16', answer: 'kept' },
      { school: 'holly', by: 'carys', on: '2026-09-15', answer: 'kept', note: 'Park at the chapel, not in the lane.' },
      { school: 'upper-marsh', by: 'carys', on: '2026-09-15', answer: 'kept' },
      { school: 'river', by: 'owen', on: '2026-09-28', answer: 'not kept', note: 'Carol concert.' },
    ],
  },
  {
    ...{ network: 'hafren', by: 'rhian', setOn: '2026-10-05' },
    day: {
      ...{ kind: 'closure day', title: 'Maths that children can touch', place: 'Ysgol Coed-y-dŵr', ...wholeDay },
      ...{ startsOn: '2027-01-04', endsOn: '2027-01-04' },
      about:
        'Number sense shows its jars. In the afternoon each school plans one week, with somebody from another school at the table.',
    },
    answers: [
      { school: 'bryn', by: 'mair', on: '2026-10-06', answer: 'kept' },
      { school: 'st-davids', by: 'joanna', on: '2026-10-07', answer: 'kept' },
      {
        school: 'coed',
        by: 'rhian',
        on: '2026-10-05',
        answer: 'kept',
        note: 'We have the hall and forty chairs. Bring a mug.',
      },
      { school: 'holly', by: 'carys', on: '2026-10-08', answer: 'kept' },
      { school: 'upper-marsh', by: 'carys', on: '2026-10-08', answer: 'kept' },
      {
        school: 'glanwy',
        by: 'geraint',
        on: '2026-10-12',
        answer: 'own',
        note: 'Our county fixes 5 January. Two of us come all the same.',
      },
    ],
  },
  {
    ...{ network: 'hafren', by: 'nia', setOn: '2026-10-12' },
    day: {
      ...{ kind: 'twilight session', title: 'Stories in the yard', place: 'Upper Marsh Primary' },
      ...{ startsOn: '2027-01-27', endsOn: '2027-01-27', begins: '15:45', finishes: '17:00' },
      about: '',
    },
    answers: [{ school: 'upper-marsh', by: 'carys', on: '2026-10-13', answer: 'kept' }],
    cancelled: { on: '2026-11-16', because: 'It is dark by then. We meet outdoors in May instead.' },
  },
  {
    ...{ network: 'harbour', by: 'ruth', setOn: '2026-05-18' },
    day: {
      ...{ kind: 'twilight session', title: 'What is still there after half-term', place: 'Lighthouse High School' },
      ...{ startsOn: '2026-06-17', endsOn: '2026-06-17', begins: '15:30', finishes: '17:00' },
      about: 'Bring one set of answers from before the holiday and one from after it.',
    },
    answers: [
      { school: 'quay', by: 'ruth', on: '2026-05-19', answer: 'kept' },
      { school: 'lighthouse', by: 'ruth', on: '2026-05-20', answer: 'kept' },
      { school: 'st-brigid', by: 'bridie', on: '2026-05-22', answer: 'kept' },
      { school: 'ferry', by: 'ruth', on: '2026-06-01', answer: 'not kept', note: 'Year 13 leave that day.' },
    ],
  },
  {
    ...{ network: 'harbour', by: 'ruth', setOn: '2026-09-21' },
    day: {
      ...{ kind: 'twilight session', title: 'Ten minutes of forgetting', place: 'The Dunes School' },
      ...{ startsOn: '2026-12-02', endsOn: '2026-12-02', begins: '15:30', finishes: '16:45' },
      about: 'Marek gives us a quiz on October’s session. Nobody prepares.',
    },
    answers: [
      { school: 'dunes', by: 'ruth', on: '2026-09-23', answer: 'kept' },
      { school: 'lighthouse', by: 'ruth', on: '2026-09-23', answer: 'kept' },
      { school: 'st-brigid', by: 'bridie', on: '2026-09-30', answer: 'kept' },
    ],
  },
  {
    ...{ network: 'harbour', by: 'ruth', setOn: '2026-10-19' },
    day: {
      ...{
        kind: 'closure day',
        title: 'Five schools, one question',
        place: 'St Brigid’s Catholic School',
        ...wholeDay,
      },
      ...{ startsOn: '2027-02-22', endsOn: '2027-02-22' },
      about:
        'In the morning by subject, in the afternoon by year group. Everybody watches one lesson on film that is not their own.',
    },
    answers: [
      { school: 'quay', by: 'ruth', on: '2026-10-20', answer: 'kept' },
      {
        school: 'st-brigid',
        by: 'bridie',
        on: '2026-10-21',
        answer: 'kept',
        note: 'Lunch from our kitchen: tell us about allergies.',
      },
      { school: 'ferry', by: 'ruth', on: '2026-11-09', answer: 'own', note: 'The trust closes on 12 February.' },
    ],
  },
]

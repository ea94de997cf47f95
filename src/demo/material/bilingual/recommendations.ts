import type { Recommendation } from '../types.js'

/** What the group asked of the heads, and what each head answered. */
export const recommendations: Recommendation[] = [
  {
    key: 'a-telling-a-month',
    recommendation:
      'Once a month, in a classroom and not in the hall, let somebody from home tell a story in the language of home.',
    because:
      'It was followed by more and longer questions in all three schools, by families who came back, and by children being asked how to say things. It needs a fixed day, because families ring up and ask which day it is.',
    costInReleaseDays: 1.5,
    cost: 'Half a day a term for one person to find tellers, and tea.',
    by: 'eleri',
    draftedOn: '2026-06-08',
    sentOn: '2026-06-15',
    to: ['bryn', 'glanwy', 'river', 'st-davids'],
    evidence: ['first-telling', 'eleven-questions', 'questions-counted', 'third-time', 'not-in-the-hall'],
    responses: [
      {
        school: 'glanwy',
        by: 'geraint',
        on: '2026-06-18',
        answer: 'accept',
        reason: 'We would have carried on anyway. First Thursday of the month, and I will make the tea.',
        lookAgainOn: '2026-10-16',
        mayBePublished: true,
        adoption: 'in place',
        inPlace: {
          on: '2026-10-01',
          whatCanBeSeen:
            'A telling on the first Thursday of each month at 2 o’clock. Come and sit on the carpet. Since September it has been arranged by two mothers and not by us.',
        },
      },
      {
        school: 'river',
        by: 'owen',
        on: '2026-06-26',
        answer: 'adapt',
        reason:
          'With seventeen languages once a month is not fair to anybody. We will do one each half term in each year group, so that every language is heard within two years. Bilal has half a day a term for it.',
        lookAgainOn: '2026-12-11',
        mayBePublished: true,
        adoption: 'trying',
      },
      {
        school: 'bryn',
        by: 'mair',
        on: '2026-07-01',
        answer: 'accept',
        reason: 'Iawn. It fits with what we want for Welsh too. I would like the governors to sit in on one.',
        lookAgainOn: '2026-11-27',
        mayBePublished: true,
        adoption: 'trying',
      },
      {
        school: 'st-davids',
        by: 'joanna',
        on: '2026-07-08',
        answer: 'decline',
        reason:
          'Not this year. Two of our seven teachers are new, and I have promised them nothing extra until February. I was in the room for one at River Road and I am not saying no to the idea.',
        lookAgainOn: '2027-02-08',
        mayBePublished: true,
        adoption: 'considering',
      },
    ],
  },
  {
    key: 'space-in-the-diary',
    recommendation: 'Change the reading diary so that anything read or heard counts, in any language.',
    because: 'Children leave out what there is no space for. It costs one new page, photocopied.',
    costInReleaseDays: 0,
    cost: 'One page of photocopying per child. No time.',
    by: 'bilal',
    draftedOn: '2026-06-08',
    sentOn: '2026-06-15',
    to: ['river', 'weir', 'holly'],
    evidence: ['seventeen', 'for-the-car'],
    responses: [
      {
        school: 'river',
        by: 'owen',
        on: '2026-06-26',
        answer: 'accept',
        reason: 'Done in September. The reading group have already shown us what it looks like.',
        lookAgainOn: '2027-01-15',
        mayBePublished: true,
        adoption: 'trying',
      },
      {
        school: 'weir',
        by: 'imran',
        on: '2026-07-02',
        answer: 'adapt',
        reason:
          'Yes for Years 3 to 6. In the infants the diary is how we know about phonics and I want to keep that part.',
        lookAgainOn: '2026-12-04',
        adoption: 'trying',
      },
    ],
  },
  {
    key: 'one-sentence-home',
    recommendation:
      'Say to every new family, in one sentence and in their language, that we want the language of home to be used.',
    because: 'Nobody had told them so. Several had been told the opposite, years ago and somewhere else.',
    costInReleaseDays: 0.5,
    cost: 'Half a day for the network to have one sentence put into nine languages, once.',
    by: 'gwen',
    draftedOn: '2026-06-08',
    sentOn: '2026-06-15',
    to: ['bryn', 'upper-marsh', 'holly'],
    evidence: ['my-english-in-the-way', 'third-time', 'review-home-languages'],
    responses: [
      {
        school: 'bryn',
        by: 'mair',
        on: '2026-07-01',
        answer: 'accept',
        reason: 'It is the first line of the new welcome letter.',
        lookAgainOn: '2026-11-06',
        mayBePublished: true,
        adoption: 'trying',
      },
      {
        school: 'upper-marsh',
        by: 'carys',
        on: '2026-06-30',
        answer: 'adapt',
        reason:
          'We will say it in person when they visit, since most of our families would rather be told than written to.',
        lookAgainOn: '2027-01-22',
        mayBePublished: true,
        adoption: 'considering',
      },
      {
        school: 'holly',
        by: 'carys',
        on: '2026-06-30',
        answer: 'decline',
        reason:
          'The letter at Holly Bank was redone in May and I cannot open it again yet. The sentence is good, and we will use it at the next reprint.',
        lookAgainOn: '2027-05-10',
        mayBePublished: true,
        adoption: 'considering',
      },
    ],
  },
]

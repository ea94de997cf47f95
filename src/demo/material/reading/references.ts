import type { ReferenceMaterial } from '../types.js'

const on = (year: number) => ({ 'date-parts': [[year]] })
const person = (family: string, given: string) => ({ family, given })

/** What the reading group read: works that can be had in any university library, with their published facts. */
export const references: ReferenceMaterial[] = [
  {
    key: 'clark2006',
    work: {
      type: 'report',
      title: 'Reading for pleasure: a research overview',
      author: [person('Clark', 'Christina'), person('Rumbold', 'Kate')],
      issued: on(2006),
      publisher: 'National Literacy Trust',
      'publisher-place': 'London',
    },
    shared: true,
  },
  {
    key: 'cremin2014',
    work: {
      type: 'book',
      title: 'Building Communities of Engaged Readers: Reading for Pleasure',
      author: [
        person('Cremin', 'Teresa'),
        person('Mottram', 'Marilyn'),
        person('Collins', 'Fiona M.'),
        person('Powell', 'Sacha'),
        person('Safford', 'Kimberly'),
      ],
      issued: on(2014),
      publisher: 'Routledge',
      'publisher-place': 'London',
    },
    shared: true,
  },
  {
    key: 'deci1999',
    work: {
      type: 'article-journal',
      title: 'A meta-analytic review of experiments examining the effects of extrinsic rewards on intrinsic motivation',
      author: [person('Deci', 'Edward L.'), person('Koestner', 'Richard'), person('Ryan', 'Richard M.')],
      issued: on(1999),
      'container-title': 'Psychological Bulletin',
      volume: '125',
      issue: '6',
      page: '627-668',
      DOI: '10.1037/0033-2909.125.6.627',
    },
  },
  {
    key: 'krashen2004',
    work: {
      type: 'book',
      title: 'The Power of Reading: Insights from the Research',
      author: [person('Krashen', 'Stephen D.')],
      issued: on(2004),
      edition: '2',
      publisher: 'Libraries Unlimited',
      'publisher-place': 'Westport, CT',
    },
  },
  {
    key: 'stanovich1986',
    work: {
      type: 'article-journal',
      title: 'Matthew effects in reading: some consequences of individual differences in the acquisition of literacy',
      author: [person('Stanovich', 'Keith E.')],
      issued: on(1986),
      'container-title': 'Reading Research Quarterly',
      volume: '21',
      issue: '4',
      page: '360-407',
    },
  },
  {
    key: 'gambrell1996',
    work: {
      type: 'article-journal',
      title: 'Creating classroom cultures that foster reading motivation',
      author: [person('Gambrell', 'Linda B.')],
      issued: on(1996),
      'container-title': 'The Reading Teacher',
      volume: '50',
      issue: '1',
      page: '14-25',
    },
  },
  {
    key: 'wigfield1997',
    work: {
      type: 'article-journal',
      title: 'Relations of children’s motivation for reading to the amount and breadth of their reading',
      author: [person('Wigfield', 'Allan'), person('Guthrie', 'John T.')],
      issued: on(1997),
      'container-title': 'Journal of Educational Psychology',
      volume: '89',
      issue: '3',
      page: '420-432',
      DOI: '10.1037/0022-0663.89.3.420',
    },
  },
  {
    key: 'chambers2011',
    work: {
      type: 'book',
      title: 'Tell Me: Children, Reading and Talk, with The Reading Environment',
      author: [person('Chambers', 'Aidan')],
      issued: on(2011),
      publisher: 'Thimble Press',
      'publisher-place': 'Stroud',
    },
  },
  {
    key: 'dfe2012',
    work: {
      type: 'report',
      title: 'Research evidence on reading for pleasure',
      author: [{ literal: 'Department for Education' }],
      issued: on(2012),
      publisher: 'Department for Education',
      'publisher-place': 'London',
    },
    shared: true,
  },
  {
    key: 'cwricwlwm2020',
    work: {
      type: 'webpage',
      title: 'Cwricwlwm i Gymru',
      author: [{ literal: 'Llywodraeth Cymru' }],
      issued: on(2020),
      URL: 'https://hwb.gov.wales/cwricwlwm-i-gymru',
      accessed: { 'date-parts': [[2026, 2, 12]] },
      language: 'cy',
    },
  },
  {
    key: 'moss2000',
    work: {
      type: 'article-journal',
      title: 'Raising boys’ attainment in reading: some principles for intervention',
      author: [person('Moss', 'Gemma')],
      issued: on(2000),
      'container-title': 'Reading',
      volume: '34',
      issue: '3',
      page: '101-106',
    },
  },
  {
    key: 'oecd2002',
    work: {
      type: 'report',
      title: 'Reading for Change: Performance and Engagement across Countries. Results from PISA 2000',
      author: [{ literal: 'OECD' }],
      issued: on(2002),
      publisher: 'OECD Publishing',
      'publisher-place': 'Paris',
    },
  },
  {
    key: 'pennac2006',
    work: {
      type: 'book',
      title: 'The Rights of the Reader',
      author: [person('Pennac', 'Daniel')],
      issued: on(2006),
      publisher: 'Walker Books',
      'publisher-place': 'London',
    },
  },
  {
    key: 'sullivan2015',
    work: {
      type: 'article-journal',
      title: 'Reading for pleasure and progress in vocabulary and mathematics',
      author: [person('Sullivan', 'Alice'), person('Brown', 'Matt')],
      issued: on(2015),
      'container-title': 'British Educational Research Journal',
      volume: '41',
      issue: '6',
      page: '971-991',
      DOI: '10.1002/berj.3180',
    },
  },
  {
    key: 'wiliam2011',
    work: {
      type: 'book',
      title: 'Embedded Formative Assessment',
      author: [person('Wiliam', 'Dylan')],
      issued: on(2011),
      publisher: 'Solution Tree Press',
      'publisher-place': 'Bloomington, IN',
    },
  },
]

import type { DateBeingFound, MeetingMaterial } from './types.js'

/** Two terms of meetings in the Hafren network, and those that are to come. */
export const hafrenMeetings: MeetingMaterial[] = [
  {
    circle: 'strategic',
    ...{ on: '2026-06-04', starts: '15:45', ends: '17:15', place: 'Ysgol Glan-wŷ, the library', by: 'nia' },
    plannedOn: '2026-03-02',
    agendaAgreedOn: '2026-05-28',
    present: ['mair', 'geraint', 'joanna', 'imran', 'carys', 'nia', 'rhian'],
    apologies: ['owen'],
    lastTime:
      'The minutes of February are agreed. Geraint asked that we say “the small schools” no more: half of us are small.',
    items: [
      {
        ...{ title: 'Cover for two afternoons a half term', minutes: 30, by: 'carys' },
        why: 'Groups meet at four o’clock and are tired. Can we find two afternoons of daylight for each of them?',
        said: `Carys showed what two afternoons would cost: eleven half days of cover a term, for all groups together. One school cannot carry its own this year and said so. Another offered to carry them with its own, because *“your teacher leads the group that my readers are in”*.

Geraint asked who decides which afternoons. Nobody wanted a rota: the group asks, the school says yes or offers another day.`,
        decisions: [
          {
            decision: 'Every group can have two afternoons of cover a half term, from September',
            reason:
              'Work that is done at four o’clock is done by those who have no children of their own to fetch. Two afternoons is what eight schools can carry.',
          },
          {
            decision: 'A school that cannot pay for cover takes part all the same, and nobody keeps a list of it',
            reason: 'What one school puts in changes from year to year. What a teacher brings does not depend on it.',
          },
        ],
        actions: [
          {
            ...{ what: 'Write a page on how a group asks for an afternoon', owner: 'rhian', dueOn: '2026-09-04' },
            done: { on: '2026-09-02', outcome: 'One page. Geraint’s secretary has read it and understood it at once.' },
          },
        ],
      },
      {
        ...{ title: 'What the reading group asks of us', minutes: 25, by: 'joanna' },
        why: 'Their recommendation on the wall charts comes in July. Read it before we answer it.',
        said: 'We read it aloud. Three schools have such a chart in a corridor. Owen had written that his comes down after the summer “because I cannot think of a child it ever helped”. Mair will look at hers first.',
      },
      {
        ...{ title: 'A day for everybody in March', minutes: 20, by: 'mair' },
        why: 'The last conference was on the day of two nativity plays.',
        said: 'A Friday in March, and all eight schools close. Weir Lane has the only hall that holds us.',
        decisions: [
          {
            decision: 'The conference is on a Friday in March, and all eight schools close for it',
            reason: 'A day that is everybody’s is the only one to which assistants and cooks can come.',
          },
        ],
        actions: [
          {
            ...{ what: 'Ask the authority for the closure day', owner: 'imran', dueOn: '2026-07-10' },
            done: { on: '2026-07-08', outcome: 'Granted: Friday 19 March 2027.' },
          },
        ],
      },
    ],
    writtenBy: 'nia',
    openedOn: '2026-06-08',
    agreedOn: '2026-10-08',
  },
  {
    circle: 'strategic',
    ...{ on: '2026-10-08', starts: '15:45', ends: '17:15', place: 'Weir Lane Primary, Class 3', by: 'nia' },
    plannedOn: '2026-09-03',
    agendaAgreedOn: '2026-10-01',
    present: ['mair', 'geraint', 'joanna', 'imran', 'owen', 'nia', 'rhian'],
    apologies: ['carys'],
    lastTime: 'The minutes of June are agreed, with thanks to Nia. Both things that we had agreed to do are done.',
    items: [
      {
        ...{ title: 'Half a term of afternoons: what came of them', minutes: 25, by: 'rhian' },
        why: 'To know. Seven weeks are too few to decide anything.',
        said: `Nine afternoons were asked for and eight were given. The outdoors group used theirs *outdoors*, which was the point. The number group said that the second hour was the first in which anybody disagreed with anybody.

Owen: cover is not the trouble, the handing over at noon is. His two teachers plan together on Mondays now.`,
      },
      {
        ...{ title: 'Shall two neighbouring schools share a trainee?', minutes: 30, by: 'geraint' },
        why: 'To decide. The university asks by the end of November.',
        said: 'Glan-wŷ and Ysgol y Bryn would try it in the spring. Joanna asked what the trainee would say: they would belong nowhere, or twice. We want to hear from one who has done it.',
        decisions: [
          {
            decision: 'Glan-wŷ and Ysgol y Bryn share a trainee from January, for two terms',
            reason:
              'Neither school has a class of its own to give away. Two terms are long enough to know and short enough to stop.',
          },
        ],
        actions: [
          {
            what: 'Find somebody who trained in two schools, and ask what it was like',
            owner: 'geraint',
            dueOn: '2026-11-27',
          },
          {
            ...{ what: 'Tell the university yes, for two terms', owner: 'mair', dueOn: '2026-11-13' },
            done: { on: '2026-11-10', outcome: 'Sent. They would have liked three terms, and take two.' },
          },
        ],
        amendment: {
          by: 'joanna',
          words:
            'I did not say that they would belong nowhere. I asked which staffroom they would have their lunch in.',
          answer: { accepted: true, words: 'Yes. Written so.' },
        },
      },
      {
        ...{ title: 'How we speak about a school in trouble', minutes: 20, by: 'owen', confidential: true },
        why: 'River Road will be inspected before Easter.',
        said: 'Owen told us how it stands and what he needs from us: two mornings of somebody who listens to his Year 6 teachers. Imran and Joanna will each give one.',
        decisions: [
          {
            decision: 'Imran and Joanna each give River Road a morning before half term',
            reason: 'Asked for by Owen, and to be spoken of by nobody else.',
          },
        ],
        actions: [{ what: 'Agree the two mornings with Owen', owner: 'imran', dueOn: '2026-12-04' }],
      },
    ],
    writtenBy: 'nia',
    openedOn: '2026-10-12',
  },
  {
    circle: 'operational',
    ...{ on: '2026-04-21', starts: '16:00', ends: '17:15', place: 'River Road, the staffroom', by: 'nia' },
    plannedOn: '2026-01-20',
    agendaAgreedOn: '2026-04-15',
    present: ['nia', 'rhian', 'tomasz', 'kasia'],
    apologies: ['ifan'],
    items: [
      {
        ...{ title: 'Which groups have gone quiet', minutes: 25, by: 'rhian' },
        why: 'Two have logged nothing since February.',
        said: 'The marking group has been ill in turns. The number group is reading its first cycle again before it asks anything new, which is not being quiet.',
        decisions: [
          {
            decision: 'A group that has been quiet for half a term is rung up, not written to',
            reason: 'A letter from us reads like an overdue bill, however kindly it is meant.',
          },
        ],
        actions: [
          {
            ...{ what: 'Ring Ifan, and ask what would help', owner: 'tomasz', dueOn: '2026-04-30' },
            done: {
              on: '2026-04-27',
              outcome: 'A morning together with the books, at Coed-y-dŵr. He did not need anything else.',
            },
          },
        ],
      },
      {
        ...{ title: 'Dates for next year', minutes: 30, by: 'nia' },
        why: 'To settle them before the schools print their own.',
        said: 'Half-termly for us, on Tuesdays. Nothing in the last week of any term.',
        decisions: [
          {
            decision: 'No meeting of the network in the last week of a term',
            reason: 'Nobody remembers what was said there.',
          },
        ],
      },
    ],
    writtenBy: 'tomasz',
    openedOn: '2026-04-22',
    agreedOn: '2026-06-09',
  },
  {
    circle: 'operational',
    ...{ on: '2026-06-09', starts: '16:00', ends: '17:15', place: 'Upper Marsh, under the ash tree', by: 'nia' },
    plannedOn: '2026-01-20',
    agendaAgreedOn: '2026-06-02',
    present: ['nia', 'tomasz', 'kasia', 'ifan'],
    apologies: ['rhian'],
    lastTime: 'The minutes of April are agreed.',
    items: [
      {
        ...{ title: 'Photographs: who asks the families', minutes: 30, by: 'kasia' },
        why: 'Three schools ask in three ways, and we lean on each other’s pictures.',
        said: 'Kasia brought all three forms. The one from Holly Bank is the only one that a grandmother filled in without asking what it meant. We take that one.',
        decisions: [
          {
            decision: 'All eight schools ask families with the form from Holly Bank',
            reason: 'It is half a page, in three languages, and says what a picture is never used for.',
          },
        ],
        actions: [
          {
            ...{ what: 'Have the form put into Urdu and read by a mother', owner: 'tomasz', dueOn: '2026-09-15' },
            done: { on: '2026-09-18', outcome: 'Bilal wrote it and his neighbour changed two words.' },
          },
          {
            ...{ what: 'Ask whether the form can be signed on a telephone', owner: 'rhian', dueOn: '2026-07-03' },
            dropped: { on: '2026-09-29', outcome: 'Five schools in eight have no signal at the gate. Paper it is.' },
          },
        ],
      },
      {
        ...{ title: 'Newcomers in September', minutes: 20, by: 'ifan' },
        said: 'Every group keeps one chair free in September, and tells whoever sits down what the group does *not* know yet.',
      },
    ],
    writtenBy: 'tomasz',
    openedOn: '2026-06-11',
    agreedOn: '2026-09-29',
  },
  {
    circle: 'operational',
    ...{ on: '2026-09-29', starts: '16:00', ends: '17:15', place: 'St David’s, Class 5', by: 'nia' },
    plannedOn: '2026-07-06',
    agendaAgreedOn: '2026-09-24',
    present: ['nia', 'rhian', 'tomasz', 'kasia', 'ifan'],
    lastTime: 'The minutes of June are agreed. The telephone form is dropped and nobody is sad.',
    items: [
      {
        ...{ title: 'Meetings after four: do they keep parents of small children away?', minutes: 35, by: 'kasia' },
        why: 'Two colleagues have told me that they would lead a group if it met before lunch.',
        said: 'Kasia had asked around: eleven of the thirty-two in groups fetch a child at half past three. From January we try one meeting in three at noon, with the afternoons that the heads gave us.',
        decisions: [
          {
            decision: 'One meeting in three of every circle and group is held before two o’clock, from January',
            reason:
              'Eleven colleagues in groups fetch a child at half past three, and we found out by asking, not by looking.',
          },
        ],
        actions: [
          { what: 'Draw up which meetings move to noon in spring', owner: 'kasia', dueOn: '2026-12-08' },
          {
            ...{
              what: 'Ask Carys whether Upper Marsh can give us its hall at noon',
              owner: 'nia',
              dueOn: '2026-10-16',
            },
            done: { on: '2026-10-14', outcome: 'Yes, with soup, on any day but Wednesday.' },
          },
        ],
      },
      {
        ...{ title: 'A shelf of books that groups have read', minutes: 15, by: 'tomasz', state: 'later' },
        because: 'We had no time left',
      },
    ],
    writtenBy: 'tomasz',
    openedOn: '2026-10-01',
    agreedOn: '2026-11-17',
  },
  {
    circle: 'operational',
    ...{ on: '2026-11-17', starts: '16:00', ends: '17:15', place: 'Weir Lane, the staffroom', by: 'nia' },
    plannedOn: '2026-09-30',
    agendaAgreedOn: '2026-11-12',
    present: ['nia', 'rhian', 'tomasz', 'ifan'],
    apologies: ['kasia'],
    lastTime: 'The minutes of September are agreed. Kasia’s list of noon meetings comes in December.',
    items: [
      {
        ...{ title: 'Programme of the conference', minutes: 30, by: 'nia' },
        why: 'To agree who is asked, before everybody has filled the day in their own way.',
        said: `Four groups show something. The yard is Kasia’s, whatever the weather does. We keep an hour for the heads to say what they took up **and what they did not**.

Ifan would rather have one session in which nothing is shown at all: questions that nobody has answered yet. That becomes the last half hour.`,
        decisions: [
          {
            decision: 'The last half hour of the conference belongs to questions that nobody has answered',
            reason: 'People go home with what they heard last.',
          },
          {
            decision: 'From January two meetings in five are held before two o’clock, and none on a Wednesday',
            reason:
              'The hall at Upper Marsh is free on every day but Wednesday, and more of us can come than we thought.',
            supersedes: 4,
          },
        ],
        actions: [
          { what: 'Ask each of the four groups what it needs in its room', owner: 'ifan', dueOn: '2026-12-01' },
          { what: 'Invite the cook from Glan-wŷ, properly, with a letter', owner: 'rhian', dueOn: '2026-11-24' },
        ],
        amendment: { by: 'ifan', words: 'It was Rhian’s idea to have it last. Mine was only to have it.' },
      },
      {
        ...{ title: 'When Nia goes down to three days', minutes: 20, by: 'nia', confidential: true },
        why: 'To think of it early, and among us.',
        said: 'Nia will work three days from Easter. Rhian would rather not lead alone. We would like to ask one of the lead learners, and will talk to nobody before Nia has told her own head.',
        actions: [{ what: 'Tell Mair, and say here that it is done', owner: 'nia', dueOn: '2026-12-11' }],
      },
    ],
    writtenBy: 'tomasz',
    openedOn: '2026-11-19',
  },
  {
    circle: 'governors',
    title: 'One graph, three questions',
    about:
      'We read the reading ages of one year group together: what it shows, what it cannot show, and what we would have to ask the children.',
    ...{ on: '2026-10-14', starts: '18:30', ends: '20:00', place: 'Ysgol y Bryn, the hall', by: 'nia' },
    plannedOn: '2026-09-15',
    agendaAgreedOn: '2026-10-07',
    present: ['nia', 'dilys', 'huw', 'mair'],
    items: [
      {
        ...{ title: 'What does the middle of a box plot mean?', minutes: 40, by: 'huw' },
        said: 'Huw laid out thirty shoes by size and we stood in the middle. After that nobody asked again.',
      },
      {
        ...{ title: 'What should governors ask of a head who shows them a graph?', minutes: 40, by: 'dilys' },
        said: 'Dilys wrote three questions on the wall: Who is missing from it? What would you have expected? What will you do differently if it is true?',
        decisions: [
          {
            decision: 'Governors of the network ask the same three questions of any graph',
            reason: 'So that a head can prepare for being understood and not for being caught out.',
          },
        ],
      },
    ],
    writtenBy: 'huw',
    openedOn: '2026-10-16',
    agreedOn: '2026-11-03',
  },
  {
    circle: 'strategic',
    together: ['operational'],
    title: 'Heads and co-ordinators at one table',
    about: 'Once a year both circles meet together, so that nobody is told what they could have said themselves.',
    ...{ on: '2026-12-10', starts: '15:45', ends: '17:30', place: 'Holly Bank Primary', by: 'nia' },
    plannedOn: '2026-10-13',
    comes: ['mair', 'geraint', 'nia', 'rhian', 'tomasz', 'kasia'],
    cannot: ['joanna'],
    agendaAgreedOn: '2026-11-20',
    papers: [
      { title: 'The termly report of the summer', href: '/published', by: 'nia' },
      { title: 'Programme of the conference so far', href: '/networks/hafren/conferences', by: 'rhian' },
    ],
    items: [
      {
        ...{ title: 'What did each school take up this year, and what did it leave?', minutes: 40, by: 'mair' },
        why: 'To hear, round the table, two minutes each. Leaving something with a reason is as good as taking it up.',
      },
      {
        ...{ title: 'Meetings at noon: what it asks of heads', minutes: 25, by: 'kasia' },
        why: 'To decide. Cover at noon is not cover at three.',
      },
      {
        ...{ title: 'Shall we look at ourselves in the spring?', minutes: 20, by: 'rhian' },
        why: 'To decide whether, and with which questions.',
      },
      {
        ...{ title: 'A second minibus', minutes: 15, by: 'owen', state: 'proposed' },
        why: 'The first one is at Weir Lane whenever we need it.',
      },
    ],
  },
  {
    circle: 'operational',
    ...{ on: '2027-01-19', starts: '12:00', ends: '13:15', place: 'Upper Marsh, the hall, with soup', by: 'nia' },
    plannedOn: '2026-11-18',
    items: [],
  },
  {
    circle: 'strategic',
    ...{ on: '2027-02-11', starts: '15:45', ends: '17:15', place: 'Ysgol Coed-y-dŵr', by: 'nia' },
    plannedOn: '2026-11-18',
    items: [{ title: 'Our terms of reference, a year on', minutes: 20, by: 'mair' }],
  },
  {
    circle: 'language',
    ...{ on: '2026-11-26', starts: '15:30', ends: '16:00', place: '', by: 'tomasz' },
    plannedOn: '2026-09-11',
    link: 'https://meet.schools.example/talk-and-reading',
    cancelled: { on: '2026-11-18', because: 'Three of us are at the same nativity rehearsal. We meet in January.' },
    items: [{ title: 'Silence: is it thinking, or is it waiting?', minutes: 20, by: 'gwen' }],
  },
  {
    circle: 'breakfast',
    ...{ on: '2026-12-04', starts: '07:30', ends: '08:10', place: 'The Bridge Café, Market Weir', by: 'sam' },
    plannedOn: '2026-11-09',
    comes: ['sam', 'zofia'],
    items: [],
  },
]

/** The research and development circle has not found its day yet. */
export const dateBeingFound: DateBeingFound = {
  circle: 'research',
  title: 'What we think we know',
  about: 'Each group brings one claim that it is sure of and one that it is not. Fiona asks the questions.',
  by: 'rhian',
  on: '2026-11-16',
  dates: [
    { on: '2027-01-12', starts: '12:15', ends: '13:45' },
    { on: '2027-01-14', starts: '15:45', ends: '17:15' },
    { on: '2027-01-21', starts: '15:45', ends: '17:15' },
  ],
  answers: {
    rhian: ['yes', 'yes', 'yes'],
    tomasz: ['yes', 'no', 'if need be'],
    gwen: ['yes', 'if need be', 'yes'],
    kasia: ['yes', 'no', 'no'],
    ifan: ['no', 'yes', 'yes'],
    fiona: ['if need be', 'no', 'yes'],
  },
}

import type { DemoPost } from './types.js'

const network = 'hafren' as const

/** A year of the forum in the Hafren network. */
export const hafrenPosts: DemoPost[] = [
  {
    ...{ network, by: 'eleri', on: '2025-10-06', kind: 'done here' },
    sentence: 'Here the register is answered in any language a child likes, and nobody remarks on it.',
    more: 'It began with one boy who whispered. Now there are mornings with six languages and one child who answers in owl.',
    asksWelcome: true,
    mayTell: true,
    thanks: ['bilal', 'sadia', 'nia'],
    answers: [
      { by: 'bilal', on: '2025-10-07', words: 'What do you do when somebody laughs?', thanks: ['eleri'] },
      {
        by: 'eleri',
        on: '2025-10-07',
        under: 0,
        words: 'We laugh too, and then the one who laughed teaches us a word. It has happened twice.',
        thanks: ['bilal', 'huw'],
      },
    ],
    takeUps: [
      {
        ...{ by: 'bilal', on: '2025-10-09', how: 'takes it' },
        cameOf: {
          on: '2025-11-12',
          what: 'in use',
          words: 'Two classes do it. The supply teacher asked for a list and got one from the children.',
          mayTell: true,
        },
      },
      {
        ...{ by: 'sadia', on: '2025-10-14', how: 'takes it' },
        cameOf: { on: '2025-11-17', what: 'changed', words: 'Fridays only, because Year 6 took ten minutes over it.' },
      },
      {
        by: 'carys',
        on: '2025-10-20',
        how: 'not for us',
        words: 'We have one register for forty children in the hall.',
      },
    ],
  },
  {
    ...{ network, by: 'gwen', on: '2025-10-13', kind: 'help' },
    sentence: 'Who can help with a class in which the same four children answer everything?',
    answers: [
      {
        by: 'tomasz',
        on: '2025-10-14',
        words: 'We put names on lolly sticks for a term. It made the quiet ones anxious, so we stopped.',
      },
      {
        by: 'zofia',
        on: '2025-10-15',
        words:
          'Ask, then wait, then say “tell the person beside you”. Only then ask for an answer, and ask for what the *other* one said. They had nowhere to hide and did not want to.',
        thanks: ['gwen', 'huw', 'alys'],
      },
    ],
    met: { on: '2025-11-10', answer: 1 },
    mayTell: true,
  },
  {
    ...{ network, by: 'kasia', on: '2025-10-20', kind: 'come' },
    sentence: 'Would you like to come to our wood on a wet morning, which is when it is worth seeing?',
    more: 'We set off at nine whatever the weather. There is a tarpaulin and there is soup.',
    forWhom: 'anybody who thinks their children would hate it',
    date: {
      ...{ onDay: '2025-11-13', starts: '09:00', ends: '11:30' },
      ...{ place: 'Upper Marsh Primary, then the wood', places: 4 },
    },
    asksWelcome: true,
    joins: { on: '2025-10-22', people: ['huw', 'alys', 'eleri', 'sam', 'maeve'] },
    answers: [
      {
        by: 'huw',
        on: '2025-11-14',
        words:
          'I came in trainers. Do not come in trainers. The soup was worth it and so was the child who never speaks, naming beetles.',
        thanks: ['kasia'],
      },
    ],
    takeUps: [
      {
        ...{ by: 'huw', on: '2025-11-17', how: 'takes it' },
        cameOf: {
          on: '2026-01-20',
          what: 'changed',
          words: 'We have no wood, so it is the lane behind the chapel. Every second Thursday since Christmas.',
          mayTell: true,
        },
      },
      {
        ...{ by: 'alys', on: '2025-11-18', how: 'takes it' },
        cameOf: {
          on: '2026-01-26',
          what: 'dropped',
          words: 'We could not find a second adult on the day. We shall try again in the summer.',
        },
      },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'ifan', on: '2025-11-03', kind: 'copy' },
    sentence: 'Would you like a copy of the wall chart with our marking codes, now that there are only six of them?',
    more: 'There were nineteen. The children could explain four, so we kept those and added two: “come and talk to me”, and a smile that asks why it works.',
    file: { name: 'marking-codes-wall-chart.jpg', alt: 'A hand-lettered wall chart, “Our 6 marks”' },
    thanks: ['sadia', 'zofia'],
    takeUps: [
      {
        ...{ by: 'zofia', on: '2025-11-05', how: 'takes it' },
        cameOf: {
          on: '2025-12-09',
          what: 'changed',
          words: 'We kept three. “Come and talk to me” is the one that everybody acts on.',
        },
      },
      {
        ...{ by: 'sadia', on: '2025-11-10', how: 'takes it' },
        cameOf: {
          on: '2025-12-12',
          what: 'in use',
          words: 'It hangs in Year 4 at the height of the children, not of the inspector.',
        },
      },
      { by: 'huw', on: '2025-11-11', how: 'takes it', wavedAwayOn: '2025-12-15' },
    ],
  },
  {
    ...{ network, by: 'joanna', on: '2025-11-17', kind: 'heard of' },
    sentence:
      'I heard of a school where the head teaches every class once a term so that its teacher can go and watch somebody else.',
    thanks: ['gwen', 'kasia', 'tomasz', 'huw'],
    supports: ['geraint', 'mair'],
    answers: [
      {
        by: 'geraint',
        on: '2025-11-18',
        words: 'I do this, because we are three. The children ask when the real teacher is coming back.',
        thanks: ['joanna', 'mair'],
      },
      {
        by: 'owen',
        on: '2025-11-19',
        words: 'With three hundred I would be found out by Wednesday. But once a half-term, one class, I could do.',
      },
    ],
    takeUps: [
      {
        ...{ by: 'owen', on: '2025-11-24', how: 'takes it' },
        cameOf: {
          on: '2026-02-09',
          what: 'still trying',
          words: 'Two classes so far. I learned more about Year 5 in an hour than from two years of their data.',
          mayTell: true,
        },
      },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'maeve', on: '2025-12-01', kind: 'tried' },
    sentence:
      'We tried a jar by the door with a new number of things in it each day, and I would do it again tomorrow.',
    more: 'Guess on the way in, count on Friday. It takes less than a minute and they argue about it at lunch.',
    piece: '“You can’t know if you don’t count”',
    asksWelcome: true,
    mayTell: true,
    thanks: ['kasia', 'zofia', 'gwen'],
    follows: ['ifan'],
    takeUps: [
      {
        ...{ by: 'gwen', on: '2025-12-03', how: 'takes it' },
        cameOf: {
          on: '2026-01-14',
          what: 'in use',
          words: 'Three classes tell of it now. In one of them the jar is a boot.',
          mayTell: true,
        },
      },
      {
        ...{
          by: 'ifan',
          on: '2026-01-07',
          how: 'tried it',
          words: 'We forgot it by the third week. The caretaker did not, so now it is his.',
        },
        cameOf: { on: '2026-01-07', what: 'changed', words: '' },
      },
      {
        ...{ by: 'tomasz', on: '2026-01-12', how: 'takes it' },
        cameOf: { on: '2026-02-23', what: 'dropped', words: 'With sixty children at one door it became a queue.' },
      },
    ],
  },
  {
    ...{ network, by: 'alys', on: '2025-12-08', kind: 'help' },
    sentence: 'Who can help with a nativity in two languages that does not last for two hours?',
    answers: [
      {
        by: 'eleri',
        on: '2025-12-08',
        words: 'Nobody says anything twice. The shepherds speak Welsh, the kings English, the donkey both.',
        thanks: ['alys', 'nia', 'sam'],
      },
    ],
    met: { on: '2025-12-18', answer: 0 },
  },
  {
    ...{ network, by: 'sam', on: '2026-01-12', kind: 'tried' },
    sentence: 'We tried taking the reading chart down, and nobody asked where it had gone for three weeks.',
    more: 'Then one child did: “Is reading still going on?” That was a better question than any that the chart had answered.',
    thanks: ['sadia', 'bilal', 'huw', 'eleri'],
    supports: ['sadia', 'tomasz', 'huw', 'maeve'],
    asksWelcome: true,
    answers: [
      { by: 'kasia', on: '2026-01-13', words: 'Ours had stickers on it from 2019.', thanks: ['sam'] },
      {
        by: 'joanna',
        on: '2026-01-15',
        words: 'I should like to talk about what we say to parents who liked the chart.',
      },
    ],
    takeUps: [
      {
        ...{ by: 'kasia', on: '2026-01-19', how: 'takes it' },
        cameOf: {
          on: '2026-02-24',
          what: 'in use',
          words: 'It is down in both classes. There is a shelf of “read this, then pass it on” where it was.',
        },
      },
      { by: 'rhian', on: '2026-01-26', how: 'not for us', words: 'Ours is made by the children and they look at it.' },
    ],
  },
  {
    ...{ network, by: 'huw', on: '2026-01-19', kind: 'done here' },
    sentence:
      'Here the teaching assistants meet on their own for half an hour on Wednesdays, with biscuits, and the head stays out.',
    asksWelcome: true,
    mayTell: true,
    thanks: ['zofia', 'alys'],
    answers: [
      {
        by: 'mair',
        on: '2026-01-20',
        words: 'I stay out. I pay for the biscuits.',
        thanks: ['huw', 'nia', 'owen', 'carys'],
      },
      { by: 'imran', on: '2026-01-21', words: 'What do they do about the half hour? Ours are paid until three.' },
      {
        by: 'mair',
        on: '2026-01-21',
        under: 1,
        words: 'It is in their hours. I take assembly for everybody then, which costs nothing but my dignity.',
      },
    ],
    takeUps: [
      {
        ...{ by: 'imran', on: '2026-01-26', how: 'takes it' },
        cameOf: {
          on: '2026-03-09',
          what: 'in use',
          words: 'Every other week. They came back with three things to change, and we have changed two.',
          mayTell: true,
        },
      },
      { by: 'owen', on: '2026-02-02', how: 'takes it', wavedAwayOn: '2026-03-16' },
    ],
  },
  {
    ...{ network, by: 'bilal', on: '2026-01-26', kind: 'copy' },
    sentence: 'Would you like a copy of our word wall in three languages, with the spaces left for a fourth?',
    file: {
      name: 'three-language-word-wall.jpg',
      alt: 'Yellow wall display headed Geiriau, Words, Słowa with nine cards in Welsh, English and Polish',
    },
    thanks: ['eleri', 'zofia'],
    takeUps: [
      {
        ...{ by: 'zofia', on: '2026-01-28', how: 'takes it' },
        cameOf: {
          on: '2026-03-02',
          what: 'changed',
          words: 'Our fourth is Ukrainian. A grandmother wrote the cards and corrected the Polish.',
        },
      },
      {
        by: 'eleri',
        on: '2026-02-03',
        how: 'tried it',
        words: 'The words stayed on the wall. The children wanted them in their pockets, so now they are bookmarks.',
      },
    ],
  },
  {
    ...{ network, by: 'rhian', on: '2026-02-02', kind: 'help' },
    sentence: 'Who can help with a child who is well behaved, does everything and learns nothing?',
    supports: ['gwen', 'zofia', 'ifan', 'alys', 'maeve'],
    answers: [
      {
        by: 'sadia',
        on: '2026-02-03',
        words: 'Sit beside the child with the same task and do it badly. Mine could not bear it and began to explain.',
        thanks: ['rhian', 'gwen'],
      },
      {
        by: 'gwen',
        on: '2026-02-05',
        words: 'We have one too. Could we look at theirs and ours together, without names, for an hour?',
        thanks: ['rhian'],
      },
    ],
    met: { on: '2026-03-18', answer: 1 },
  },
  {
    ...{ network, by: 'geraint', on: '2026-02-09', kind: 'come' },
    sentence: 'Would you like to come to a school of thirty-five and see how three classes share one afternoon?',
    date: {
      ...{ onDay: '2026-03-05', starts: '13:00', ends: '15:15' },
      ...{ place: 'Ysgol Glan-wŷ, Pont-y-felin', places: 3 },
    },
    joins: { on: '2026-02-11', people: ['carys', 'kasia', 'joanna', 'maeve'] },
    thanks: ['carys', 'kasia'],
    takeUps: [
      {
        ...{ by: 'carys', on: '2026-03-09', how: 'takes it' },
        cameOf: {
          on: '2026-05-04',
          what: 'changed',
          words: 'Upper Marsh does it on Tuesdays with two classes. Holly Bank has the walls in the wrong place.',
        },
      },
    ],
    asksWelcome: true,
  },
  {
    ...{ network, by: 'tomasz', on: '2026-02-23', kind: 'heard of' },
    sentence:
      'I heard of a school where every book that leaves the library comes back with one sentence by whoever read it.',
    thanks: ['sadia', 'sam'],
    takeUps: [
      {
        ...{ by: 'sadia', on: '2026-02-25', how: 'takes it' },
        cameOf: {
          on: '2026-04-15',
          what: 'in use',
          words: 'The sentences are rude about some of my favourites. They borrow those first.',
          mayTell: true,
        },
      },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'zofia', on: '2026-03-02', kind: 'copy' },
    sentence: 'Would you like a copy of the letter with which we ask families for stories from home?',
    more: 'It is one side of paper, in four languages, and asks for a voice message if writing is not your thing.',
    forWhom: 'anybody with a school gate',
    takenDownOn: '2026-03-20',
    answers: [{ by: 'eleri', on: '2026-03-03', words: 'Please. Ours sounds like the water board.' }],
  },
  {
    ...{ network, by: 'carys', on: '2026-03-09', kind: 'help' },
    sentence: 'Who can help with one head, two schools and two parents’ evenings on the same Thursday?',
    answers: [
      {
        by: 'geraint',
        on: '2026-03-09',
        words: 'Which Thursday? I will stand in Holly Bank’s hall and look like a head.',
        thanks: ['carys', 'maeve'],
      },
    ],
    met: { on: '2026-03-20', answer: 0 },
    mayTell: true,
  },
  {
    ...{ network, by: 'kasia', on: '2026-04-20', kind: 'tried' },
    sentence:
      'We tried twenty-four things in as many arrangements as the children could find, and they found seven that I had not.',
    piece: 'All the ways to make 24',
    asksWelcome: true,
    thanks: ['maeve', 'zofia'],
    takeUps: [
      {
        by: 'gwen',
        on: '2026-04-22',
        how: 'tried it',
        words: 'Best lesson of the term. We used conkers, which roll.',
        mayTell: true,
      },
      { by: 'ifan', on: '2026-05-05', how: 'takes it', wavedAwayOn: '2026-06-09' },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'owen', on: '2026-04-27', kind: 'done here' },
    sentence: 'Here new teachers watch one colleague a week for ten minutes and say one thing that they will steal.',
    forWhom: 'schools with new teachers',
    thanks: ['joanna', 'imran'],
    takeUps: [
      {
        ...{ by: 'joanna', on: '2026-05-04', how: 'takes it' },
        cameOf: {
          on: '2026-06-15',
          what: 'in use',
          words: 'We have one new teacher. She has stolen from everybody, and we have begun to steal back.',
          mayTell: true,
        },
      },
      {
        ...{ by: 'imran', on: '2026-05-05', how: 'takes it' },
        cameOf: {
          on: '2026-06-22',
          what: 'dropped',
          words: 'Ten minutes needs somebody in the room that is left. We could not find them.',
        },
      },
    ],
    mayTell: true,
    asksWelcome: true,
  },
  {
    ...{ network, by: 'nia', on: '2026-05-11', kind: 'come' },
    sentence:
      'Would you like to come to an evening on writing up, with soup, for groups who have the evidence and not the words?',
    date: { onDay: '2026-06-04', starts: '16:30', ends: '18:30', place: 'Ysgol y Bryn, the hall', places: 12 },
    joins: { on: '2026-05-13', people: ['eleri', 'bilal', 'sadia', 'sam', 'maeve', 'ifan', 'kasia'] },
    thanks: ['eleri', 'sadia'],
  },
  {
    ...{ network, by: 'sadia', on: '2026-05-18', kind: 'help' },
    sentence: 'Who can help with comics: which ones do nine-year-olds fight over?',
    answers: [
      {
        by: 'sam',
        on: '2026-05-18',
        words: 'Anything with a dog that is also a policeman. I do not understand it either.',
        thanks: ['sadia', 'huw'],
      },
      {
        by: 'bilal',
        on: '2026-05-20',
        words: 'The ones that their cousins send from Poland and Pakistan. Ask the families, we got eleven.',
        thanks: ['sadia'],
      },
    ],
    met: { on: '2026-06-01', answer: 1 },
  },
  {
    ...{ network, by: 'imran', on: '2026-06-08', kind: 'heard of' },
    sentence: 'I heard of reading scores from a tablet that tell you which child will struggle before the child does.',
    link: 'https://www.example.org/predicting-readers',
    answers: [
      { by: 'tomasz', on: '2026-06-09', words: 'Who sells it, and what do they keep?', thanks: ['sadia', 'sam'] },
      {
        by: 'imran',
        on: '2026-06-10',
        under: 0,
        words: 'Good question. I asked. They keep everything. I am no longer interested.',
        thanks: ['tomasz', 'nia', 'rhian'],
      },
    ],
  },
  {
    ...{ network, by: 'eleri', on: '2026-07-13', kind: 'tried' },
    sentence:
      'We tried having stories from home told in class in the language of home, and wrote down what changed and what did not.',
    work: 'Polish is for the car',
    asksWelcome: true,
    mayTell: true,
    thanks: ['nia', 'bilal', 'maeve', 'geraint', 'tomasz'],
    takeUps: [
      {
        ...{ by: 'maeve', on: '2026-07-15', how: 'takes it' },
        cameOf: {
          on: '2026-10-05',
          what: 'still trying',
          words: 'One grandfather so far. He came with a saw.',
          mayTell: true,
        },
      },
      {
        ...{ by: 'zofia', on: '2026-09-07', how: 'takes it' },
        cameOf: {
          on: '2026-10-12',
          what: 'in use',
          words: 'On Thursdays after lunch. Nobody translates until somebody asks.',
          mayTell: true,
        },
      },
      { by: 'alys', on: '2026-10-19', how: 'takes it' },
    ],
  },
  {
    ...{ network, by: 'maeve', on: '2026-09-07', kind: 'help' },
    sentence: 'Who can help with a boy from Kandahar who speaks Pashto and is wonderful at chess?',
    more: 'He has been here for eight days. We have pictures, patience and one phrase book that is for soldiers.',
    answers: [
      {
        by: 'bilal',
        on: '2026-09-07',
        words: 'I have Urdu, which is not Pashto, but his father may have Urdu. I can come on Friday after school.',
        thanks: ['maeve', 'carys'],
      },
      {
        by: 'huw',
        on: '2026-09-08',
        words: 'Our Year 5 has a chess club and no champion. Shall we come over?',
        thanks: ['maeve'],
      },
    ],
    met: { on: '2026-09-28', answer: 0 },
    mayTell: true,
  },
  {
    ...{ network, by: 'gwen', on: '2026-09-14', kind: 'copy' },
    sentence:
      'Would you like a copy of our talk stems for mathematics, which began as a display and are on every table now?',
    file: {
      name: 'talk-stems-display.jpg',
      alt: 'Purple display with six white speech shapes holding sentence beginnings such as I see it differently because',
    },
    thanks: ['kasia', 'ifan', 'tomasz'],
    follows: ['kasia'],
    takeUps: [
      { by: 'kasia', on: '2026-09-16', how: 'takes it' },
      {
        ...{ by: 'tomasz', on: '2026-09-21', how: 'takes it' },
        cameOf: {
          on: '2026-10-26',
          what: 'in use',
          words: 'Year 3 has added one of its own: “I thought so too, until”.',
          mayTell: true,
        },
      },
      { by: 'sadia', on: '2026-10-14', how: 'takes it' },
    ],
    mayTell: true,
  },
  {
    ...{ network, by: 'ifan', on: '2026-09-21', kind: 'done here' },
    sentence: 'Here children mark the marking: a tick where it helped and a question mark where it did not.',
    asksWelcome: true,
    supports: ['sam', 'zofia', 'sadia', 'gwen'],
    thanks: ['sadia', 'sam'],
    answers: [
      {
        by: 'zofia',
        on: '2026-09-22',
        words: 'How many question marks does it take before a colleague cries?',
        thanks: ['ifan'],
      },
      {
        by: 'ifan',
        on: '2026-09-22',
        under: 0,
        words: 'I had eleven in one book. It was the week in which I learned most.',
        thanks: ['zofia', 'alys', 'rhian'],
      },
    ],
    takeUps: [
      { by: 'zofia', on: '2026-09-28', how: 'takes it', wavedAwayOn: '2026-11-02' },
      { by: 'gwen', on: '2026-10-12', how: 'takes it' },
    ],
  },
  {
    ...{ network, by: 'alys', on: '2026-09-28', kind: 'help' },
    sentence: 'Who can help me find somebody to talk to who was also new last year?',
    forWhom: 'anybody in the second year of teaching',
    answers: [
      { by: 'huw', on: '2026-09-29', words: 'I am not a teacher, but I was new, and I make tea.', thanks: ['alys'] },
      {
        by: 'eleri',
        on: '2026-10-01',
        words: 'I could ring on Sunday evenings, which is when it is worst.',
        thanks: ['alys'],
      },
    ],
    met: { on: '2026-10-12', answer: 1 },
  },
  {
    ...{ network, by: 'joanna', on: '2026-10-05', kind: 'copy' },
    sentence: 'Would you like a copy of a raffle ticket?',
    foldedAway: {
      ...{ by: 'rhian', on: '2026-10-06' },
      because:
        'A good cause, but here it pushes what people learned down the page. Would you put it in the newsletter?',
    },
  },
  {
    ...{ network, by: 'mair', on: '2026-10-12', kind: 'help' },
    sentence: 'Who can help with a kiln that trips the whole school whenever we use it?',
    more: 'The electrician says that the kiln is fine. The kiln says that the electrician is fine.',
    stillOpenOn: '2026-11-11',
    answers: [
      {
        by: 'owen',
        on: '2026-10-13',
        words: 'We gave ours away for the same reason. I am sorry, I think that it was to you.',
        thanks: ['mair', 'huw', 'gwen'],
      },
    ],
  },
  {
    ...{ network, by: 'tomasz', on: '2026-10-19', kind: 'help' },
    sentence: 'Who can help with a way to hear from children who never volunteer an opinion about reading?',
    supports: ['sadia', 'sam', 'eleri'],
    answers: [
      {
        by: 'sam',
        on: '2026-10-20',
        words:
          'I asked two of them to interview each other, and left the room. The recording is four minutes long and three of them are gold.',
        thanks: ['tomasz', 'sadia'],
      },
    ],
  },
  {
    ...{ network, by: 'sam', on: '2026-10-26', kind: 'tried' },
    sentence: 'We tried a quiet ten minutes after lunch with the lights off, and got the afternoon back.',
    more: 'Nothing is asked of anybody. Some read, some look at the ceiling. I look at the ceiling.',
    asksWelcome: true,
    mayTell: true,
    thanks: ['huw', 'gwen', 'maeve'],
    supports: ['huw', 'maeve'],
    takeUps: [
      { by: 'huw', on: '2026-10-28', how: 'takes it' },
      {
        by: 'carys',
        on: '2026-11-02',
        how: 'tried it',
        words: 'At Holly Bank the youngest fell asleep. We let them.',
        mayTell: true,
      },
      { by: 'kasia', on: '2026-11-03', how: 'not for us', words: 'After lunch we are outside.' },
    ],
  },
  {
    ...{ network, by: 'rhian', on: '2026-11-02', kind: 'come' },
    sentence: 'Would you like to come to a morning in Coed-y-dŵr on which children explain feedback to grown-ups?',
    more: 'Each visitor gets a child and a book. You ask what the marks are for. That is all.',
    forWhom: 'anybody who marks',
    date: {
      ...{ onDay: '2026-12-09', starts: '09:15', ends: '11:00' },
      ...{ place: 'Ysgol Coed-y-dŵr', places: 4 },
    },
    joins: { on: '2026-11-04', people: ['sadia', 'sam', 'zofia', 'gwen', 'huw'] },
    thanks: ['sam'],
    asksWelcome: true,
  },
  {
    ...{ network, by: 'geraint', on: '2026-11-09', kind: 'heard of' },
    sentence: 'I heard of a village where the old people come in to be read to, rather than to hear reading.',
    thanks: ['carys', 'eleri', 'huw'],
    supports: ['eleri'],
    answers: [
      {
        by: 'maeve',
        on: '2026-11-10',
        words: 'Ours fall asleep, which the children take as a compliment.',
        thanks: ['geraint'],
      },
    ],
  },
  {
    ...{ network, by: 'bilal', on: '2026-11-16', kind: 'come' },
    sentence:
      'Would you like to come to our families’ breakfast, where somebody tells a story and nobody translates it?',
    date: {
      ...{ onDay: '2026-12-04', starts: '08:00', ends: '09:00' },
      ...{ place: 'River Road Community Primary, the dining hall', places: null },
    },
    joins: { on: '2026-11-17', people: ['eleri', 'tomasz', 'zofia', 'maeve'] },
    asksWelcome: true,
    thanks: ['owen'],
  },
  {
    ...{ network, by: 'kasia', on: '2026-11-18', kind: 'copy' },
    sentence: 'Would you like a copy of how we had children map a stream, in one go and sitting on a log?',
    piece: 'Map of our stream',
    thanks: ['eleri'],
    takeUps: [{ by: 'eleri', on: '2026-11-19', how: 'takes it' }],
  },
]

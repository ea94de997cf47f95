import type { CycleMaterial } from '../types.js'
import { firstEvidence } from './first-evidence.js'

/** The first cycle: begun by Zofia, finished by Maeve. */
export const firstCycle: CycleMaterial = {
  number: 1,
  startedOn: '2025-01-15',
  finishedOn: '2026-06-22',
  stage: 'evaluation',
  sharedStages: ['context', 'purpose', 'evidence', 'action', 'evaluation'],
  question: 'What does five minutes of estimating a day do for number sense in Years 1 to 3?',
  intendedLearning:
    'Whether a daily look before counting changes how children see quantity, and whether any of it turns up in places where nobody asked for an estimate.',
  successSigns: [
    {
      sign: 'Guesses come nearer',
      howWeWouldKnow: 'Three jars, the same for every school, before and after two terms',
    },
    { sign: 'Children say how they came to a guess', howWeWouldKnow: 'Their words, one child a week' },
    { sign: 'An estimate turns up unasked in ordinary sums', howWeWouldKnow: 'A note each time somebody sees it' },
  ],
  publishedKnowledge: [
    {
      source: 'A 2016 review of number sense in the early years',
      stance: 'affirms',
      sentence:
        'A feeling for quantity at six goes along with arithmetic at nine, though that does not make it the cause.',
    },
    {
      source: 'A summary of training studies',
      stance: 'challenges',
      sentence: 'Children get better at what is practised and hardly ever at anything else.',
    },
  ],
  ethics:
    'It is a jar. Nobody’s guess is read out as the worst. We keep codes and not names, and no list of who was far off leaves the classroom. Families were told by letter, and two asked for their child’s numbers to be left out, so they are.',
  leverage: [
    { test: 'pupils', answer: 'yes', because: 'They count everything and see nothing.' },
    { test: 'power', answer: 'yes', because: 'Five minutes and a jar.' },
    { test: 'shared', answer: 'yes', because: 'The same in a school of 70, one of 90 and one of 200.' },
    { test: 'evidence', answer: 'yes', because: 'A guess has a distance from the truth.' },
  ],
  contextCards: [
    {
      school: 'weir',
      by: 'zofia',
      circumstances: 'Two hundred children, and classes that change all year as families move.',
      alreadyGoingOn: 'A scheme with daily arithmetic. Counting stick on Mondays.',
      competingPriorities: 'Behaviour, and an inspection in sight.',
      barriers: 'Children who come in May have missed the habit.',
    },
    {
      school: 'holly',
      by: 'maeve',
      circumstances: 'Ninety children in mixed classes, in a small town.',
      alreadyGoingOn: 'Number of the day.',
      competingPriorities: 'Attendance.',
      barriers: 'Two year groups in a room, so a jar is too easy for some and too full for others.',
    },
    {
      school: 'upper-marsh',
      by: 'kasia',
      circumstances: 'Seventy children, three classes, building work until Easter 2026.',
      alreadyGoingOn: 'Maths outdoors when it is dry.',
      competingPriorities: 'Spelling.',
      barriers: 'Half of one class was next door for a year.',
    },
  ],
  startingPoint:
    'Our six- to eight-year-olds count well and look first hardly ever. Some think that a guess is cheating. Before we began, the middle guess was off by about two fifths in all three schools.',
  expertise: [
    {
      who: 'zofia',
      school: 'weir',
      knowsHowTo: 'Make a measure that is the same in three schools',
      howWeKnow: 'Three jars and a page of rules, still in use',
    },
    {
      who: 'maeve',
      school: 'holly',
      knowsHowTo: 'Hand a routine over to six-year-olds',
      howWeKnow: 'Her jar monitors',
    },
  ],
  codes: [
    { name: 'quantity', meaning: 'Seeing how many', theme: 'Number' },
    { name: 'strategies', meaning: 'How they got there', theme: 'Number' },
    { name: 'habit', meaning: 'Keeping it going', theme: 'Routine' },
    { name: 'counting', meaning: 'How far off', theme: 'How we know' },
    { name: 'evidence', meaning: 'Doubts and what is known', theme: 'How we know' },
  ],
  evidence: firstEvidence,
  seeing:
    'They count well and do not look. Two terms of looking first, and a guess is half as far off and comes with a reason.',
  missing:
    'Children who join in May. The two families who said no. Teachers further up, who inherit whatever we have done.',
  reasoning:
    'Because children counted out seven pencils when asked for about seven, we think that five minutes a day in which counting comes second may let them see how many there are.',
  claims: [
    {
      key: 'nearer',
      claim: 'After two terms of five minutes a day, children’s guesses are about half as far off as they were.',
      strength: 'sure',
      by: 'zofia',
      on: '2025-11-20',
      for: ['before-jars', 'after-jars', 'three-layers'],
      against: ['without-the-jar'],
      whatWouldChange: 'A class without the jar that improved as much.',
      revised: {
        before: 'Daily estimating halves the error.',
        on: '2026-02-26',
        by: 'maeve',
        why: 'Half a class that never had the jar improved too, by less. Some of it is being a year older.',
      },
      sharedOn: '2026-03-09',
    },
    {
      key: 'spills-over',
      claim: 'Some children begin to estimate before they calculate, without being asked.',
      strength: 'a hunch',
      by: 'maeve',
      on: '2025-12-11',
      for: ['about-six-hundred', 'number-line', 'arrays'],
      against: ['plain-sums', 'training-caution'],
      whatWouldChange: 'A count, over a month, of every time it happens and every time it could have.',
      sharedOn: '2026-03-09',
    },
  ],
  actions: [
    {
      key: 'the-jar',
      title: 'A jar by the door, five minutes a day',
      expectedEffect: 'Guesses come nearer within two terms and children can say how.',
      steps: [
        'A child fills the jar',
        'Everybody writes one number',
        'Two say how they got there',
        'Count together, quickly',
      ],
      who: 'Six classes in Years 1 to 3',
      state: 'completed',
      agreedOn: '2025-04-03',
      from: '2025-05-06',
      until: '2026-06-12',
      adaptations: [
        {
          school: 'weir',
          who: ['zofia'],
          adaptation: 'Tuesday to Friday only.',
          whatHappened: 'From 40 to 19 per cent off. New children catch up in about a month.',
        },
        {
          school: 'holly',
          who: ['maeve'],
          adaptation: 'Jar monitors, and two jars in the mixed class.',
          whatHappened: 'From 43 to 17. The monitors make it harder on purpose.',
        },
        {
          school: 'upper-marsh',
          who: ['kasia'],
          adaptation: 'Sometimes a bucket, a hedge or a flock instead of a jar.',
          whatHappened: 'From 39 to 22, and a natural comparison because of the builders.',
        },
      ],
      measures: [
        {
          school: 'weir',
          name: 'Middle guess off by',
          unit: 'per cent',
          pupils: 21,
          readings: [
            { on: '2025-04-29', value: 40 },
            { on: '2025-11-13', value: 19 },
            { on: '2026-05-14', value: 18 },
          ],
        },
        {
          school: 'holly',
          name: 'Middle guess off by',
          unit: 'per cent',
          pupils: 18,
          readings: [
            { on: '2025-04-29', value: 43 },
            { on: '2025-11-13', value: 17 },
            { on: '2026-05-14', value: 16 },
          ],
        },
        {
          school: 'upper-marsh',
          name: 'Middle guess off by',
          unit: 'per cent',
          pupils: 12,
          readings: [
            { on: '2025-04-29', value: 39 },
            { on: '2025-11-13', value: 22 },
            { on: '2026-05-14', value: 20 },
            { on: '2026-06-11', value: 26 },
          ],
        },
      ],
      evidence: ['before-jars', 'after-jars', 'monday-jar', 'jar-monitors', 'without-the-jar'],
    },
  ],
  effects: [
    {
      action: 'the-jar',
      school: 'holly',
      judgement: 'made a clear difference',
      whatHappened: 'The largest change of the three on our jars, and estimates in ordinary sums.',
      forWhom: 'Year 3 most. The youngest enjoyed it and guessed a million.',
      confidence: 'fairly sure',
      whyHere: 'The children run it, so it happens every day, with or without me.',
      evidence: ['after-jars', 'jar-monitors', 'about-six-hundred'],
    },
    {
      action: 'the-jar',
      school: 'upper-marsh',
      judgement: 'made some difference',
      whatHappened: 'A clear gain, and about a third of it without any jar.',
      forWhom: 'Children who talk about how they did it.',
      confidence: 'fairly sure',
      whyHere: 'The builders gave us half a class to compare with. It is twelve children and eleven.',
      evidence: ['without-the-jar', 'after-jars', 'three-weeks-off'],
    },
    {
      action: 'the-jar',
      school: 'weir',
      judgement: 'made some difference',
      whatHappened: 'Guesses are half as far off. Ordinary sums a little better, perhaps.',
      forWhom: 'Everybody who was there for both terms, which was 21 of 30.',
      confidence: 'fairly sure',
      whyHere: 'Families move. A daily habit is kind to newcomers, they see it done on their first morning.',
      evidence: ['after-jars', 'plain-sums', 'monday-jar'],
    },
  ],
  effectsOn: {
    pupils: 'A guess is no longer cheating. Some look before they calculate.',
    teachers: 'We ask “about how many” all day long and our families have noticed.',
    leadership: 'Two schools have put the jar into their calculation policy, on one line.',
  },
  whatDidNotWork: 'Mondays. Sweets in the jar. Prizes for the nearest, which brought counting under the table.',
  recommendations: [
    {
      key: 'keep-the-jar',
      recommendation: 'Keep a jar by the door in Years 1 to 3, filled by a child, with no prize.',
      because: 'It halves the distance of a guess and costs five minutes.',
      costInReleaseDays: 0,
      cost: 'Five minutes a day and a jar.',
      by: 'maeve',
      draftedOn: '2026-06-05',
      sentOn: '2026-06-12',
      to: ['weir', 'holly', 'upper-marsh'],
      evidence: ['before-jars', 'after-jars'],
      responses: [
        {
          school: 'holly',
          by: 'carys',
          on: '2026-06-19',
          answer: 'accept',
          reason: 'It is on one line of the calculation policy.',
          lookAgainOn: '2026-12-01',
          mayBePublished: true,
          adoption: 'in place',
          inPlace: {
            on: '2026-09-07',
            whatCanBeSeen: 'Any classroom door in the infants at ten to nine. Ask for a monitor.',
          },
        },
        {
          school: 'upper-marsh',
          by: 'carys',
          on: '2026-06-19',
          answer: 'adapt',
          reason: 'Three days a week, and outside when there is something to look at.',
          lookAgainOn: '2026-12-01',
          adoption: 'trying',
        },
        {
          school: 'weir',
          by: 'imran',
          on: '2026-06-25',
          answer: 'accept',
          reason: 'Yes, and it goes into the welcome for new teachers.',
          lookAgainOn: '2026-11-13',
          adoption: 'trying',
        },
      ],
    },
  ],
  decision: {
    decision: 'begin another cycle',
    on: '2026-06-22',
    by: 'maeve',
    because: 'The gain was real in three schools. Nobody knows whether it lasts, so that is what we ask next.',
  },
  moves: [
    {
      from: 'context',
      to: 'purpose',
      on: '2025-02-27',
      by: 'zofia',
      sentence: 'They can all count. What they do not do is look.',
    },
    {
      from: 'purpose',
      to: 'evidence',
      on: '2025-04-24',
      by: 'zofia',
      sentence: 'We want to see whether looking first can be made ordinary.',
    },
    {
      from: 'evidence',
      to: 'action',
      on: '2025-05-06',
      by: 'zofia',
      sentence: 'The middle guess is off by two fifths in all three schools, so there is room.',
    },
    {
      from: 'action',
      to: 'evaluation',
      on: '2026-05-18',
      by: 'maeve',
      sentence: 'Half as far off, part of it from being a year older, and now and then an estimate where nobody asked.',
    },
  ],
  remarks: [
    {
      kind: 'challenge',
      about: { what: 'claim', key: 'nearer' },
      by: 'kasia',
      at: '2025-11-24T16:05:00.000Z',
      words: 'Our children are older than they were. What would they have done without a jar?',
      answer: {
        by: 'maeve',
        at: '2026-02-26T16:40:00.000Z',
        words: 'Your builders answered it. About a third of the way. The claim says so now.',
      },
    },
    {
      kind: 'challenge',
      about: { what: 'claim', key: 'spills-over' },
      by: 'kasia',
      at: '2026-06-11T17:12:00.000Z',
      words: 'We have three good stories and no count. How often could it have happened and did not?',
    },
  ],
  handover: {
    from: 'zofia',
    to: 'maeve',
    on: '2026-01-08',
    note: `The jars and the page of rules are in the blue crate, and the rules are also in the write-up of November’s count. Please keep the three jars the same, it is the one thing that I got right.

What is not finished: nobody has counted the times that an estimate turns up in ordinary sums. Kasia will ask you about it, and she will be right.

Two families asked for their children’s numbers to be left out. You will see two gaps in the list. Leave them.

Upper Marsh have half a class without a jar because of the builders. It is a gift. Count before Easter.

I am tired of graphs and not of the group. I will come on Thursdays.`,
  },
}

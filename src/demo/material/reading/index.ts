import type { GroupMaterial } from '../types.js'
import { autumn2025 } from './autumn-2025.js'
import { firstHalfOfAutumn2026 } from './autumn-2026-first-half.js'
import { secondHalfOfAutumn2026 } from './autumn-2026-second-half.js'
import { coding } from './coding.js'
import { claims } from './claims.js'
import { references } from './references.js'
import { remarks } from './remarks.js'
import { firstHalfOfSpring2026 } from './spring-2026-first-half.js'
import { secondHalfOfSpring2026 } from './spring-2026-second-half.js'
import { firstHalfOfSummer2026 } from './summer-2026-first-half.js'
import { secondHalfOfSummer2026 } from './summer-2026-second-half.js'

/** A group drowning in evidence: more than two hundred pieces, ten claims, challenges that nobody has answered. */
export const reading: GroupMaterial = {
  group: 'reading',
  network: 'hafren',
  cycles: [
    {
      number: 1,
      startedOn: '2025-09-15',
      stage: 'evidence',
      sharedStages: ['context', 'purpose'],
      question:
        'What leads children in Years 4 and 5 who can read but do not choose to, to begin reading of their own accord?',
      intendedLearning:
        'We want to understand the moment at which a child who can read and does not, begins. Not how to get more pages read, but what had happened just before a child picked something up when nobody was asking: who was there, how much time there was, what could be reached, what had been said. We expect it to differ between our four schools and we want to know how.',
      successSigns: [
        {
          sign: 'Each of us can describe, for the children on our own list, when they read and when they do not',
          howWeWouldKnow: 'A page for each child on the list, written without looking anything up, in July',
        },
        {
          sign: 'More children on the lists begin reading within three minutes, without being reminded',
          howWeWouldKnow: 'The same ten minutes, counted by the same adult, once a half term',
        },
        {
          sign: 'Children can say why they chose what they are reading, in a sentence that is not about length',
          howWeWouldKnow: 'Finish, stop or swap: the short talk when a book comes back',
        },
        {
          sign: 'Two of the four schools change something for good because of what another one found',
          howWeWouldKnow: 'It is still there a year later, when none of us is looking after it',
        },
      ],
      references,
      publishedKnowledge: [
        {
          key: 'clark2006',
          source: 'Clark and Rumbold',
          stance: 'affirms',
          sentence: 'Children who choose for themselves read more, but choosing has to be taught and given time.',
        },
        {
          key: 'cremin2014',
          source: 'Cremin and others',
          stance: 'affirms',
          sentence: 'Talk about books that nobody marks, with a teacher who reads, goes along with more reading.',
        },
        {
          key: 'deci1999',
          source: 'Deci, Koestner and Ryan',
          stance: 'challenges',
          sentence:
            'Expected rewards lower what people do afterwards of their own accord. Our charts are such rewards.',
        },
        {
          key: 'wigfield1997',
          source: 'Wigfield and Guthrie',
          stance: 'adds',
          sentence: 'Curiosity and involvement predict how much children read better than praise or marks do.',
        },
        {
          key: 'moss2000',
          source: 'Moss',
          stance: 'challenges',
          sentence: 'It may be less about boys than about what a class makes of those who are seen to read badly.',
        },
        {
          key: 'stanovich1986',
          source: 'Stanovich',
          stance: 'challenges',
          sentence: 'Those who read well come to read more: choosing may follow from skill, and not the other way.',
        },
      ],
      ethics:
        'Children are known by a code that only their own teacher can read. We ask the child first and the family after, and a child’s no is final. We do not write about home unless somebody at home has agreed to the words. Nobody’s list of children leaves their school. We take no photographs of faces. A child may ask at any time what we have written about them and have it taken out. We try not to make being studied the reason for reading, and if children begin to perform for us we stop writing for a while.',
      leverage: [
        {
          test: 'pupils',
          answer: 'yes',
          because:
            'About a third of each class in our four schools can read and does not. They have been nobody’s worry.',
        },
        {
          test: 'power',
          answer: 'yes',
          because:
            'Time, shelves, what we count and what we say are ours to change by Monday. Phones and bedtimes are not.',
        },
        {
          test: 'shared',
          answer: 'yes',
          because: 'We made our lists separately. They came out alike in a school of 70 and in a school of 300.',
        },
        {
          test: 'evidence',
          answer: 'partly',
          because:
            'We can see who begins and when. We cannot easily see why, and the wish to show us something gets in the way.',
        },
      ],
      contextCards: [
        {
          school: 'st-davids',
          by: 'sadia',
          circumstances:
            'Seven classes in a market town, a church school, a mixed intake with a growing estate on one side. Two teachers are new this year. The library is a corridor.',
          alreadyGoingOn:
            'A phonics scheme that works well up to Year 2, reading conferences in the juniors, a book fair in November.',
          competingPriorities:
            'Mathematics is this year’s improvement plan. The hall timetable decides everybody’s mornings.',
          barriers: 'Interventions are taken out of quiet reading, because that is when “nothing is being missed”.',
        },
        {
          school: 'weir',
          by: 'sam',
          circumstances:
            'One form entry, 200 children, ten minutes’ walk from St David’s and rather different. A third of families move within three years.',
          alreadyGoingOn:
            'Sticker charts in every class, a paired reading scheme with Year 6, an after-school book club that is always the same seven.',
          competingPriorities: 'A new behaviour policy, and an inspection expected this year.',
          barriers: 'No library room. What there is lives on a landing, under the coats.',
        },
        {
          school: 'river',
          by: 'bilal',
          circumstances:
            'The biggest of the eight: 300 children and seventeen home languages, Polish and Urdu the most spoken. Two classes a year.',
          alreadyGoingOn:
            'A proper library with a computer system and quiz points after each book. A librarian for five hours a week.',
          competingPriorities:
            'English for children new to it, attendance, and a building project that has taken the playground.',
          barriers:
            'We have more data about reading than time to look at it. Twelve families asked why they had never been asked.',
        },
        {
          school: 'bryn',
          by: 'huw',
          circumstances:
            'A village school of 70 in three classes. Most teaching is in Welsh in the infants and in both languages after that. Eleven of my nineteen come on the bus.',
          alreadyGoingOn:
            'The library van every third Thursday. Porridge and books on a Friday. Book post with the other small schools.',
          competingPriorities: 'The roof. A new teacher for the middle class since September.',
          barriers: 'Ten children of an age to swap with, if that. One adult per class, so no one to sit and listen.',
        },
      ],
      startingPoint:
        'In all four schools we know a great deal about children who are learning to read and very little about those who can and do not. Our lists, made separately, each came to about a third of the class, with as many girls as boys. What we count (loans, pages, signatures, quiz points) tells us about the counting. Quiet reading is on every timetable and happens about a quarter of the time. Nobody has ever asked the children on the lists.',
      expertise: [
        {
          who: 'huw',
          school: 'bryn',
          knowsHowTo: 'Read a story so that children want the book and not the teacher',
          howWeKnow: 'Three of us have watched him stop at the worst moment and go for his tea',
        },
        {
          who: 'bilal',
          school: 'river',
          knowsHowTo: 'Get answers from families in three languages',
          howWeKnow: '142 forms came back in May, more than for any trip',
        },
        {
          who: 'zofia',
          school: 'weir',
          knowsHowTo: 'Time and count things without children noticing',
          howWeKnow: 'Her eleven seconds, and the same children five months later',
        },
        {
          who: 'sadia',
          school: 'st-davids',
          knowsHowTo: 'Defend fifteen minutes against everybody with a good reason',
          howWeKnow: 'Three knocks in the first week, none in the sixth',
        },
      ],
      codes: [
        { name: 'choice', meaning: 'What is there to choose from, and how children choose', theme: 'What we lay out' },
        {
          name: 'books to hand',
          meaning: 'Comics, magazines and anything else within reach',
          theme: 'What we lay out',
        },
        { name: 'time', meaning: 'Minutes, interruptions, settling', theme: 'What we lay out' },
        { name: 'talk', meaning: 'What is said about reading, by whom', theme: 'What we say' },
        { name: 'read aloud', meaning: 'Hearing a story from somebody', theme: 'What we say' },
        { name: 'measured', meaning: 'Counting, rewards, levels, tests', theme: 'What we count' },
        { name: 'being seen', meaning: 'Who is watching, and what a book says about you', theme: 'Who is looking' },
        { name: 'friends', meaning: 'From child to child', theme: 'Who is looking' },
        { name: 'home', meaning: 'Families, languages, what goes home in the bag', theme: 'Beyond the gate' },
      ],
      coding,
      evidence: [
        ...autumn2025,
        ...firstHalfOfSpring2026,
        ...secondHalfOfSpring2026,
        ...firstHalfOfSummer2026,
        ...secondHalfOfSummer2026,
        ...firstHalfOfAutumn2026,
        ...secondHalfOfAutumn2026,
      ],
      seeing:
        'Children who can read and do not begin when there is time enough to settle, something within reach that nobody is counting, and somebody (seldom one of us) who wants to know what happens next. They stop beginning when they see us looking. Each of us believes one of these more than the others.',
      missing:
        'Girls who hide it well. Children on the bus, at the childminder’s, in the corridor. The families who did not send the form back. The four schools that are not in the group. A colleague who thinks that stickers work.',
      claims,
      actions: [],
      effects: [],
      whatDidNotWork: '',
      recommendations: [],
      moves: [
        {
          from: 'context',
          to: 'purpose',
          on: '2026-01-26',
          by: 'sadia',
          sentence:
            'Our four schools are less different than we thought: a third of each class can read and does not, and none of us had noticed the girls.',
        },
        {
          from: 'purpose',
          to: 'evidence',
          on: '2026-02-09',
          by: 'sadia',
          sentence: 'We know what we want to see: not more pages, but the moment before a child begins.',
        },
        {
          from: 'evidence',
          to: 'action',
          on: '2026-07-13',
          by: 'sadia',
          sentence:
            'Time, a story that stops, and being allowed to stop seem worth trying properly in all four schools.',
        },
        {
          from: 'action',
          to: 'evidence',
          on: '2026-09-14',
          by: 'sadia',
          sentence:
            'We could not agree on an action, because each of us believes a different claim. We go back to find out which of them holds in somebody else’s classroom.',
        },
      ],
      remarks,
    },
  ],
}

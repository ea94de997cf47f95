import type { GroupMaterial } from '../types.js'
import { firstCycle } from './first-cycle.js'
import { secondEvidence } from './second-evidence.js'

/** A group on its second cycle, with a new lead learner, two inherited claims and a challenge nobody has answered yet. */
export const number: GroupMaterial = {
  group: 'number',
  network: 'hafren',
  cycles: [
    firstCycle,
    {
      number: 2,
      startedOn: '2026-06-22',
      stage: 'purpose',
      sharedStages: ['context'],
      question: 'How long does a gain in number sense from daily estimating last once the daily habit stops?',
      intendedLearning:
        'What is left four, eight and twelve months after the jar has gone, and whether it is left in the child or in the room. If it fades, how fast. If it does not, what keeps it.',
      successSigns: [
        {
          sign: 'We can say, for each of three moments, how much of the gain is left',
          howWeWouldKnow: 'The same three jars in October, February and June',
        },
        {
          sign: 'We have counted what we only told stories about last time',
          howWeWouldKnow:
            'Every estimate in ordinary sums for a month, and every place where there could have been one',
        },
      ],
      publishedKnowledge: [
        {
          source: 'A 2014 review of early number programmes',
          stance: 'challenges',
          sentence: 'Nearly all gains shrink in the year after, and least where the next teacher knew of them.',
        },
        {
          source: 'Our own first cycle, in three schools',
          stance: 'adds',
          sentence: 'Three weeks without a jar cost Upper Marsh about a third of the gain.',
        },
      ],
      ethics: '',
      leverage: [
        {
          test: 'pupils',
          answer: 'yes',
          because: 'If it fades by Christmas, five minutes a day for two years was for us and not for them.',
        },
        { test: 'power', answer: 'yes', because: 'We can stop, begin again, or tell the next teacher.' },
        {
          test: 'evidence',
          answer: 'partly',
          because: 'Children move, and those without the habit come from other schools.',
        },
      ],
      contextCards: [
        {
          school: 'holly',
          by: 'maeve',
          circumstances: 'The first class with two years of the jar behind it is now in Year 4, without one.',
          alreadyGoingOn: 'The jar goes on in the infants, run by children.',
          competingPriorities: 'Attendance, and a new reading scheme.',
          barriers: 'The Year 4 teacher has heard of the jar from every child in the class.',
        },
        {
          school: 'upper-marsh',
          by: 'kasia',
          circumstances: 'The builders have gone and the two halves of the class are together again.',
          alreadyGoingOn: 'A jar three days a week in the infants.',
          competingPriorities: 'Spelling, and the outdoor enquiry on Thursdays.',
          barriers: 'Twelve children and eleven.',
        },
      ],
      startingPoint:
        'At the end of the first cycle guesses were about half as far off, and some of that was age. Three weeks without the jar already cost something. In September, before any jar, nine children said a number to a tray of conkers.',
      expertise: [
        {
          who: 'zofia',
          school: 'weir',
          knowsHowTo: 'Everything that happened in the first cycle',
          howWeKnow: 'Her note, which we still read',
        },
      ],
      codes: [{ name: 'lasting', meaning: 'What is left, and where', theme: 'Afterwards' }],
      evidence: secondEvidence,
      claims: [
        {
          key: 'nearer',
          claim: 'After two terms of five minutes a day, children’s guesses are about half as far off as they were.',
          strength: 'sure',
          by: 'maeve',
          on: '2026-06-22',
          for: ['four-months-later'],
          against: [],
          whatWouldChange: 'A class without the jar that improved as much.',
          carried: true,
        },
        {
          key: 'spills-over',
          claim: 'Some children begin to estimate before they calculate, without being asked.',
          strength: 'a hunch',
          by: 'maeve',
          on: '2026-06-22',
          for: ['conkers-by-the-door', 'with-chips'],
          against: [],
          whatWouldChange: 'A count, over a month, of every time it happens and every time it could have.',
          carried: true,
        },
      ],
      actions: [],
      effects: [],
      whatDidNotWork: '',
      recommendations: [],
      moves: [
        {
          from: 'context',
          to: 'purpose',
          on: '2026-10-01',
          by: 'maeve',
          sentence:
            'They still say a number as they pass. What we do not know is for how long, and whether it is only at our door.',
        },
      ],
      remarks: [
        {
          kind: 'challenge',
          about: { what: 'claim', key: 'spills-over' },
          by: 'kasia',
          at: '2026-06-11T17:12:00.000Z',
          words: 'We have three good stories and no count. How often could it have happened and did not?',
          carried: true,
        },
        {
          kind: 'comment',
          about: { what: 'evidence', key: 'with-chips' },
          by: 'zofia',
          at: '2026-10-23T07:15:00.000Z',
          words: 'Then for her it has not stopped. I think your question needs to say whose habit.',
        },
      ],
    },
  ],
}

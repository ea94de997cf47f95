import type { GroupMaterial } from '../types.js'
import { evidence } from './evidence.js'
import { recommendations } from './recommendations.js'
import { writeUp } from './write-up.js'

/** A finished group: a whole cycle, a published write-up, three recommendations and every kind of answer. */
export const bilingual: GroupMaterial = {
  group: 'bilingual',
  network: 'hafren',
  cycles: [
    {
      number: 1,
      startedOn: '2025-04-24',
      finishedOn: '2026-07-03',
      stage: 'evaluation',
      sharedStages: ['context', 'purpose', 'evidence', 'action', 'evaluation'],
      question: 'What changes for bilingual children when stories from home are told in class in the language of home?',
      intendedLearning:
        'What a child does with a language that school has made room for, and what the other children do. We were as interested in the listeners as in the one whose story it was.',
      successSigns: [
        {
          sign: 'Children ask more after a told story than after one that is read',
          howWeWouldKnow: 'Questions counted by a colleague who does not know why',
        },
        {
          sign: 'A child’s other language is used or asked for at play',
          howWeWouldKnow: 'A week at the gate with a cup of tea, at the beginning and at the end',
        },
        { sign: 'It goes on when the group has stopped', howWeWouldKnow: 'A telling that none of us arranged' },
      ],
      publishedKnowledge: [
        {
          source: 'A 2020 review of home languages in school',
          stance: 'affirms',
          sentence: 'Keeping up the language of home does no harm to the language of school and usually helps.',
        },
        {
          source: 'The same 2020 review',
          stance: 'challenges',
          sentence: 'Nearly all of it comes from large schools in which many children share a language.',
        },
        {
          source: 'An older study of storytelling with 23 children',
          stance: 'adds',
          sentence: 'A told story brings more and longer questions than a story read from a book.',
        },
      ],
      ethics:
        'The child is asked first, alone, and before the family. Nobody is made to stand for a country. Forms in the family’s own language, and a conversation for those who would rather talk. Codes for children, and no language that only one child speaks is named beside a code outside the group without that family’s yes.',
      leverage: [
        {
          test: 'pupils',
          answer: 'yes',
          because:
            'More than a third of the children in our three schools have another language, and they are proud of it in the car.',
        },
        { test: 'power', answer: 'yes', because: 'A chair, a carpet and half an hour.' },
        {
          test: 'shared',
          answer: 'yes',
          because: 'One child with Lithuanian or thirty-one families with Polish: the gate is the same.',
        },
        { test: 'evidence', answer: 'partly', because: 'We can count questions. Belonging we can only describe.' },
      ],
      contextCards: [
        {
          school: 'glanwy',
          by: 'eleri',
          circumstances: 'Thirty-five children, all in one room when it matters. Welsh is the language of the school.',
          alreadyGoingOn: 'Everything is bilingual already, as long as the two are Welsh and English.',
          competingPriorities: 'Keeping the school open.',
          barriers: 'A family that is the only one cannot hide, and may not wish to be seen.',
        },
        {
          school: 'river',
          by: 'bilal',
          circumstances: 'Three hundred children, seventeen languages, two classes a year.',
          alreadyGoingOn: 'A languages day in June with flags and samosas.',
          competingPriorities: 'English for children new to it, and attendance.',
          barriers: 'Timetables, and a feeling that time in another language is time lost to English.',
        },
        {
          school: 'bryn',
          by: 'gwen',
          circumstances: 'Seventy children, Welsh and English, and lately Polish.',
          alreadyGoingOn: 'Welsh stories from a retired miner every St David’s Day.',
          competingPriorities: 'The language framework counts Welsh and nothing else.',
          barriers: 'Some parents moved here for Welsh and fear a third language will push it out.',
        },
      ],
      startingPoint:
        'Nobody in our schools has forbidden a language. Children have simply noticed which one is for what. We agreed to begin with stories, because a story is something to give and not something to be helped with.',
      expertise: [
        {
          who: 'eleri',
          school: 'glanwy',
          knowsHowTo: 'Find a teller',
          howWeKnow: 'Eleven in four terms, one of them from forty miles away',
        },
        {
          who: 'bilal',
          school: 'river',
          knowsHowTo: 'Ask a family without frightening it',
          howWeKnow: 'Nineteen yeses from twenty-two',
        },
        { who: 'gwen', school: 'bryn', knowsHowTo: 'Hear a quiet no', howWeKnow: 'On the stairs, in February' },
      ],
      codes: [
        { name: 'gate', meaning: 'Where one language stops', theme: 'Children' },
        { name: 'status', meaning: 'How a child stands among friends', theme: 'Children' },
        { name: 'listening', meaning: 'Questions, laughter, retelling', theme: 'Children' },
        { name: 'telling', meaning: 'How and where stories were told', theme: 'What we did' },
        { name: 'languages', meaning: 'Which, and how many', theme: 'What we did' },
        { name: 'families', meaning: 'What grown-ups at home said and did', theme: 'Families' },
        { name: 'evidence', meaning: 'What can and cannot be known', theme: 'How we know' },
      ],
      evidence,
      seeing:
        'Languages stop at the gate without anybody having stopped them. A story told in one of them, with a child between, makes the others lean in.',
      missing:
        'Families who said no, whom we did not ask why. Children who speak three languages at home and would rather nobody knew.',
      reasoning:
        'Because a grandmother thought that her English would be in the way, we think that asking for a story in her own language will bring in what a form never does.',
      claims: [
        {
          key: 'more-questions',
          claim: 'A story told in a language that most of them do not know makes children ask more, not less.',
          strength: 'sure',
          by: 'eleri',
          on: '2026-02-09',
          for: ['questions-counted', 'eleven-questions', 'first-telling', 'better-ending', 'told-not-read'],
          against: ['not-in-the-hall'],
          whatWouldChange: 'The same story read and told to two like classes, with no difference.',
          sharedOn: '2026-03-02',
        },
        {
          key: 'asked-how-to-say',
          claim: 'For some children a telling changes what the others ask them for.',
          strength: 'fairly sure',
          by: 'bilal',
          on: '2026-05-22',
          for: ['charged-a-crisp', 'how-do-you-say', 'word-wall', 'gate-again'],
          against: ['no-on-the-stairs'],
          whatWouldChange: 'If it had worn off by the following Christmas.',
          sharedOn: '2026-06-08',
        },
        {
          key: 'families-return',
          claim: 'Families who have been asked for a story come back for other things.',
          strength: 'a hunch',
          by: 'bilal',
          on: '2026-03-16',
          for: ['third-time', 'parents-evening', 'goes-on-without-us', 'my-english-in-the-way'],
          against: ['nothing-in-tests'],
          whatWouldChange: 'A school that asks every family, and not only those who are likely to say yes.',
          sharedOn: '2026-06-08',
        },
      ],
      actions: [
        {
          key: 'tellings',
          title: 'Somebody from home tells a story in the language of home',
          expectedEffect: 'More questions, from more children, and a child whose language is asked for.',
          steps: [
            'Ask the child alone',
            'Ask the family',
            'Carpet, no microphone, no worksheet',
            'A child carries the questions both ways',
          ],
          who: 'Eleri, Bilal and Gwen, with eleven tellers',
          state: 'completed',
          agreedOn: '2025-09-25',
          from: '2025-10-09',
          until: '2026-06-25',
          adaptations: [
            {
              school: 'glanwy',
              who: ['eleri'],
              adaptation: 'The whole school on one carpet, first Thursday of the month.',
              whatHappened: 'Nine tellings in five languages. Two mothers have taken it over.',
            },
            {
              school: 'river',
              who: ['bilal'],
              adaptation: 'First in the hall, then one class at a time.',
              whatHappened: 'The hall did nothing. Eight tellings in classrooms, each with more than eight questions.',
            },
            {
              school: 'bryn',
              who: ['gwen'],
              adaptation: 'With a wall of words that the children asked for.',
              whatHappened: 'Six tellings. One child did not want to help, and we stopped and asked differently.',
            },
          ],
          measures: [
            {
              school: 'glanwy',
              name: 'Questions asked by children after a story',
              unit: 'questions',
              pupils: 35,
              readings: [
                { on: '2025-09-30', value: 4 },
                { on: '2025-10-09', value: 11 },
                { on: '2026-02-05', value: 13 },
              ],
            },
            {
              school: 'river',
              name: 'Questions asked by children after a story',
              unit: 'questions',
              pupils: 29,
              readings: [
                { on: '2025-10-02', value: 6 },
                { on: '2025-11-06', value: 2 },
                { on: '2025-11-20', value: 11 },
              ],
            },
            {
              school: 'bryn',
              name: 'Questions asked by children after a story',
              unit: 'questions',
              pupils: 21,
              readings: [
                { on: '2025-10-01', value: 5 },
                { on: '2026-01-29', value: 9 },
              ],
            },
          ],
          evidence: [
            'first-telling',
            'not-in-the-hall',
            'eleven-questions',
            'word-wall',
            'questions-counted',
            'no-on-the-stairs',
          ],
        },
      ],
      effects: [
        {
          action: 'tellings',
          school: 'bryn',
          judgement: 'made some difference',
          whatHappened: 'About twice as many questions, and a wall that children correct.',
          forWhom: 'The listeners more than the child whose story it was.',
          confidence: 'fairly sure',
          whyHere: 'Two languages were already ordinary here, so a third was interesting and not strange.',
          evidence: ['word-wall', 'no-on-the-stairs', 'for-the-car'],
        },
        {
          action: 'tellings',
          school: 'glanwy',
          judgement: 'made a clear difference',
          whatHappened:
            'From four questions to eleven and more, and one child from the edge of the yard to the middle of it.',
          forWhom: 'One child above all, and the whole school as listeners.',
          confidence: 'sure',
          whyHere: 'Everybody is in the room. In a school of thirty-five what happens to one happens to all.',
          evidence: ['first-telling', 'charged-a-crisp', 'gate-again'],
        },
        {
          action: 'tellings',
          school: 'river',
          judgement: 'made some difference',
          whatHappened: 'Nothing in the hall, a great deal on the carpet. Families came back.',
          forWhom: 'Children who carried the questions, and nineteen families.',
          confidence: 'fairly sure',
          whyHere: 'With seventeen languages nobody’s turn comes often. Where it came, it mattered.',
          evidence: ['not-in-the-hall', 'eleven-questions', 'third-time', 'how-do-you-say'],
        },
      ],
      effectsOn: {
        pupils:
          'More questions, better listening, and for some a language that is asked for. No change in test scores.',
        teachers: 'We sit on the carpet and do not understand a word, once a month. It is good for us.',
        leadership: 'Two heads changed their welcome letter, and one of them makes the tea.',
      },
      whatDidNotWork:
        'The hall and the microphone. Asking the family before the child. A worksheet, once. Hoping that it would show in a test within a year.',
      recommendations,
      decision: {
        decision: 'close',
        on: '2026-07-03',
        by: 'eleri',
        because: 'We have answered what we asked, and three schools are carrying it on without us.',
      },
      moves: [
        {
          from: 'context',
          to: 'purpose',
          on: '2025-06-05',
          by: 'eleri',
          sentence: 'Nobody forbade a language. The children worked out for themselves which one is for the car.',
        },
        {
          from: 'purpose',
          to: 'evidence',
          on: '2025-09-15',
          by: 'eleri',
          sentence: 'We begin with stories, because a story is something to give.',
        },
        {
          from: 'evidence',
          to: 'action',
          on: '2025-09-30',
          by: 'eleri',
          sentence: 'Families had not been asked. When they are, they come.',
        },
        {
          from: 'action',
          to: 'evidence',
          on: '2025-11-10',
          by: 'eleri',
          sentence: 'The hall did nothing at all. Before we do more we want to know what a good telling is.',
        },
        {
          from: 'evidence',
          to: 'action',
          on: '2026-01-12',
          by: 'eleri',
          sentence: 'A carpet, no microphone, and a child between the two languages.',
        },
        {
          from: 'action',
          to: 'evaluation',
          on: '2026-05-18',
          by: 'eleri',
          sentence: 'Children ask more, some stand differently among friends, and the tests know nothing of it.',
        },
      ],
      remarks: [
        {
          kind: 'challenge',
          about: { what: 'claim', key: 'more-questions' },
          by: 'tomasz',
          at: '2026-03-09T16:12:00.000Z',
          words: 'They had to ask more, they had not understood. Is a question a sign of listening or of being lost?',
          answer: {
            by: 'eleri',
            at: '2026-04-24T08:20:00.000Z',
            words:
              'We asked six of them to tell it back a week later. All had the ending. So not lost, or not for long.',
          },
        },
        {
          kind: 'challenge',
          about: { what: 'claim', key: 'families-return' },
          by: 'gwen',
          at: '2026-03-23T17:01:00.000Z',
          words: 'You asked the families who would say yes.',
          answer: {
            by: 'bilal',
            at: '2026-03-24T07:45:00.000Z',
            words: 'Nineteen of twenty-two said yes, but I chose the twenty-two. It stays a hunch.',
          },
        },
      ],
      writeUp,
    },
  ],
}

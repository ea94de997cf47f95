import type { GroupMaterial } from '../types.js'
import { evidence } from './evidence.js'
import { actions, effects } from './trying.js'

/** A group that is judging what difference it made, with two squares of its grid still empty. */
export const marking: GroupMaterial = {
  group: 'marking',
  network: 'hafren',
  cycles: [
    {
      number: 1,
      startedOn: '2025-09-20',
      stage: 'evaluation',
      sharedStages: ['context', 'purpose', 'evidence', 'action'],
      question: 'Which kinds of feedback do children in Key Stage 2 act on without being told to?',
      intendedLearning:
        'Which of the things that we write, say and draw on children’s work are taken up by the child when no adult is standing there. And whether the rest could be left out without anybody missing it.',
      successSigns: [
        {
          sign: 'More than half of our comments are followed by a change',
          howWeWouldKnow: 'Fifty comments in each school, looked at by a colleague from another school',
        },
        {
          sign: 'Some of it happens with nobody standing there',
          howWeWouldKnow: 'One week a term with no time set aside and no reminder',
        },
        { sign: 'We go home earlier and nothing gets worse', howWeWouldKnow: 'The same diary week, a year apart' },
      ],
      publishedKnowledge: [
        {
          source: 'A 2017 review of written marking',
          stance: 'affirms',
          sentence: 'Feedback helps when time is set aside for acting on it.',
        },
        {
          source: 'The same 2017 review',
          stance: 'challenges',
          sentence: 'Most studies are shorter than six weeks, so very little is known about what lasts.',
        },
        {
          source: 'A report from a group of primary schools that stopped writing comments',
          stance: 'adds',
          sentence: 'Hours came down and the work stayed as good, for the children who got a conversation.',
        },
      ],
      ethics:
        'Books belong to the children. We ask before we copy a page, and a label covers the name. Nobody’s marking is held up as the bad example: every count is of our own comments first. Colleagues who are not in the group are quoted only when they have read the words.',
      leverage: [
        {
          test: 'pupils',
          answer: 'yes',
          because: 'It is the thing that is said to each child about each piece of work.',
        },
        {
          test: 'power',
          answer: 'yes',
          because: 'All three heads have told us in writing that the policy may change.',
        },
        {
          test: 'shared',
          answer: 'yes',
          because: 'Six hours a week in each of the three schools, nearly to the minute.',
        },
        {
          test: 'evidence',
          answer: 'yes',
          because: 'It is all in the books, and a book does not mind being looked at.',
        },
      ],
      contextCards: [
        {
          school: 'coed',
          by: 'ifan',
          circumstances: 'One hundred and ten children in four classes. We teach in Welsh and in English.',
          alreadyGoingOn: 'Two stars and a wish. Peer marking on Fridays.',
          competingPriorities: 'The new curriculum in the juniors.',
          barriers: 'Some comments are written for the inspector, and we know which.',
        },
        {
          school: 'st-davids',
          by: 'sadia',
          circumstances: 'Seven classes, two new teachers, a policy of nine pages.',
          alreadyGoingOn: 'A written comment in each book each week, checked by the subject leads.',
          competingPriorities: 'Mathematics. The hall.',
          barriers: 'Governors like to see red ink. Parents do too.',
        },
        {
          school: 'weir',
          by: 'sam',
          circumstances: 'One class a year, and a third of families move within three years.',
          alreadyGoingOn: 'Fifteen marking codes on the wall, for everybody but me to remember.',
          competingPriorities: 'Behaviour policy, inspection expected.',
          barriers: 'No quiet time of day that is ours.',
        },
      ],
      startingPoint:
        'We write for about six hours a week each. When we looked at 150 of our comments, 41 had been acted on, and 17 of those because we stood there. Children look first for a sign of whether we are pleased.',
      expertise: [
        {
          who: 'ifan',
          school: 'coed',
          knowsHowTo: 'Toss a coin and stick to it',
          howWeKnow: 'He let his best comments become instructions when it came up tails',
        },
        {
          who: 'sam',
          school: 'weir',
          knowsHowTo: 'Get to every child in a fortnight',
          howWeKnow: 'The list on the door, 18 of 18',
        },
      ],
      codes: [
        { name: 'acted', meaning: 'A change that a stranger could see', theme: 'Children' },
        { name: 'read', meaning: 'Whether and how a comment is read', theme: 'Children' },
        { name: 'talk', meaning: 'Feedback that is said', theme: 'What we give' },
        { name: 'codes', meaning: 'Marks, symbols and their meaning', theme: 'What we give' },
        { name: 'feedback', meaning: 'What is known from elsewhere', theme: 'What we give' },
        { name: 'time', meaning: 'Hours, theirs and ours', theme: 'Time' },
      ],
      evidence,
      seeing:
        'What a child does with a comment depends less on the comment than on whether there is a now in which to do something. Without that, questions are answered and instructions are left.',
      missing:
        'Colleagues who mark in full sentences and mean to go on. Parents. Children who cannot read our handwriting and do not say so.',
      reasoning:
        'Because 22 of 27 children changed something when they had two minutes, and 3 when they had none, we think that time on the day will do more than better comments.',
      claims: [
        {
          key: 'time-to-act',
          claim: 'Children act on feedback when there are minutes set aside for it on the same day.',
          strength: 'sure',
          by: 'ifan',
          on: '2026-03-30',
          for: ['do-it-if-now', 'four-minutes-coed', 'four-minutes-st-davids', 'four-minutes-weir', 'first-count'],
          against: ['twelve-ts'],
          whatWouldChange: 'A term in which the four minutes are there and the changes are not.',
          sharedOn: '2026-05-11',
        },
        {
          key: 'questions',
          claim: 'Without a reminder, children answer a question and leave an instruction.',
          strength: 'a hunch',
          by: 'ifan',
          on: '2026-10-19',
          for: ['rude-not-to', 'coin-tossed', 'smileys-without-reminder', 'storm-lantern', 'what-do-you-want'],
          against: ['coin-tossed-st-davids', 'without-being-told'],
          whatWouldChange: 'One more week with a coin at St David’s, and no supply teacher.',
          revised: {
            before: 'Children act on questions.',
            on: '2026-10-23',
            by: 'sadia',
            why: 'It made no difference in our class, so it cannot be said of children in general.',
          },
        },
        {
          key: 'who-is-missed',
          claim: 'Talking in place of writing misses the children who do not come and find us.',
          strength: 'fairly sure',
          by: 'sadia',
          on: '2026-06-08',
          for: ['twelve-ts', 'verbal-feedback-report', 'how-i-know-them'],
          against: ['list-on-the-door'],
          whatWouldChange: 'A term of lists on doors with nobody left over.',
        },
      ],
      actions,
      effects,
      effectsOn: {
        pupils: 'They expect to be asked. In two schools children now leave us questions in the margin, with a T.',
        teachers:
          'Between two and three hours a week back, in two of the three schools. One of us is not sure that she knows her class as well.',
        leadership:
          'Two policies shortened, one from nine pages to one. At St David’s the weekly comment is still asked for.',
      },
      whatDidNotWork:
        'Green-pen time at the end of the day. Marks for six-year-olds. T for talk, until Sam put a list on the door. Explaining all this to parents by letter: we should have shown them a page.',
      recommendations: [
        {
          key: 'protect-four-minutes',
          recommendation:
            'Set aside four minutes on the day books come back, in every Key Stage 2 class, and let nothing take it.',
          because:
            'It is the only thing that made a clear difference in all three schools, and it needs a head’s word to survive assembly.',
          costInReleaseDays: 0,
          cost: 'Twenty minutes of the week. One staff meeting to agree when.',
          by: 'ifan',
          draftedOn: '2026-11-16',
          to: ['st-davids', 'weir'],
          evidence: ['do-it-if-now', 'four-minutes-coed', 'four-minutes-st-davids', 'four-minutes-weir'],
          responses: [],
        },
        {
          key: 'fewer-comments',
          recommendation: 'Stop asking for a written comment in every book every week.',
          because:
            'Children acted on a mark that they had to use at once, and on hardly any of the comments. Where the weekly comment is still asked for, it is written on Sunday nights and read by nobody.',
          costInReleaseDays: 0,
          cost: 'A changed line in the marking policy, and a page for parents that says why.',
          by: 'ifan',
          draftedOn: '2026-11-17',
          sentOn: '2026-11-18',
          to: ['coed', 'weir'],
          evidence: ['do-it-if-now', 'four-minutes-coed'],
          responses: [
            {
              school: 'coed',
              by: 'alys',
              on: '2026-11-20',
              answer: 'adapt',
              reason:
                'Yes in the juniors. In the infants the comment is for the parents more than for the children, and I want to ask them first. Ask me again after the parents’ evening.',
              lookAgainOn: '2027-02-05',
              fromPaper: true,
            },
          ],
        },
      ],
      moves: [
        {
          from: 'context',
          to: 'purpose',
          on: '2025-11-03',
          by: 'ifan',
          sentence: 'Six hours a week each, and children look for the smiley.',
        },
        {
          from: 'purpose',
          to: 'evidence',
          on: '2026-01-12',
          by: 'ifan',
          sentence: 'We care about one thing: what a child does next when nobody is standing there.',
        },
        {
          from: 'evidence',
          to: 'action',
          on: '2026-02-23',
          by: 'ifan',
          sentence: 'It is not mainly what we write. It is whether there is a now in which to do something about it.',
        },
        {
          from: 'action',
          to: 'evidence',
          on: '2026-05-05',
          by: 'ifan',
          sentence:
            'Fiona asked whether we had answered our own question. With green-pen time they are being told to. We need a week without.',
        },
        {
          from: 'evidence',
          to: 'action',
          on: '2026-06-25',
          by: 'ifan',
          sentence:
            'Without being told, what they take up are questions and smileys. So next we try that on purpose, with a coin.',
        },
        {
          from: 'action',
          to: 'evaluation',
          on: '2026-11-13',
          by: 'ifan',
          sentence:
            'Minutes matter everywhere. Questions matter at Coed and perhaps not at St David’s, and we want to know why.',
        },
      ],
      remarks: [
        {
          kind: 'challenge',
          about: { what: 'question' },
          by: 'fiona',
          at: '2026-04-28T10:15:00.000Z',
          words:
            'Your question says “without being told to”. A timetabled four minutes with a green pen is being told to, politely. When will you look at the other thing?',
          answer: {
            by: 'ifan',
            at: '2026-05-05T16:34:00.000Z',
            words: 'In the week of 5 May, with no time and no reminder. We have gone back to evidence for it.',
          },
        },
        {
          kind: 'challenge',
          about: { what: 'claim', key: 'questions' },
          by: 'fiona',
          at: '2026-11-16T09:30:00.000Z',
          words:
            'Was a question in your coin week longer or shorter than the instruction? Could it be the extra words, and not the question mark?',
        },
        {
          kind: 'comment',
          about: { what: 'evidence', key: 'how-i-know-them' },
          by: 'sadia',
          at: '2026-06-12T16:20:00.000Z',
          words: 'I think this is the strongest thing said against us and it should be in the write-up, in her words.',
        },
      ],
    },
  ],
}

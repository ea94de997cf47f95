import type { GroupMaterial } from '../types.js'
import { evidence } from './evidence.js'

/** Three secondary schools, one of them in special measures, looking for a habit that lasts six weeks. */
export const revision: GroupMaterial = {
  group: 'revision',
  network: 'harbour',
  cycles: [
    {
      number: 1,
      startedOn: '2026-04-20',
      stage: 'evidence',
      sharedStages: ['context', 'purpose'],
      question:
        'Which short retrieval habits do Year 10 students keep up by themselves six weeks after being taught them?',
      intendedLearning:
        'Not whether testing yourself works, which is known well enough, but what it takes for a fifteen-year-old to go on doing it when none of us is there. What it feels like, who else is in the room, what it costs in pride.',
      successSigns: [
        {
          sign: 'We can name one habit that at least a third of a class still keeps after six weeks',
          howWeWouldKnow: 'They show us the last thing they did. We do not ask whether they revise',
        },
        {
          sign: 'We can say in whose company it is kept',
          howWeWouldKnow: 'One question: who was there?',
        },
      ],
      publishedKnowledge: [
        {
          source: 'A 2013 review of study habits',
          stance: 'affirms',
          sentence: 'Testing yourself comes near the top for remembering, and highlighting near the bottom.',
        },
        {
          source: 'A study of the feeling of knowing',
          stance: 'challenges',
          sentence: 'Students who reread feel surer and know less, and telling them so changes nothing for long.',
        },
      ],
      ethics:
        'Students are asked first and may say no without their teacher knowing. Codes only. No marks are shared between schools. We do not use a student’s revision to judge their teacher, their family or their school, and least of all in a school that is being watched already.',
      leverage: [
        {
          test: 'pupils',
          answer: 'yes',
          because: 'They give up evenings to something that does not work, and conclude that they are stupid.',
        },
        { test: 'power', answer: 'partly', because: 'Ten minutes in school, yes. What happens on Sundays is theirs.' },
        {
          test: 'shared',
          answer: 'yes',
          because: 'A school with long queues and a school in special measures have the same highlighters.',
        },
        { test: 'evidence', answer: 'yes', because: 'Six weeks is short enough to go back and ask to be shown.' },
      ],
      contextCards: [
        {
          school: 'lighthouse',
          by: 'marek',
          circumstances:
            'Eight hundred and sixty students, falling since the works closed. We cannot pay into the partnership this year and have kept our full place in it.',
          alreadyGoingOn:
            'A study hour for Year 10. Quizzes in science from three weeks ago, which students both hate and mention.',
          competingPriorities: 'A budget. Two posts not filled.',
          barriers: 'Buses leave at ten past three, so nothing can happen after school.',
        },
        {
          school: 'quay',
          by: 'ruth',
          circumstances: 'The largest of the five, with 1,180 students and a sixth form.',
          alreadyGoingOn: 'A revision programme bought in for Year 11, with videos.',
          competingPriorities: 'A new timetable and a great many meetings about it.',
          barriers: 'Anything that works is made into a policy by Friday.',
        },
        {
          school: 'dunes',
          by: 'yusra',
          circumstances:
            'Six hundred and twenty students. In special measures since March, with a new head since Easter.',
          alreadyGoingOn: 'A great deal, most of it since March.',
          competingPriorities: 'Everything is a priority.',
          barriers: 'Staff who are tired of being shown how. Ten minutes on a Wednesday.',
        },
      ],
      startingPoint:
        'In all three schools nearly everybody rereads and highlights, and about one in five ever tests themselves. Most know that they ought to. The ones who do it do it with somebody. Nobody likes what it feels like.',
      expertise: [
        {
          who: 'marek',
          school: 'lighthouse',
          knowsHowTo: 'Ask to be shown rather than told',
          howWeKnow: 'Five minutes each in a corridor, 27 of 28 agreed',
        },
        {
          who: 'yusra',
          school: 'dunes',
          knowsHowTo: 'Do something small in a school that is being watched',
          howWeKnow: 'Twenty-two Wednesdays so far',
        },
      ],
      codes: [
        { name: 'habits', meaning: 'What students do now', theme: 'Students' },
        { name: 'feeling', meaning: 'What it feels like to find out', theme: 'Students' },
        { name: 'company', meaning: 'Who else is there', theme: 'Students' },
        { name: 'retrieval', meaning: 'What was taught and how', theme: 'Teaching' },
        { name: 'lasting', meaning: 'What is left after six weeks', theme: 'Lasting' },
        { name: 'home', meaning: 'What families ask for', theme: 'Beyond school' },
        { name: 'school', meaning: 'What the school makes of it', theme: 'Beyond school' },
      ],
      evidence,
      seeing:
        'Nearly everybody can learn it in three lessons. Six weeks later it is kept by about a third, and mostly by those who do it with somebody they chose. What puts the others off is being seen not to know.',
      missing:
        'Students who sit alone. Those who were away in June. St Brigid’s and Ferry Hill, who are waiting to see.',
      claims: [
        {
          key: 'in-company',
          claim: 'What lasts six weeks is kept in company, and in company that students have chosen.',
          strength: 'fairly sure',
          by: 'yusra',
          on: '2026-10-21',
          for: [
            'six-weeks-lighthouse',
            'severity',
            'wrong-as-well',
            'pairs-dunes',
            'chosen-or-not',
            'lunch-queue',
            'timetable-s41',
          ],
          against: ['four-on-sundays'],
          whatWouldChange:
            'If those without a friend in the class kept it up as well as those with one, when given the same start.',
          sharedOn: '2026-11-02',
        },
        {
          key: 'feels-like-losing',
          claim: 'Students give it up because it shows them, in green, what they do not know.',
          strength: 'fairly sure',
          by: 'ruth',
          on: '2026-07-20',
          for: ['five-students', 'all-that-green', 'hid-the-green-pens', 'feeling-of-knowing'],
          against: ['brain-dump'],
          whatWouldChange: 'One class with the same colour for both and no difference by Christmas.',
        },
        {
          key: 'making-is-not-using',
          claim: 'Making cards takes the place of using them.',
          strength: 'a hunch',
          by: 'ruth',
          on: '2026-07-20',
          for: ['gorgeous-cards', 'stained-cards'],
          against: [],
          whatWouldChange: 'A class that is given cards instead of making them and uses them no more.',
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
          on: '2026-05-18',
          by: 'marek',
          sentence: 'They know that it does not work. They do it because it feels like knowing.',
        },
        {
          from: 'purpose',
          to: 'evidence',
          on: '2026-06-08',
          by: 'marek',
          sentence: 'We stop asking what works and ask what is still done when we have gone.',
        },
      ],
      remarks: [
        {
          kind: 'challenge',
          about: { what: 'claim', key: 'in-company' },
          by: 'ruth',
          at: '2026-11-03T15:30:00.000Z',
          words:
            'In my half, those who chose had friends in the class. What about the ones who sit alone? Are we about to recommend friendship?',
        },
        {
          kind: 'challenge',
          about: { what: 'claim', key: 'feels-like-losing' },
          by: 'marek',
          at: '2026-09-11T16:02:00.000Z',
          words: 'S17 counts the blue and likes it. So it is not the green. Is it who sees it?',
          answer: {
            by: 'yusra',
            at: '2026-09-16T17:45:00.000Z',
            words: 'I think so. Ours came back when both pens were blue and nobody walking past could tell.',
          },
        },
      ],
    },
  ],
}

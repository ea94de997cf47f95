import type { Action, Effect } from '../types.js'

/** The three things that the marking group tried. */
export const actions: Action[] = [
  {
    key: 'four-minutes',
    title: 'Four minutes with a green pen, on the day the books come back',
    expectedEffect: 'More than half of our comments are followed by a change that a stranger could see.',
    steps: [
      'Hand back at the beginning of the day, never at the end',
      'Four minutes of silence for everybody, adults too',
      'Look at five books afterwards and count',
    ],
    who: 'Three classes, one in each school, then two at Coed-y-dŵr',
    state: 'completed',
    agreedOn: '2026-02-12',
    from: '2026-02-23',
    until: '2026-07-10',
    adaptations: [
      {
        school: 'coed',
        who: ['ifan'],
        adaptation: 'After the register every day, in two classes.',
        whatHappened:
          'From 14 of 50 to 33 of 50. It stopped whenever assembly took the time, and began again when it came back.',
      },
      {
        school: 'st-davids',
        who: ['sadia'],
        adaptation: 'In Years 3 and 6, to see whether it holds for the youngest.',
        whatHappened:
          'Year 6 took to it. Year 3 coloured in the smiley faces until we gave them one question and no marks.',
      },
      {
        school: 'weir',
        who: ['sam'],
        adaptation: 'Three days a week, after lunch.',
        whatHappened: '15 of 50 became 26 of 50. Two classes now do it that are not in the enquiry.',
      },
    ],
    measures: [
      {
        school: 'coed',
        name: 'Comments followed by a change, of 50',
        unit: 'comments',
        pupils: 26,
        readings: [
          { on: '2026-01-19', value: 14 },
          { on: '2026-03-26', value: 33 },
          { on: '2026-06-25', value: 31 },
        ],
      },
      {
        school: 'st-davids',
        name: 'Comments followed by a change, of 50',
        unit: 'comments',
        pupils: 29,
        readings: [
          { on: '2026-01-19', value: 12 },
          { on: '2026-03-27', value: 29 },
          { on: '2026-06-24', value: 24 },
        ],
      },
      {
        school: 'weir',
        name: 'Comments followed by a change, of 50',
        unit: 'comments',
        pupils: 27,
        readings: [
          { on: '2026-01-19', value: 15 },
          { on: '2026-04-16', value: 26 },
          { on: '2026-06-25', value: 27 },
        ],
      },
      {
        school: 'river',
        beside: {
          name: 'Year 6',
          about:
            'As old as ours, and marked as always: a comment and a target under every piece, no time set aside to act.',
        },
        name: 'Comments followed by a change, of 50',
        unit: 'comments',
        pupils: 28,
        readings: [
          { on: '2026-01-19', value: 13 },
          { on: '2026-03-26', value: 15 },
          { on: '2026-06-25', value: 14 },
        ],
      },
    ],
    evidence: ['first-count', 'do-it-if-now', 'four-minutes-coed', 'four-minutes-st-davids', 'four-minutes-weir'],
  },
  {
    key: 'six-marks',
    title: 'Six marks, the same in three schools, instead of thirty-one',
    expectedEffect: 'Every child can say what every mark means, and nobody has to be told twice.',
    steps: [
      'Year 6 in each school draws the chart',
      'Nothing else is written in a margin',
      'Ask twelve children in June',
    ],
    who: 'Everybody who marks in Key Stage 2 in the three schools',
    state: 'completed',
    agreedOn: '2026-03-05',
    from: '2026-03-12',
    until: '2026-07-17',
    adaptations: [
      {
        school: 'coed',
        who: ['ifan'],
        adaptation: 'The words beside the marks are in Welsh and English.',
        whatHappened: 'Whole school by May, because the infants asked.',
      },
      {
        school: 'st-davids',
        who: ['sadia'],
        adaptation: 'The old codes stayed in the policy for a term.',
        whatHappened: 'Two alphabets at once in four classes. Better since September, when the policy was changed.',
      },
      {
        school: 'weir',
        who: ['sam'],
        adaptation: 'Printed small and stuck inside every book.',
        whatHappened: 'In September the new Year 5 knew all six.',
      },
    ],
    measures: [],
    evidence: ['thirty-one-symbols', 'i-got-thirteen', 'six-marks-chart', 'knowing-all-six'],
  },
  {
    key: 'ask-a-question',
    title: 'One question in place of an instruction',
    expectedEffect: 'Children act on a question without a reminder, because a question wants an answer.',
    steps: [
      'Toss a coin: question or instruction, for the same point',
      'No green-pen time in that week, and no reminder',
      'Somebody else counts, who does not know which was which',
    ],
    who: 'One class in each school',
    state: 'completed',
    agreedOn: '2026-06-25',
    from: '2026-09-14',
    until: '2026-11-13',
    adaptations: [
      {
        school: 'coed',
        who: ['ifan'],
        adaptation: 'Writing books only.',
        whatHappened: 'Questions 14 of 25, instructions 6 of 25.',
      },
      {
        school: 'st-davids',
        who: ['sadia'],
        adaptation: 'Writing and science.',
        whatHappened: 'Questions 10 of 25, instructions 9 of 25, in a week with a supply teacher who reminded them.',
      },
      { school: 'weir', who: ['sam'], adaptation: 'The T mark as a question, with a list on the door.' },
    ],
    measures: [],
    evidence: ['rude-not-to', 'smileys-without-reminder', 'coin-tossed', 'coin-tossed-st-davids'],
  },
]

/** The grid as far as it is filled: seven of nine. */
export const effects: Effect[] = [
  {
    action: 'four-minutes',
    school: 'coed',
    judgement: 'made a clear difference',
    whatHappened: 'Two comments in three are acted on, where it was one in four. It has lasted two terms.',
    forWhom: 'Nearly everybody. Least for two children who need longer than four minutes to begin.',
    confidence: 'sure',
    whyHere: 'Our head moved the register to make room, and assembly is only twice a week in a school of 110.',
    evidence: ['first-count', 'four-minutes-coed', 'without-being-told'],
  },
  {
    action: 'four-minutes',
    school: 'st-davids',
    judgement: 'made some difference',
    whatHappened: 'Doubled in Year 6. In Year 3 it worked only with one question at a time.',
    forWhom: 'Year 6, and girls in Year 3 more than boys, though we only have two classes to go by.',
    confidence: 'fairly sure',
    whyHere: 'Seven classes share the hall, so mornings are cut about, and Year 3 are still learning to find the page.',
    evidence: ['four-minutes-st-davids', 'who-reads-it'],
  },
  {
    action: 'four-minutes',
    school: 'weir',
    judgement: 'made some difference',
    whatHappened: 'From 15 to 26 of 50, with three days a week instead of five.',
    forWhom: 'The middle of the class. Those who act anyway still do, and five still do not.',
    confidence: 'fairly sure',
    whyHere:
      'A third of families move within three years. New children take to it in a week, because it is on the timetable and not in anybody’s head.',
    evidence: ['four-minutes-weir', 'do-it-if-now'],
  },
  {
    action: 'six-marks',
    school: 'coed',
    judgement: 'made some difference',
    whatHappened:
      'Eleven of twelve children knew all six in June. It saves time and it has not by itself made anybody act.',
    forWhom: 'Children new to Welsh, who say that a mark is the same in both languages.',
    confidence: 'fairly sure',
    whyHere: 'Whole school, both languages, and Year 6 made the chart.',
    evidence: ['six-marks-chart'],
  },
  {
    action: 'six-marks',
    school: 'weir',
    judgement: 'made some difference',
    whatHappened: 'The new class arrived knowing them.',
    forWhom: 'Children who have moved from St David’s down the road.',
    confidence: 'sure',
    whyHere: 'We share families with St David’s, so sharing the marks takes away one of the things to relearn.',
    evidence: ['knowing-all-six', 'thirty-one-symbols'],
  },
  {
    action: 'ask-a-question',
    school: 'coed',
    judgement: 'made some difference',
    whatHappened:
      'Questions were acted on more than twice as often as instructions, with no reminder and a coin deciding.',
    forWhom: 'Confident writers first. It needs a second look for children who find reading the question hard.',
    confidence: 'a hunch',
    whyHere: 'Two terms of green pens came before it. They have learned that a question will be read.',
    evidence: ['coin-tossed', 'without-being-told'],
  },
  {
    action: 'ask-a-question',
    school: 'st-davids',
    judgement: 'too early to say',
    whatHappened: 'No difference in the one week that we counted.',
    forWhom: 'We cannot say.',
    confidence: 'a hunch',
    whyHere: 'A supply teacher reminded the whole class on three of the five days, out of kindness.',
    evidence: ['coin-tossed-st-davids'],
  },
]

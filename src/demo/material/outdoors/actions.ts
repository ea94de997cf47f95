import type { Action } from '../types.js'

/** What the outdoors group is doing, adapted to four very different patches of ground. */
export const actions: Action[] = [
  {
    key: 'thursday-outside',
    title: 'One lesson a week outside, all year, with something to measure',
    expectedEffect:
      'The quietest children speak more outside within a month, and some of that comes back indoors by the summer.',
    steps: [
      'Agree which lesson, and give it up for nothing short of lightning',
      'Choose something that can be measured and that nobody knows the answer to',
      'One adult teaches, one counts turns, and they swap every half term',
      'Count the same lesson indoors, on the same weekday, with the same adult',
    ],
    who: 'The four class teachers, with a second adult for the counting',
    state: 'under way',
    agreedOn: '2026-02-26',
    from: '2026-03-05',
    until: '2026-12-17',
    adaptations: [
      {
        school: 'upper-marsh',
        who: ['kasia'],
        adaptation: 'The stream below the field, Thursdays before break. Wellingtons live in a crate by the door.',
        whatHappened:
          'Twenty-six Thursdays out of thirty. Outside, all five of the quiet children speak. Indoors the count went from about one a lesson to four or five, most of it one child at first and then not.',
      },
      {
        school: 'bryn',
        who: ['huw'],
        adaptation: 'A rain gauge and a dam by the lower hedge, because our stream is on the wrong side of a road.',
        whatHappened:
          'Weekly until June and since September. The rain graph went on by itself. A new teacher came in September, so the indoor numbers have two reasons to rise.',
      },
      {
        school: 'glanwy',
        who: ['eleri'],
        adaptation:
          'The river with all the juniors together, fourteen of them, and a rule that the adult carries the bag.',
        whatHappened:
          'We kept it up and we keep no chart, there are too few of them. One child speaks less outside and has told us why.',
      },
      {
        school: 'holly',
        who: ['maeve'],
        adaptation: 'The puddle, the hedge on our side of the boundary, and buckets indoors when the drive floods.',
        whatHappened:
          'Outside for nineteen weeks, buckets for seven. The buckets do about as well as the outdoors, which we did not expect and do not quite like.',
      },
    ],
    measures: [
      {
        school: 'upper-marsh',
        name: 'Turns taken indoors by the quietest children, in one lesson',
        unit: 'turns',
        pupils: 5,
        readings: [
          { on: '2026-02-12', value: 1 },
          { on: '2026-03-26', value: 2 },
          { on: '2026-04-30', value: 3 },
          { on: '2026-05-21', value: 5 },
          { on: '2026-07-09', value: 5 },
          { on: '2026-10-22', value: 6 },
        ],
      },
      {
        school: 'bryn',
        name: 'Turns taken indoors by the quietest children, in one lesson',
        unit: 'turns',
        pupils: 6,
        readings: [
          { on: '2026-02-11', value: 1.5 },
          { on: '2026-04-29', value: 2 },
          { on: '2026-06-24', value: 2.5 },
          { on: '2026-10-14', value: 3.5 },
        ],
      },
      {
        school: 'holly',
        name: 'Turns taken indoors by the quietest children, in one lesson',
        unit: 'turns',
        pupils: 6,
        readings: [
          { on: '2026-02-12', value: 1.8 },
          { on: '2026-04-30', value: 2.3 },
          { on: '2026-06-11', value: 2.8 },
          { on: '2026-10-08', value: 3.7 },
        ],
      },
      {
        school: 'glanwy',
        name: 'Turns taken indoors by the quietest children, in one lesson',
        unit: 'turns',
        pupils: 4,
        readings: [
          { on: '2026-02-13', value: 0.3 },
          { on: '2026-06-19', value: 1 },
        ],
      },
    ],
    evidence: [
      'how-we-count',
      'before-upper-marsh',
      'before-glanwy',
      'first-thursday',
      'stream-map',
      'rain-gauge',
      'puddle-lesson',
      'ten-weeks-upper-marsh',
      'half-term-holly',
      'bryn-second',
    ],
  },
  {
    key: 'carry-the-bag',
    title: 'The adult carries the bag and says nothing for ten minutes',
    expectedEffect: 'Children ask each other, and the questions that we would have asked come from them.',
    steps: [
      'Say what we are looking for in one sentence, then stop',
      'Ten minutes of silence from every adult, safety apart',
      'Write down the first three questions that children ask each other',
    ],
    who: 'Eleri first, then everybody',
    state: 'under way',
    agreedOn: '2026-03-26',
    from: '2026-04-16',
    until: '2026-12-17',
    adaptations: [
      {
        school: 'glanwy',
        who: ['eleri'],
        adaptation: 'The adult wears the red hat. While the hat is on, nobody asks her anything.',
        whatHappened: 'From 61 turns of mine in half an hour to 14. The hat is now asked for.',
      },
      {
        school: 'upper-marsh',
        who: ['kasia'],
        adaptation: 'Five minutes instead of ten, with the youngest in the group.',
        whatHappened: 'Five is enough for a question and too short for an answer. Going to eight after Christmas.',
      },
      {
        school: 'holly',
        who: ['maeve'],
        adaptation: 'Done indoors as well, with the buckets.',
      },
    ],
    measures: [],
    evidence: ['i-talk-too-much', 'saying-nothing', 'bucket'],
  },
  {
    key: 'two-sentences-back',
    title: 'Two sentences brought back in',
    expectedEffect: 'What was said outside is said once more indoors, on the same day, by the child who said it.',
    steps: [
      'On the way in, choose two sentences heard outside',
      'Ask whose they were',
      'Those two begin the next lesson',
    ],
    who: 'Kasia and Huw to begin with',
    state: 'agreed',
    agreedOn: '2026-11-12',
    from: '2026-11-26',
    until: '2027-02-11',
    adaptations: [
      { school: 'upper-marsh', who: ['kasia'], adaptation: 'Written on the board before coats are off.' },
      { school: 'bryn', who: ['huw'], adaptation: 'In whichever language it was said.' },
    ],
    measures: [],
    evidence: ['go-in-and-talk'],
  },
]

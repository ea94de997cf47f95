import type { GroupMaterial } from '../types.js'
import { actions } from './actions.js'
import { evidence } from './evidence.js'

/** A group in the middle of acting: the same idea by a stream, a gauge, a river and a puddle. */
export const outdoors: GroupMaterial = {
  group: 'outdoors',
  network: 'hafren',
  cycles: [
    {
      number: 1,
      startedOn: '2025-11-03',
      stage: 'action',
      sharedStages: ['context', 'purpose', 'evidence'],
      question: 'Does weekly learning outdoors change how the quietest children take part in lessons indoors?',
      intendedLearning:
        'Whether the talk that we hear outside is a child’s own and goes where the child goes, or belongs to the place. And if it comes indoors, what carries it: the weather, the real thing in the hand, the smaller group, or an adult who says less.',
      successSigns: [
        {
          sign: 'The quietest children take more turns in an ordinary lesson indoors',
          howWeWouldKnow: 'Turns counted in the same lesson each week by an adult who is not teaching',
        },
        {
          sign: 'What they say indoors is about the work and not only an answer to us',
          howWeWouldKnow: 'The words, written down, for one child a week',
        },
        {
          sign: 'We can say for which child it does nothing, and why',
          howWeWouldKnow: 'A short talk with each of them every half term',
        },
      ],
      publishedKnowledge: [
        {
          source: 'A 2018 review of regular lessons outside in primary schools',
          stance: 'affirms',
          sentence: 'Most studies find more confidence and better working together outdoors.',
        },
        {
          source: 'The same 2018 review',
          stance: 'challenges',
          sentence: 'Hardly anybody has looked at whether it is still there after coming back in.',
        },
        {
          source: 'A small study that followed quiet pupils for a year',
          stance: 'challenges',
          sentence: 'About half of quiet children are content and following, so more talk is not always better.',
        },
        {
          source: 'A classroom study of how long teachers wait',
          stance: 'adds',
          sentence: 'A few more seconds of waiting after a question brings in children who never answer.',
        },
      ],
      ethics:
        'Being quiet is not a fault and nobody here is to be cured of it. We chose the children with their own teachers and asked each family and each child. A child may leave the count and still come out. We use codes, and no figures for fewer than five children leave the group. No photographs of faces, only of what they make.',
      leverage: [
        {
          test: 'pupils',
          answer: 'yes',
          because: 'In each class four to six children go a whole day without a word of their own.',
        },
        { test: 'power', answer: 'yes', because: 'One lesson a week is ours to give. The weather is not.' },
        {
          test: 'shared',
          answer: 'partly',
          because:
            'All four schools have the children. A stream, a river, a hedge and a puddle are not the same thing.',
        },
        { test: 'evidence', answer: 'yes', because: 'A turn can be counted by anybody after an hour’s practice.' },
      ],
      contextCards: [
        {
          school: 'upper-marsh',
          by: 'kasia',
          circumstances: 'Seventy children, a field, a stream, and a head shared with Holly Bank.',
          alreadyGoingOn: 'A gardening club. A walk at the end of each term, for fun.',
          competingPriorities: 'Spelling is the year’s target. Two days a week without our head on site.',
          barriers: 'Boots. Half the children had none that fitted, and saying so is not easy for a family.',
        },
        {
          school: 'bryn',
          by: 'huw',
          circumstances: 'A village school on a slope. Everything outside is either uphill or wet.',
          alreadyGoingOn: 'Forest visits twice a year when the van can be had.',
          competingPriorities: 'The roof, the new teacher, the Welsh language framework.',
          barriers: 'The stream is across a road, and two adults are needed to cross it.',
        },
        {
          school: 'glanwy',
          by: 'eleri',
          circumstances: 'Thirty-five children and a river at the bottom of the yard. All the juniors are one class.',
          alreadyGoingOn: 'We have always gone out. We had never asked what for.',
          competingPriorities: 'With three teachers each of us leads four subjects.',
          barriers: 'Too few children for any number to mean much. If one adult is ill we stay in.',
        },
        {
          school: 'holly',
          by: 'maeve',
          circumstances: 'Ninety children in a small town, a tarmac yard, a strip of grass and a famous puddle.',
          alreadyGoingOn: 'Sports, and a mural of a wood.',
          competingPriorities: 'Number, where we have another enquiry, and attendance.',
          barriers: 'The drive floods, and a boundary quarrel keeps us off half of our own hedge.',
        },
      ],
      startingPoint:
        'In each of our four classes four to six children say nothing of their own on most days. Nearly all of them talk outside. None of us had counted before. We do not agree on why, and so we are not going to begin by explaining it.',
      expertise: [
        {
          who: 'eleri',
          school: 'glanwy',
          knowsHowTo: 'Say nothing, and wait',
          howWeKnow: 'From 61 turns of her own to 14, in a week',
        },
        {
          who: 'maeve',
          school: 'holly',
          knowsHowTo: 'Make a lesson out of next to nothing',
          howWeKnow: 'Forty minutes on one puddle, twice',
        },
        {
          who: 'kasia',
          school: 'upper-marsh',
          knowsHowTo: 'Count turns the same way every week',
          howWeKnow: 'Two of us agreed with her on 17 turns out of 19',
        },
      ],
      codes: [
        { name: 'voice', meaning: 'Who speaks, to whom, about what', theme: 'Children' },
        { name: 'recording', meaning: 'What children put on paper afterwards', theme: 'Children' },
        { name: 'adults', meaning: 'What we say and do not say', theme: 'Us' },
        { name: 'place', meaning: 'What there is outside', theme: 'Place' },
        { name: 'counting', meaning: 'Turns and how we count them', theme: 'How we know' },
        { name: 'evidence', meaning: 'Doubts about what we are seeing', theme: 'How we know' },
      ],
      evidence,
      seeing:
        'Outside, nearly all of the quiet children speak in the first month. Indoors it comes slowly, one child at a time, and not for everybody. Where the adult says less, it comes sooner.',
      missing:
        'The children who are quiet and content. A class that never goes out. The second adults, who see more than we do.',
      reasoning:
        'Because children who are silent indoors speak beside a stream, we think that a weekly lesson with something real to measure may let them begin, and that some of it will come back in with them.',
      claims: [
        {
          key: 'comes-indoors',
          claim: 'Some of what the quietest children begin outside comes indoors with them, slowly, over two terms.',
          strength: 'a hunch',
          by: 'kasia',
          on: '2026-06-26',
          for: ['ten-weeks-upper-marsh', 'hand-up', 'still-there', 'big-letters', 'bryn-second', 'go-in-and-talk'],
          against: ['half-term-holly', 'too-much-sky'],
          whatWouldChange: 'The same rise in a class that never goes out.',
          sharedOn: '2026-07-06',
        },
        {
          key: 'something-real',
          claim: 'Having something real to measure matters at least as much as being outdoors.',
          strength: 'a hunch',
          by: 'maeve',
          on: '2026-10-05',
          for: ['bucket', 'three-wet-thursdays', 'stream-map', 'measured-leaf', 'after-learning-walk'],
          against: ['stopped-at-the-door'],
          whatWouldChange: 'A term of buckets only, in a school that has a stream.',
        },
        {
          key: 'adults-say-less',
          claim: 'Adults say less outside, and that is part of what we are seeing.',
          strength: 'fairly sure',
          by: 'eleri',
          on: '2026-04-24',
          for: ['saying-nothing', 'bryn-second'],
          against: ['i-talk-too-much'],
          whatWouldChange: 'If children took as many turns with a talkative adult beside the stream.',
        },
      ],
      actions,
      effects: [],
      whatDidNotWork:
        'Clipboards. They got wet and they made it school. Giving each child a job: the quiet ones took the job of holding things. Going out after lunch, when nobody could hear anybody.',
      recommendations: [],
      moves: [
        {
          from: 'context',
          to: 'purpose',
          on: '2026-01-12',
          by: 'kasia',
          sentence: 'In each school it is four to six children, and outside they are different people.',
        },
        {
          from: 'purpose',
          to: 'evidence',
          on: '2026-02-02',
          by: 'kasia',
          sentence: 'We are not out to make quiet children loud. We want to know whether they would like a turn.',
        },
        {
          from: 'evidence',
          to: 'action',
          on: '2026-03-02',
          by: 'kasia',
          sentence: 'We can count a turn alike in four schools, and we know how few there are before we begin.',
        },
      ],
      remarks: [
        {
          kind: 'challenge',
          about: { what: 'claim', key: 'comes-indoors' },
          by: 'maeve',
          at: '2026-07-06T16:10:00.000Z',
          words:
            'They are also six months older and have known you for a year. What would the count be in a class that stayed in?',
          answer: {
            by: 'kasia',
            at: '2026-07-13T16:42:00.000Z',
            words:
              'I do not know. Weir Lane have offered us one class to count in the spring that stays in as it always has.',
          },
        },
        {
          kind: 'challenge',
          about: { what: 'action', key: 'thursday-outside' },
          by: 'eleri',
          at: '2026-11-09T18:22:00.000Z',
          words: 'If it turns out to be the teacher saying less, are we willing to say so, after all those boots?',
        },
        {
          kind: 'comment',
          about: { what: 'evidence', key: 'puddle-lesson' },
          by: 'kasia',
          at: '2026-03-13T07:40:00.000Z',
          words: 'I told you about the puddle.',
        },
      ],
    },
  ],
}

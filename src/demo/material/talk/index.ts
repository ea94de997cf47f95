import type { GroupMaterial } from '../types.js'
import { evidence } from './evidence.js'

/** A group that is just asking its question: two schools, two context cards, half of a leverage test. */
export const talk: GroupMaterial = {
  group: 'talk',
  network: 'hafren',
  cycles: [
    {
      number: 1,
      startedOn: '2026-10-12',
      stage: 'context',
      sharedStages: [],
      question:
        'What happens to children’s reasoning in mathematics when they must explain a partner’s method before giving their own?',
      intendedLearning:
        'Whether listening for the sake of explaining changes what a child can then say about their own way. We have not yet agreed what we would call reasoning.',
      successSigns: [],
      publishedKnowledge: [
        {
          source: 'A 2020 review of partner talk in mathematics lessons',
          stance: 'challenges',
          sentence:
            'Telling children to talk changes little by itself; they have to have something they need from each other.',
        },
      ],
      ethics: '',
      leverage: [
        {
          test: 'pupils',
          answer: 'yes',
          because: 'Most of them get the answer and cannot say how, and by Year 6 the marks are for saying how.',
        },
        {
          test: 'power',
          answer: 'yes',
          because: 'It is five minutes of a lesson that we already teach.',
        },
      ],
      contextCards: [
        {
          school: 'bryn',
          by: 'gwen',
          circumstances:
            'Seventy children in three classes. Two year groups sit together, so a partner is often a year older, and everything is done in Welsh and in English.',
          alreadyGoingOn: 'Talk partners since 2022, changed on Mondays. A reasoning question at the end of each unit.',
          competingPriorities: 'The roof. A new colleague in the middle class who has enough to think about.',
          barriers: 'Children have the number words in one language and the reasons in the other.',
        },
        {
          school: 'river',
          by: 'bilal',
          circumstances: 'Three hundred children, two classes a year, seventeen languages at home.',
          alreadyGoingOn:
            'A scheme with a talk task in every lesson. A fine display of sentence beginnings that nobody can see any more.',
          competingPriorities:
            'English for children new to it, and the building work, which is loudest in mathematics.',
          barriers: 'Pairs are put together by attainment, so the same child always explains.',
        },
      ],
      startingPoint: '',
      expertise: [
        {
          who: 'gwen',
          school: 'bryn',
          knowsHowTo: 'Let a silence in a mathematics lesson run on',
          howWeKnow: 'Her head timed one at eleven seconds and nobody died',
        },
      ],
      codes: [
        { name: 'explaining', meaning: 'How a child says how', theme: 'Talk' },
        { name: 'listening', meaning: 'What the other one does meanwhile', theme: 'Talk' },
        { name: 'stems', meaning: 'Sentence beginnings, displays, prompts', theme: 'What we provide' },
      ],
      evidence,
      claims: [],
      actions: [],
      effects: [],
      whatDidNotWork: '',
      recommendations: [],
      moves: [],
      remarks: [
        {
          kind: 'challenge',
          about: { what: 'question' },
          by: 'tomasz',
          at: '2026-11-17T16:05:00.000Z',
          words:
            'What would you see in a child’s words that you would call better reasoning? Could two of you mark the same ten sentences alike?',
        },
        {
          kind: 'comment',
          about: { what: 'evidence', key: 'breathing-in' },
          by: 'bilal',
          at: '2026-11-05T07:32:00.000Z',
          words: 'I looked for the breathing in today. It is every pair. I do it in staff meetings.',
        },
      ],
    },
  ],
}

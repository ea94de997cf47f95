/** What an action did in a school, said without good or bad colours. The order is that of the form, and no ranking. */
export const judgements = [
  'made a clear difference',
  'made some difference',
  'made no difference we could see',
  'made things worse',
  'too early to say',
] as const

export type Judgement = (typeof judgements)[number]

/** For whom it made the difference. */
export const whom = ['pupils', 'teachers', 'leadership'] as const

export type Whom = (typeof whom)[number]

export const sureOfAnEffect = [
  { value: 'a hunch', text: 'A hunch: it felt so to those who were there' },
  { value: 'fairly sure', text: 'Fairly sure: we can point to evidence' },
  { value: 'sure', text: 'Sure: different kinds of evidence agree, and we looked for other explanations' },
]

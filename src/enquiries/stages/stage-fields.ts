import { besides } from '../../handouts/leads.js'
import type { Stage } from '../../stages.js'

/**
 * Everything that a stage asks in words, in the order in which it is asked. The stage pages, the list of what a stage
 * still needs, the write-up and the tests read it here. The texts themselves are saved as they are typed:
 * kind `stage`, owner the cycle's id, field `<stage>.<name>` (see src/texts/texts.ts); read them with
 * `textsOf(db, 'stage', enquiry.id)`.
 */
export interface StageField {
  /** As it is stored, such as `purpose.ethics`. */
  field: string
  stage: Stage
  /** What the group is asked; the label on the page. */
  label: string
  hint: string
  rows: number
  /** What is said of it in the list of what a stage needs. */
  need: string
  /** How a write-up introduces the answer. */
  heading: string
}

export const stageFields: StageField[] = [
  {
    field: 'context.startingPoint',
    stage: 'context',
    label: 'What do we agree about where we start?',
    hint: 'Read the cards side by side. What is the same in every school, and what differs enough to matter?',
    rows: 5,
    need: 'What you agree about the starting point',
    heading: 'What we agreed about our starting point',
  },
  {
    field: 'purpose.intendedLearning',
    stage: 'purpose',
    label: 'What do we intend to learn?',
    hint: 'Not what you will do, but what you will know at the end that you do not know now.',
    rows: 4,
    need: 'What you intend to learn',
    heading: 'What we set out to learn',
  },
  {
    field: 'purpose.ethics',
    stage: 'purpose',
    label: 'How do we keep this right for the children and colleagues in it?',
    hint: 'Who is asked for consent, by whom and how. What you will not look at. What happens when somebody says no.',
    rows: 5,
    need: 'How you keep it right for everybody in it',
    heading: 'How we kept it right for everybody in it',
  },
  {
    field: 'evidence.seeing',
    stage: 'evidence',
    label: 'What do we think we are seeing so far?',
    hint: 'Two or three sentences, as you would say them in the staff room. You can be wrong: claims come next.',
    rows: 4,
    need: 'What you think you are seeing',
    heading: besides.seeing,
  },
  {
    field: 'evidence.missing',
    stage: 'evidence',
    label: 'Whose voice have we not heard yet?',
    hint: 'Children who are quiet or absent, families, colleagues who doubt it, a school that has logged little.',
    rows: 3,
    need: 'Whose voice is still missing',
    heading: besides.missing,
  },
  {
    field: 'action.reasoning',
    stage: 'action',
    label: 'Why do we think this is worth trying?',
    hint: 'From what you saw to what you will do: “Because we saw …, we think that …”.',
    rows: 4,
    need: 'Why you think it is worth trying',
    heading: besides.reasoning,
  },
  {
    field: 'evaluation.pupils',
    stage: 'evaluation',
    label: 'What changed for children?',
    hint: 'For which children, and for which not. Say what shows it.',
    rows: 5,
    need: 'What changed for children',
    heading: 'What changed for children',
  },
  {
    field: 'evaluation.teachers',
    stage: 'evaluation',
    label: 'What changed for teachers and teaching?',
    hint: 'What colleagues do now that they did not do before, inside the group and beyond it.',
    rows: 4,
    need: 'What changed for teachers',
    heading: 'What changed for teachers',
  },
  {
    field: 'evaluation.leadership',
    stage: 'evaluation',
    label: 'What changed in how our schools are led?',
    hint: 'Time, timetables, who decides, what heads now ask about.',
    rows: 4,
    need: 'What changed in leadership',
    heading: 'What changed in how our schools are led',
  },
  {
    field: 'evaluation.whatDidNotWork',
    stage: 'evaluation',
    label: 'What did not work?',
    hint: 'The most useful part for colleagues who come after you. Nobody is to blame for what was worth trying.',
    rows: 4,
    need: 'What did not work',
    heading: 'What did not work',
  },
]

export function fieldsOf(stage: Stage): StageField[] {
  return stageFields.filter(field => field.stage === stage)
}

/** The four texts of a school's context card: kind `context-card`, owner the card's id. */
export const cardFields = [
  {
    field: 'circumstances',
    label: 'Our circumstances',
    hint: 'The children, the families, the place, the staff: what a colleague from elsewhere would need to know.',
  },
  {
    field: 'alreadyGoingOn',
    label: 'What is already going on',
    hint: 'What you do about this question now, and how long you have been doing it.',
  },
  {
    field: 'competingPriorities',
    label: 'What else competes for time',
    hint: 'An inspection, a new scheme, a building site: whatever this enquiry has to live beside.',
  },
  {
    field: 'barriers',
    label: 'What could get in the way',
    hint: 'Say it now, and the group can plan around it.',
  },
] as const

/** The four tests of a question's leverage. */
export const leverageTests = [
  {
    test: 'pupils',
    name: 'It matters to children',
    asks: 'If we learned the answer, would children’s days be better for it?',
  },
  {
    test: 'power',
    name: 'It is within our power',
    asks: 'Can the people in this group change what we find, without waiting for anybody?',
  },
  { test: 'shared', name: 'Our schools share it', asks: 'Would every school in the group ask it of itself?' },
  {
    test: 'evidence',
    name: 'Evidence can be had in the time',
    asks: 'Can we see, hear or count something that would tell us, with the time we have?',
  },
] as const

export type LeverageName = (typeof leverageTests)[number]['test']

export const judgements = ['yes', 'partly', 'no'] as const
export type Judgement = (typeof judgements)[number]

/** What published knowledge does to the group's thinking. Challenge is a gift. */
export const stances = [
  { stance: 'affirms', name: 'affirms what we think' },
  { stance: 'adds', name: 'adds something new' },
  { stance: 'challenges', name: 'challenges us' },
] as const

export type Stance = (typeof stances)[number]['stance']

/** What a group may decide when a cycle is finished. */
export const decisions = [
  {
    decision: 'begin another cycle',
    text: 'Begin another cycle',
    hint: 'The next question grows out of this one: it takes the claims and the unanswered challenges along.',
  },
  {
    decision: 'hand over',
    text: 'Hand over',
    hint: 'Others carry it on: in their schools, or as the lead of this group.',
  },
  { decision: 'close', text: 'Close', hint: 'We have learned what we set out to learn, or as much as we can.' },
] as const

export type Decision = (typeof decisions)[number]['decision']

/** A quiet word beside each stage: what good enquiry leadership attends to here. */
export const stageHints: Record<Stage, { asks: string; hints: string[] }> = {
  context: {
    asks: 'Before you ask what to change, find out where each school starts. The same idea lands differently in a school of 35 and a school of 300.',
    hints: [
      'Everybody here is a volunteer. Ask what time and space each of them really has.',
      'Somebody nearby may know how to do this well already. Put them on the map.',
      'Heads who agree beforehand to act on what you find make all the difference later.',
    ],
  },
  purpose: {
    asks: 'Make the question small and strong: one thing, worth knowing, that you can find out together.',
    hints: [
      'A question with leverage changes more than it touches.',
      'Say what you intend to learn, so that you notice when you have learned it.',
      'Look for one published source that disagrees with you. It will save you a term.',
    ],
  },
  evidence: {
    asks: 'Look closely before you explain. Log what you see while it is fresh; decide later what it means.',
    hints: [
      'Little and often: a photo and one sentence is a good piece of evidence.',
      'Look for what does not fit as carefully as for what does.',
      'Use one another’s eyes: ask a colleague from another school what they see in it.',
    ],
  },
  action: {
    asks: 'Try something on purpose, and let every school make it its own.',
    hints: [
      'Say what you expect before you try it.',
      'Write down what each school changed: the adaptations are part of what you learn.',
      'Keep track in every school, not only where it goes well.',
    ],
  },
  evaluation: {
    asks: 'Say what difference it made, for whom and where, and how sure you are. “We do not know” is an answer.',
    hints: [
      'Look school by school: the same action can help in one place and not in another.',
      'What did not work is worth as much to colleagues as what did.',
      'Push what you found into every corner where somebody could use it.',
    ],
  },
}

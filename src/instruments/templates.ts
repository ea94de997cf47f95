import type { Kind } from '../evidence/kinds.js'
import type { InstrumentKind } from './kinds.js'
import { newQuestion, type Question, type QuestionKind } from './questions.js'

export interface Template {
  key: string
  kind: InstrumentKind
  name: string
  purpose: string
  /** What a filled-in sheet is, as evidence. */
  evidence: Kind
  questions: [words: string, kind?: QuestionKind, more?: Partial<Question>][]
}

const sure = { low: 'not at all', high: 'very' }
const often = { low: 'never', high: 'in every lesson' }
const agree = { low: 'not at all', high: 'completely' }

/** Somewhere to begin. Every word of a copy can be changed. */
export const templates: Template[] = [
  {
    key: 'pupil-voice',
    kind: 'interview',
    name: 'Talking with pupils',
    purpose:
      'Three or four pupils together, ten minutes, somewhere quiet. Tell them what it is for and that they may say nothing.',
    evidence: 'pupil-voice',
    questions: [
      ['What were you learning about when it went well for you last week?'],
      ['What do you do first when you are stuck?'],
      ['What does a teacher do that helps you to think?'],
      ['When is it hard to join in? What would make it easier?'],
      ['If you could change one thing about how we do this, what would it be?'],
      ['What did I forget to ask you?'],
    ],
  },
  {
    key: 'staff-interview',
    kind: 'interview',
    name: 'Talking with a colleague',
    purpose: 'Twenty minutes. Say who will read it, and offer to show the notes before anybody else sees them.',
    evidence: 'interview',
    questions: [
      ['Tell me about a moment this term when you saw it work.'],
      ['What were you doing, and what were the children doing?'],
      ['Where does it not work, and for whom?'],
      ['What have you stopped doing to make room for it?'],
      ['What would you need to go on with it when the project ends?'],
      ['Who else should I talk to, who may see it differently?'],
    ],
  },
  {
    key: 'family-interview',
    kind: 'interview',
    name: 'Talking with a parent or carer',
    purpose: 'At the gate or by telephone, in the language they choose. Write down what they say, not who they are.',
    evidence: 'interview',
    questions: [
      ['What does your child tell you about this at home?'],
      ['What have you noticed that we may not see in school?'],
      ['What would you like to know from us?'],
      ['What makes it hard to help at home?'],
    ],
  },
  {
    key: 'focus-pupils',
    kind: 'observation',
    name: 'A lesson with three focus pupils',
    purpose:
      'Choose three pupils beforehand and call them by their codes. Write what you see and hear; leave what you think of it for the end.',
    evidence: 'observation',
    questions: [
      ['What was the lesson meant to teach?'],
      ['First pupil, by code: what did they do and say?'],
      ['First pupil: how often they spoke about the work', 'tally'],
      ['Second pupil, by code: what did they do and say?'],
      ['Second pupil: how often they spoke about the work', 'tally'],
      ['Third pupil, by code: what did they do and say?'],
      ['Third pupil: how often they spoke about the work', 'tally'],
      ['What surprised you?'],
      ['What would you ask the teacher, out of interest?'],
    ],
  },
  {
    key: 'talk-tally',
    kind: 'observation',
    name: 'Who talks, and how long',
    purpose: 'Ten minutes of whole-class talk. Count; do not judge.',
    evidence: 'observation',
    questions: [
      ['Questions that the teacher asked', 'tally'],
      ['Questions that children asked', 'tally'],
      ['Answers of more than one sentence', 'tally'],
      ['Times that a child answered another child', 'tally'],
      ['How many different children spoke', 'number'],
      [
        'What kind of question was asked most?',
        'one',
        { options: ['to recall', 'to explain', 'to think further', 'to organise'] },
      ],
      ['What do these numbers leave out?'],
    ],
  },
  {
    key: 'learning-walk',
    kind: 'observation',
    name: 'A learning walk, looking for the best of what is there',
    purpose: 'Five minutes in each room. Look for what works and could travel. Thank everybody by name.',
    evidence: 'observation',
    questions: [
      ['What did we come to look for?'],
      ['Where did we see it at its best? What exactly did we see?'],
      ['What made it possible there?'],
      [
        'Which of these did you see?',
        'several',
        {
          options: [
            'children explaining to each other',
            'time to think',
            'work displayed with its drafts',
            'adults listening',
            'children choosing',
          ],
        },
      ],
      ['What could travel to another room, and what would have to change on the way?'],
      ['One question to take home'],
    ],
  },
  {
    key: 'work-scrutiny',
    kind: 'work',
    name: 'Looking at pupils’ work together',
    purpose: 'Six books, two each from those who find it easy, middling and hard. Codes, no names.',
    evidence: 'pupil-work',
    questions: [
      ['Whose work is it, by code, and what was the task?'],
      ['What can this pupil do? Point at it.'],
      ['What changed between an early page and a late one?'],
      [
        'How far did the pupil act on what was said about the work?',
        'scale',
        { low: 'no trace of it', high: 'all through the work' },
      ],
      ['What would help next?'],
      ['Where do we, looking at it, disagree?'],
    ],
  },
  {
    key: 'conference',
    kind: 'interview',
    name: 'A reading or writing conference',
    purpose: 'Five minutes with one pupil and something they have read or written.',
    evidence: 'pupil-voice',
    questions: [
      ['Pupil, by code'],
      ['Why did you choose this?'],
      ['Show me a part that you like. What makes it good?'],
      ['Where did you have to work hard?'],
      ['How sure do you feel as a reader or writer today?', 'scale', sure],
      ['What will you do next?'],
    ],
  },
  {
    key: 'staff-confidence',
    kind: 'questionnaire',
    name: 'How sure do we feel?',
    purpose: 'Three minutes. Nobody is asked who they are. Answers are shown only when at least five have come in.',
    evidence: 'survey',
    questions: [
      ['How sure do you feel about teaching this?', 'scale', sure],
      ['How sure are you that you notice when a child is lost?', 'scale', sure],
      ['How often did you try it in the last fortnight?', 'scale', often],
      [
        'What helps most?',
        'one',
        { options: ['seeing a colleague do it', 'time to plan', 'materials', 'talking about it', 'nothing yet'] },
      ],
      [
        'What gets in the way?',
        'several',
        { options: ['time', 'other priorities', 'not knowing how', 'not being convinced', 'behaviour'] },
      ],
      ['One thing that you would like the group to know'],
    ],
  },
  {
    key: 'before-and-after',
    kind: 'questionnaire',
    name: 'Before we begin, and after',
    purpose: 'The same few questions now and again at the end, so that both can be set side by side.',
    evidence: 'survey',
    questions: [
      ['Children in my class take part in talk about their learning.', 'scale', agree],
      ['I change what I planned because of what children say.', 'scale', agree],
      ['I have learned something from a colleague in another school this term.', 'scale', agree],
      ['How many times did you watch a colleague teach this term?', 'number'],
      ['What do you hope will be different? Or, afterwards: what is?'],
    ],
  },
  {
    key: 'release-time',
    kind: 'questionnaire',
    name: 'What the release time made possible',
    purpose: 'For everybody who had time from the network this term.',
    evidence: 'survey',
    questions: [
      [
        'What did you use it for?',
        'several',
        {
          options: [
            'visiting another school',
            'planning together',
            'reading',
            'looking at evidence',
            'it was taken back for cover',
          ],
        },
      ],
      ['How well was it spent?', 'scale', { low: 'it was lost', high: 'I would not have missed it' }],
      ['What came of it that children will notice?'],
    ],
  },
]

/** A template by its key, such as `pupil-voice`. */
export function templateNamed(key: string): Template | undefined {
  return templates.find(one => one.key === key)
}

/** The questions of a template, each with an id of its own. */
export function questionsOf(template: Template): Question[] {
  return template.questions.map(([words, kind, more]) => newQuestion(words, kind, more))
}

import { facilitatorsReadAlways, facilitatorsReadOnceShared } from '../who-sees-what.js'

/** A word of the workbench in plain English. `means` reads as a sentence of its own. */
export interface Meaning {
  word: string
  means: string
  /** What schools in Wales call it, where the field has a word. */
  welsh?: string
  /** Words that are told apart from it, or lead further. */
  see?: string[]
}

/** The words that pages use in a way of their own, by the name under which they are pointed at: `/help/words#claim`. */
const meanings = {
  action: {
    word: 'Action',
    welsh: 'gweithredu',
    means:
      'Something that a group tries in class: what, who, where and until when, and what it hopes to see. Each school may try it in its own way.',
  },
  audience: {
    word: 'Audience',
    means:
      'Who sees a piece of evidence: only you, the group, the group and your own school, or everyone in the network. It begins with only you or the group, and goes no further until somebody chooses so.',
  },
  'blind reading': {
    word: 'Blind reading',
    means:
      'Two colleagues code the same pieces without seeing what the other does. Where they differ is worth talking about.',
  },
  challenge: {
    word: 'Challenge',
    welsh: 'her',
    means: 'A comment that asks a group to think again. It stays open until somebody answers it. It is a gift.',
  },
  circle: {
    word: 'Circle',
    means: 'People of a network who meet again and again, such as the heads, or those who co-ordinate.',
  },
  claim: {
    word: 'Claim',
    welsh: 'honiad',
    means:
      'What a group has come to believe, in a sentence or two, with the evidence for it and the evidence against it.',
    see: ['evidence'],
  },
  code: {
    word: 'Code',
    welsh: 'cod',
    means: 'A short name that you give to passages that speak of the same thing, so that you find them together.',
    see: ['pupil code'],
  },
  'co-leader': {
    word: 'Co-leader',
    means: 'A colleague who leads several groups on one theme.',
    see: ['theme'],
  },
  'common days': {
    word: 'Days in common',
    means: 'Days on which schools of a network are free, or closed, together.',
  },
  consent: {
    word: 'Consent',
    welsh: 'cydsyniad',
    means:
      'Who agreed to be seen or heard, and how far: the group, their school, the network, or everybody. It goes with the piece wherever it is used. When it is taken back, the piece goes from those places.',
  },
  context: {
    word: 'Context',
    welsh: 'cyd-destun',
    means: 'The first stage. Where are we starting from, in each school?',
    see: ['stage'],
  },
  'context card': {
    word: 'Context card',
    means: 'A page about one school: how big it is, what goes on there already, and what could get in the way.',
  },
  cycle: {
    word: 'Cycle',
    welsh: 'cylch',
    means:
      'One way through the five stages. A group can begin another one with a new question and take along what it found.',
  },
  'data lead': {
    word: 'Data lead',
    means: 'The colleague who looks after the keys to pupils’ codes of one school. The head names them.',
    see: ['key'],
  },
  dossier: {
    word: 'Dossier',
    means: 'Everything that stands behind a recommendation, put together for the heads who answer it.',
  },
  edition: {
    word: 'Edition',
    means: 'A published version of a write-up or termly report. It does not change. A correction is a new edition.',
  },
  effect: {
    word: 'Effect',
    means: 'What difference an action made in one school, how sure you are, and what in that school explains it.',
  },
  enquiry: {
    word: 'Enquiry',
    welsh: 'ymholiad',
    means: 'Finding out together, with evidence, what works for children. It takes the time it takes.',
  },
  evaluation: {
    word: 'Evaluation',
    welsh: 'gwerthuso',
    means: 'The fifth stage. What difference did it make, for whom, in which school, and how sure are we?',
    see: ['stage'],
  },
  evidence: {
    word: 'Evidence',
    welsh: 'tystiolaeth',
    means:
      'What somebody saw, heard, collected or read: an observation, pupils’ work, an interview, a photograph, figures. One thing is called a piece and has a number, such as E12.',
  },
  facilitator: {
    word: 'Facilitator',
    welsh: 'hwylusydd',
    means: `An outside colleague who asks a group good questions until an agreed day. They read ${facilitatorsReadAlways}; ${facilitatorsReadOnceShared}. Some call this a critical friend.`,
  },
  fund: {
    word: 'Fund',
    means: 'Money set aside for one thing, such as release time. Groups and people claim from it.',
  },
  group: {
    word: 'Enquiry group',
    welsh: 'grŵp ymholi',
    means: 'Colleagues of two schools or more who ask one question together. Everybody in it chose to be there.',
  },
  instrument: {
    word: 'Questionnaire or sheet',
    means: 'Questions that you ask many people in the same way, or a sheet that you fill in while you watch a lesson.',
  },
  key: {
    word: 'Key',
    means:
      'The list of which pupil a code stands for. It stays with one school, is locked with words that only its keepers know, and nobody else can open it.',
    see: ['pupil code', 'data lead'],
  },
  'lead learner': {
    word: 'Lead learner',
    means: 'The teacher who leads an enquiry group: keeps the question in sight and the work moving.',
  },
  leverage: {
    word: 'Leverage',
    means:
      'A question has leverage when it matters to pupils, is in your power, is shared by your schools, and can be answered in the time you have.',
  },
  measure: {
    word: 'Measure',
    welsh: 'mesur',
    means: 'A number that you follow over time, such as books borrowed each week.',
  },
  memo: { word: 'Memo', means: 'A note to yourselves about what you begin to see while you read and code.' },
  network: {
    word: 'Network',
    welsh: 'rhwydwaith',
    means: 'Schools that work together. It has terms, people, meetings and money, and its groups belong to it.',
  },
  'network leader': {
    word: 'Network leader',
    means: 'Whoever keeps the whole network going and publishes its termly reports.',
  },
  partner: {
    word: 'Partner',
    welsh: 'partner',
    means:
      'An organisation that works with the network, such as a university or a charity, and the people who come from it.',
  },
  'pupil code': {
    word: 'Pupil code',
    means: 'A short sign such as P4 that stands for a pupil, so that nobody is named.',
    see: ['key'],
  },
  pseudonym: {
    word: 'Name outside',
    means: 'The name under which a school or a person stands in what leaves the group.',
  },
  publication: {
    word: 'Publication check',
    means: 'The list of what still stands in the way of publishing, with what you can do about each thing.',
  },
  purpose: {
    word: 'Purpose',
    welsh: 'diben',
    means: 'The second stage. What exactly do we want to learn, and why does it matter for children?',
    see: ['stage', 'leverage'],
  },
  reach: {
    word: 'Reach',
    means: 'How far a piece really goes: the audience that was chosen, and never further than those in it agreed to.',
    see: ['audience', 'consent'],
  },
  recommendation: {
    word: 'Recommendation',
    welsh: 'argymhelliad',
    means:
      'What a group asks named schools to do. Each head answers it: accept, adapt or decline, with a reason. Then it is followed until it is in place or let go.',
  },
  return: {
    word: 'Going back',
    means: 'A group may go back to an earlier stage. It says why, and the track shows the loop.',
  },
  stage: {
    word: 'Stage',
    welsh: 'cam',
    means:
      'One of the five parts of an enquiry: context, purpose, evidence, action and evaluation. Nothing stops you from working in another one; a stage only says where the group is.',
  },
  swot: {
    word: 'SWOT',
    means: 'A look at strengths, weaknesses, opportunities and threats, half way through the year.',
  },
  term: {
    word: 'Term',
    welsh: 'tymor',
    means: 'Part of a school year. Reports go by term. Enquiries do not end with it.',
  },
  'termly report': {
    word: 'Termly report',
    means: 'What the network tells everybody each term. It begins with what the groups send.',
  },
  theme: {
    word: 'Theme',
    welsh: 'thema',
    means: 'What several groups have in common, such as reading for pleasure. A co-leader leads it.',
    see: ['co-leader'],
  },
  track: {
    word: 'Stage track',
    means:
      'The five joined shapes at the top of a group’s pages. They show how far the group is, and lead to each stage.',
  },
  visit: {
    word: 'Visit',
    welsh: 'ymweliad',
    means:
      'A time when colleagues come to see how another school does something. Host and visitors write what they learned.',
  },
  volunteer: {
    word: 'Volunteer',
    welsh: 'gwirfoddolwr',
    means: 'Anybody on the staff of a school who chose to join a group. Nobody can be put into one.',
  },
  withdrawal: {
    word: 'Withdrawal',
    means:
      'Taking a piece of evidence out for good reason. It goes from everything that used it, and a list says what was touched.',
  },
  'write-up': {
    word: 'Write-up',
    means: 'What a group tells others about its enquiry. A second person approves it before it is published.',
  },
} satisfies Record<string, Meaning>

export type Word = keyof typeof meanings

/** By their names in the alphabet. */
export const words: (Meaning & { name: Word })[] = Object.entries(meanings as Record<Word, Meaning>)
  .map(([name, meaning]) => ({ name: name as Word, ...meaning }))
  .sort((one, other) => one.word.localeCompare(other.word, 'en-GB'))

/** What a word means, for a hint of a page. */
export function meaningOf(word: Word): Meaning & { name: Word; href: string } {
  return { name: word, ...meanings[word], href: `/help/words#${anchorOf(word)}` }
}

/** `pupil code` → `pupil-code` */
export function anchorOf(name: string): string {
  return name.replaceAll(' ', '-')
}

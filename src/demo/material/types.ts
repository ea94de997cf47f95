import type { Judgement } from '../../evaluation/words.js'
import type { Speaker } from '../../evidence/speakers.js'
import type { Stage } from '../../stages.js'
import type { Outcome } from '../../termly-reports/arranging/outcomes.js'

/**
 * The shapes of the invented material. People, schools, terms and groups are named by their ids in the cast.
 * Within a cycle, pieces, claims, actions and recommendations are named by a key of their own, so that a claim says
 * which pieces it rests on in words. Dates are ISO days; `at` is a day and a time of day, in UTC.
 */

export type Kind =
  | 'observation'
  | 'pupil-work'
  | 'pupil-voice'
  | 'interview'
  | 'survey'
  | 'assessment-data'
  | 'document'
  | 'photograph'
  | 'audio-or-video'
  | 'field-note'
  | 'published-research'

export type Audience = 'private' | 'group' | 'network'
export type Strength = 'a hunch' | 'fairly sure' | 'sure'

export interface GroupMaterial {
  /** The group's id in the cast. */
  group: string
  network: string
  /** Oldest first; the last one is where the group stands. */
  cycles: CycleMaterial[]
}

export interface CycleMaterial {
  number: number
  startedOn: string
  finishedOn?: string
  stage: Stage
  /** Stages whose text the group has shared with the network. */
  sharedStages: Stage[]
  question: string
  intendedLearning: string
  successSigns: SuccessSign[]
  references?: ReferenceMaterial[]
  publishedKnowledge: PublishedKnowledge[]
  ethics: string
  leverage: LeverageAnswer[]
  contextCards: ContextCard[]
  startingPoint: string
  expertise: Expertise[]
  codes: Code[]
  /** How a group codes; only where it does. */
  coding?: CodingMaterial
  evidence: Piece[]
  /** What we think we are seeing so far, and whose voice we have not heard. */
  seeing?: string
  missing?: string
  claims: Claim[]
  /** Why we think that it is worth trying. */
  reasoning?: string
  actions: Action[]
  effects: Effect[]
  effectsOn?: EffectsOn
  whatDidNotWork: string
  recommendations: Recommendation[]
  decision?: Decision
  moves: StageMove[]
  remarks: Remark[]
  handover?: Handover
  writeUp?: WriteUp
}

export interface SuccessSign {
  sign: string
  howWeWouldKnow: string
}

/** A published work in the words of CSL-JSON. */
export interface ReferenceMaterial {
  key: string
  work: object
  /** Shared with the other groups of the network. */
  shared?: true
}

export interface PublishedKnowledge {
  /** Of one of the cycle's references; without it the source is a title. */
  key?: string
  source: string
  stance: 'affirms' | 'adds' | 'challenges'
  sentence: string
}

export interface LeverageAnswer {
  test: 'pupils' | 'power' | 'shared' | 'evidence'
  answer: 'yes' | 'partly' | 'no'
  because: string
}

export interface ContextCard {
  school: string
  by: string
  circumstances: string
  alreadyGoingOn: string
  competingPriorities: string
  barriers: string
}

export interface Expertise {
  who: string
  school: string
  knowsHowTo: string
  howWeKnow: string
}

export interface Code {
  name: string
  meaning: string
  theme: string
}

export interface CodingMaterial {
  /** When the codebook was made. */
  on: string
  themes: { name: string; meaning: string }[]
  /** Codes under the cycle's codes. */
  beneath: { name: string; under: string; meaning: string; notFor: string }[]
  /** When not to use a code, by its name. */
  notFor: Record<string, string>
  /** For a piece's key, the words that carry each code. */
  words: Record<string, Record<string, string>>
  interview: { key: string; by: string; codings: { code: string; words: string; memo?: string }[] }
  memos: { code: string; by: string; words: string }[]
  blind: {
    why: string
    first: string
    second: string
    on: string
    pieces: string[]
    codes: string[]
    codings: { key: string; code: string; words: string }[]
    remark: { by: string; words: string }
  }
}

export interface Piece {
  key: string
  title: string
  whatWeSaw: string
  kind: Kind
  stage: Stage
  gatheredOn: string
  school: string
  by: string
  /** Who speaks in it; else pupils where it is their voice, and whoever logged it where they say what they saw. */
  speaker?: Speaker
  audience: Audience
  /** Names of the cycle's codes. */
  codes?: string[]
  files?: PieceFile[]
  consent?: Consent
  /** The words or a picture give a pupil away, so the piece may not leave the group. */
  namesAPupil?: true
  withdrawn?: { on: string; by: string; because: string }
}

export interface PieceFile {
  /** A file in `src/demo/material/files`. */
  name: string
  alt: string
  /** What is said in it, as subtitles beside it. */
  transcript?: string
  /** What stands in a scan, typed out by whoever logged it. */
  typed?: { on: string; words: string }
  /** Parts of a picture that were covered later, in hundredths from the upper left. */
  covered?: { on: string; areas: { left: number; top: number; width: number; height: number }[] }
  /** A file that took its place later. */
  replaced?: { on: string; by: string }
}

export interface Consent {
  /** Who can be seen or heard in the piece. */
  who: 'no one' | 'pupils' | 'adults'
  audience: 'group' | 'school' | 'network' | 'outside' | 'public'
  givenBy: string
  on: string
  wording: string
  withdrawn?: { on: string; by: string; because: string }
}

export interface Claim {
  key: string
  claim: string
  strength: Strength
  by: string
  on: string
  /** Keys of pieces. */
  for: string[]
  against: string[]
  /** Single passages that it leans on; a piece named here is linked by its words, and as a whole only if it is named above too. */
  words?: { piece: string; words: string; bearing: 'for' | 'against'; note?: string }[]
  /** Why the group is as sure as it is, at first. */
  sureBecause?: string
  whatWouldChange: string
  sharedOn?: string
  /** Inherited from the cycle before. */
  carried?: true
  /** When the wording was changed, what it said before and why. */
  revised?: { before: string; on: string; by: string; why: string }
  /** What was revised after that, each time with what it says from then on. */
  then?: { claim: string; strength: Strength; sureBecause: string; on: string; by: string; why: string }[]
}

export interface Action {
  key: string
  title: string
  expectedEffect: string
  steps: string[]
  state: 'agreed' | 'under way' | 'completed'
  who: string
  agreedOn: string
  from: string
  until: string
  adaptations: Adaptation[]
  measures: Measure[]
  /** Keys of pieces. */
  evidence: string[]
}

export interface Adaptation {
  school: string
  who: string[]
  adaptation: string
  whatHappened?: string
}

export interface Measure {
  school: string
  /** What takes no part there and is only measured beside. */
  beside?: { name: string; about: string }
  name: string
  unit: string
  /** How many pupils stand behind each reading; fewer than five are never shown. */
  pupils: number
  readings: { on: string; value: number }[]
}

export interface Effect {
  action: string
  school: string
  judgement: Judgement
  whatHappened: string
  forWhom: string
  confidence: Strength
  whyHere: string
  /** Keys of pieces. */
  evidence: string[]
}

export interface EffectsOn {
  pupils: string
  teachers: string
  leadership: string
}

export interface Recommendation {
  key: string
  recommendation: string
  because: string
  costInReleaseDays: number
  cost: string
  by: string
  draftedOn: string
  /** Not yet sent when missing. */
  sentOn?: string
  to: string[]
  /** Keys of pieces. */
  evidence: string[]
  responses: Response[]
}

export interface Response {
  school: string
  by: string
  on: string
  answer: 'accept' | 'adapt' | 'decline'
  reason: string
  lookAgainOn?: string
  /** Whether the head agrees to the answer being read outside the network. */
  mayBePublished?: true
  /** Written on a reply slip by a head who has no account; `by` entered it. */
  fromPaper?: true
  adoption?: 'considering' | 'trying' | 'in place' | 'dropped'
  /** Once in place: since when, and what a visitor can see there. */
  inPlace?: { on: string; whatCanBeSeen: string }
}

export interface Decision {
  decision: 'begin another cycle' | 'hand over' | 'close'
  on: string
  by: string
  because: string
}

export interface StageMove {
  from: Stage
  to: Stage
  on: string
  by: string
  /** Going on: what we learned. Going back: why. */
  sentence: string
}

export interface Remark {
  kind: 'comment' | 'challenge'
  about: { what: 'question' | 'stage' | 'evidence' | 'claim' | 'action' | 'recommendation' | 'write-up'; key?: string }
  by: string
  at: string
  words: string
  answer?: { by: string; at: string; words: string }
  /** Inherited from the cycle before. */
  carried?: true
}

export interface Handover {
  from: string
  to: string
  on: string
  note: string
}

export interface WriteUp {
  title: string
  slug: string
  edition: number
  submittedBy: string
  submittedOn: string
  approvedBy: string
  publishedOn: string
  /** In reading order. `[[key]]` in the Markdown stands for the number of that piece. */
  parts: WriteUpPart[]
}

export interface WriteUpPart {
  part:
    'summary' | 'context' | 'purpose' | 'evidence' | 'claims' | 'action' | 'evaluation' | 'recommendations' | 'thanks'
  heading: string
  markdown: string
}

export interface NetworkReport {
  network: string
  term: string
  state: 'published' | 'draft'
  composedBy: string
  introduction: string
  whatChanged: string
  thanks: string
  approvedBy?: string
  publishedOn?: string
  /** What the network says that it will do next term. */
  promises?: string[]
  /** What became of the promises of the term before, in their order. */
  became?: { outcome: Outcome; words: string }[]
  sights?: { what: string; place: string; onDay: string | null; hours: string }[]
  /** Pictures by the titles of their pieces; what is missing or may not go out is passed over. */
  pictures?: { part: string; title: string; caption: string }[]
  /** A part of the network's own. */
  ownPart?: { heading: string; words: string; before: string }
  leftOut?: string[]
  /** A second edition, with what it corrects. */
  corrected?: { on: string; reason: string; introduction: string }
  withdrawn?: { on: string; because: string }
  groups: GroupReport[]
}

/** A group without a `sentOn` has begun its words but not sent them; a group that is missing has written nothing. */
export interface GroupReport {
  group: string
  by: string
  sentOn?: string
  progress: string
  learned: string
  needs: string
  releaseDays: number
}

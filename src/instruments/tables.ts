import type { Generated, Selectable } from 'kysely'
import type { Read, WrittenColumn, WrittenOrEmpty } from '../names/written.js'
import type { Counting } from './measures/judging-readings.js'
import type { InstrumentKind } from './kinds.js'

/** Something that an enquiry measures again and again, such as "Books borrowed in a week". */
export interface MeasureTable {
  id: string
  groupId: string
  enquiryId: string
  name: WrittenColumn
  folded: string
  /** The last day of the baseline: the median of what was measured until then is kept for comparison. */
  baselineUntil: string | null
  /** Null where only the name tells. */
  counts: Counting | null
  madeAt: string
  madeBy: string
}
export type Measure = Read<Selectable<MeasureTable>>

export interface ReadingTable {
  id: string
  measureId: string
  schoolId: string
  measuredOn: string
  /** null where the file itself said that too few pupils stood behind it. */
  value: number | null
  /** How many pupils it is from; null where nobody said. */
  pupils: number | null
  /** Why the group takes it for a point that is far out. */
  remark: Generated<string>
  /** What it is of, where that takes no part and is only measured beside; null for the school itself. */
  comparisonId: Generated<string | null>
  /** The action beside which it was typed in. */
  actionId: string | null
  importId: string | null
  addedAt: string
  addedBy: string
}
export type Reading = Selectable<ReadingTable>

/** A class, a year or a school that takes no part in what is tried, and is measured beside those that do. */
export interface ComparisonTable {
  id: string
  groupId: string
  schoolId: string
  name: WrittenColumn
  /** How it is like the others, and what it does meanwhile. */
  about: WrittenOrEmpty
  madeAt: string
  madeBy: string
  /** Its school has agreed that its numbers stand outside the group. */
  sharedAt: string | null
  sharedBy: string | null
}
export type Comparison = Read<Selectable<ComparisonTable>>

export interface MeasureImportTable {
  id: string
  groupId: string
  enquiryId: string
  name: string
  /** The rows on their way in, as JSON; gone as soon as they are taken in or thrown away. */
  draft: string | null
  begunAt: string
  begunBy: string
  takenInAt: string | null
  takenIn: Generated<number>
  undoneAt: string | null
  undoneBy: string | null
}
export type MeasureImport = Selectable<MeasureImportTable>

export interface MeasureShareTable {
  measureId: string
  schoolId: string
  sharedAt: string
  sharedBy: string
}

/** The same questions for everybody who asks or looks: an interview, an observation sheet, a questionnaire. */
export interface InstrumentTable {
  id: string
  groupId: string
  enquiryId: string
  kind: InstrumentKind
  name: WrittenColumn
  purpose: WrittenOrEmpty
  /** JSON of Question[] (src/instruments/questions.ts). */
  questions: string
  version: Generated<number>
  /** Where it was copied from, in words: the name, the version and the group. */
  origin: Generated<string>
  madeAt: string
  madeBy: string
  changedAt: string
  changedBy: string
  /** Other groups of the network may copy it. */
  sharedAt: string | null
  sharedBy: string | null
  retiredAt: string | null
  retiredBy: string | null
}
export type Instrument = Read<Selectable<InstrumentTable>>

export interface InstrumentVersionTable {
  instrumentId: string
  version: number
  name: WrittenColumn
  questions: string
  savedAt: string
  savedBy: string
}

export interface FillingTable {
  id: string
  instrumentId: string
  version: number
  personId: string
  /**
   * JSON: the answers by the id of their question, and `school`, `on` and `about`. Emptied when the sheet has become
   * evidence, so that its words stand in one place, where names are taken out and consent is taken back.
   */
  answers: string
  begunAt: string
  savedAt: string
  finishedAt: string | null
  evidenceId: string | null
}
export type Filling = Selectable<FillingTable>

export interface QuestionnaireTable {
  id: string
  groupId: string
  enquiryId: string
  instrumentId: string
  name: WrittenColumn
  purpose: WrittenOrEmpty
  /** As they were when it was opened: JSON of Question[]. */
  questions: string
  openedAt: string
  openedBy: string
  /** The last day on which it can be answered. */
  endsOn: string
  closedAt: string | null
  closedBy: string | null
  /** When colleagues were last asked by letter, and of which schools: their ids with spaces between. */
  askedAt: string | null
  askedSchools: Generated<string>
  evidenceId: string | null
}
export type Questionnaire = Read<Selectable<QuestionnaireTable>>

/** One colleague's answers. Nothing says whose they are or when they came. */
export interface QuestionnaireAnswerTable {
  id: string
  questionnaireId: string
  answers: string
  /** The closing with which it was kept; null for what came since. */
  settledAt: Generated<string | null>
}

export interface QuestionnaireLinkTable {
  tokenHash: string
  questionnaireId: string
  /** `shared`: for everybody who has it. `once`: for one answer. */
  kind: 'shared' | 'once'
  used: 'yes' | null
}

export interface QuestionnairePersonTable {
  questionnaireId: string
  personId: string
}

declare module '../database.js' {
  interface Tables {
    measures: MeasureTable
    readings: ReadingTable
    comparisons: ComparisonTable
    measureImports: MeasureImportTable
    measureShares: MeasureShareTable
    instruments: InstrumentTable
    instrumentVersions: InstrumentVersionTable
    fillings: FillingTable
    questionnaires: QuestionnaireTable
    questionnaireAnswers: QuestionnaireAnswerTable
    questionnaireLinks: QuestionnaireLinkTable
    questionnairePeople: QuestionnairePersonTable
  }
}

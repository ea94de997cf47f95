import { aboutActions, actionSearch, actionsOfGroup } from './actions/searching.js'
import { aboutClaims, claimSearch, claimsOfGroup } from './claims/searching.js'
import { codeSearch, codesOfGroup, memoSearch, memosOfGroup, unlessReadBlind } from './coding/searching.js'
import { type Abouts, ofGroup } from './enquiries/searching.js'
import { commentSearch } from './enquiries/searching-comments.js'
import { questionSearch } from './enquiries/searching-questions.js'
import { expertiseSearch, successSignSearch } from './enquiries/searching-records.js'
import { aboutStages, contextCardSearch, stageTextSearch } from './enquiries/searching-stages.js'
import { effectSearch, effectsOfGroup } from './evaluation/searching.js'
import { kinds } from './evidence/kinds.js'
import * as evidence from './evidence/searching.js'
import { underPseudonyms } from './evidence/under-pseudonyms.js'
import { groupsKnownTo, peopleKnownTo, schoolsKnownTo } from './groups/known-names.js'
import { readersOf } from './groups/readers.js'
import * as instruments from './instruments/searching.js'
import { publishedSearch } from './published/searching.js'
import { stanceSearch } from './knowledge/searching.js'
import * as recommendations from './recommendations/searching.js'
import type { Directory, Findable, Searchable } from './search/searchables.js'
import { stages } from './stages.js'
import { reportTextSearch, shortReportSearch, shortReportsOfGroup } from './termly-reports/searching.js'
import * as writeUps from './write-ups/searching.js'

/** Whoever has a thread under a thing of theirs says here who may read it. */
const abouts: Abouts = {
  stage: aboutStages,
  evidence: evidence.aboutPieces,
  claim: aboutClaims,
  action: aboutActions,
  'write-up': writeUps.aboutWriteUps,
}

/** Every kind of thing that can be found. A room's kinds are added here when the house is put together; see src/search/searchables.ts. */
export const searchables: Searchable[] = [
  underPseudonyms(evidence.pieceSearch, evidence.ofGroup.piece),
  underPseudonyms(evidence.textSearch, evidence.ofGroup.text),
  underPseudonyms(unlessReadBlind(evidence.passageSearch), evidence.ofGroup.passage),
  underPseudonyms(instruments.instrumentSearch, instruments.ofGroup.instrument),
  underPseudonyms(instruments.questionnaireSearch, instruments.ofGroup.questionnaire),
  underPseudonyms(codeSearch, codesOfGroup),
  underPseudonyms(memoSearch, memosOfGroup),
  underPseudonyms(claimSearch, claimsOfGroup),
  underPseudonyms(actionSearch, actionsOfGroup),
  underPseudonyms(effectSearch, effectsOfGroup),
  underPseudonyms(recommendations.recommendationSearch, recommendations.ofGroup.recommendation),
  underPseudonyms(recommendations.answerSearch, recommendations.ofGroup.answer),
  underPseudonyms(questionSearch, ofGroup.question),
  underPseudonyms(stageTextSearch, ofGroup.stageText),
  underPseudonyms(contextCardSearch, ofGroup.contextCard),
  underPseudonyms(expertiseSearch, ofGroup.record('expertise')),
  underPseudonyms(successSignSearch, ofGroup.record('success_signs')),
  underPseudonyms(stanceSearch, ofGroup.record('reference_stances')),
  underPseudonyms(commentSearch(abouts), ofGroup.comment),
  underPseudonyms(writeUps.writeUpSearch, writeUps.ofGroup.writeUp),
  underPseudonyms(writeUps.submittedSearch, writeUps.ofGroup.submitted),
  underPseudonyms(shortReportSearch, shortReportsOfGroup),
  reportTextSearch,
  publishedSearch,
]

const named: Directory['kinds'] = [
  ...searchables.map(({ kind, one, many }) => ({ names: [kind, one, many], kinds: [kind] })),
  ...kinds.map(({ key, name }) => ({ names: [key, name, `${name}s`], kinds: [key] })),
  { names: ['evidence', 'piece', 'pieces'], kinds: ['piece', 'text', 'passage'] },
  { names: ['document', 'documents'], kinds: ['document'] },
  { names: ['transcript', 'transcripts'], kinds: ['transcript'] },
  { names: ['challenge', 'challenges'], kinds: ['challenge'] },
  { names: ['stage', 'stages'], kinds: ['stage-text'] },
  { names: ['knowledge', 'reference', 'references', 'source', 'sources'], kinds: ['published-knowledge'] },
  {
    names: ['report', 'reports', 'termly report', 'termly reports'],
    kinds: ['short-report', 'report-text', 'published report'],
  },
]

export const findable: Findable = {
  searchables,
  directory: {
    kinds: named,
    stages: stages.map(({ key, name }) => ({ id: key, name })),
    schools: schoolsKnownTo,
    groups: groupsKnownTo,
    people: peopleKnownTo,
    readers: readersOf,
  },
}

import { groupsOwn } from '../enquiries/whose.js'
import { passageSearch, passagesOfGroup } from '../evidence/searching/passage-search.js'
import { belongsTo, nothingInTheYear, room, stays } from '../room.js'
import { codingFollowers, readingLetters } from './blind-readings/letters.js'
import { codebookStays } from './codebook/staying.js'
import { codingFacts } from './facts.js'
import { codingRoutes } from './routes.js'
import { blankMemos } from './memos/blanking.js'
import { dependentCodings } from './dependants.js'
import { byCode } from './narrowing-evidence.js'
import { codeTogether } from './coding-together.js'
import { codesOnPiece } from './on-piece.js'
import { codesOnStage } from './on-stage.js'
import { codesOfGroup, codeSearch, memoSearch, memosOfGroup, unlessReadBlind } from './searching.js'
import { whoSeesCoding } from './who-sees-what.js'

export const coding = room({
  name: 'coding',
  about: 'the codebook, coded passages, memos, blind second readings',
  routes: codingRoutes,

  tables: {
    codes: belongsTo('group_id', 'groups'),
    blind_readings: belongsTo('group_id', 'groups', {}, row => row.compared_at !== null),
    blind_reading_codes: belongsTo('reading_id', 'blind_readings', { code_id: 'codes' }),
    blind_reading_pieces: belongsTo('reading_id', 'blind_readings', { evidence_id: 'evidence' }),
    codings: belongsTo('group_id', 'groups', {
      code_id: 'codes',
      passage_id: 'passages',
      reading_id: 'blind_readings',
    }),
    memos: belongsTo('group_id', 'groups', { code_id: 'codes', passage_id: 'passages', reading_id: 'blind_readings' }),
    memo_words: belongsTo('memo_id', 'memos'),
    differences: belongsTo('reading_id', 'blind_readings', { passage_id: 'passages' }),
    difference_codes: belongsTo('difference_id', 'differences'),
    difference_remarks: belongsTo('difference_id', 'differences'),
    coding_imports: stays('passing'),
    coding_acts: stays('what can still be undone, by those who did it'),
    coding_changes: stays('what can still be undone, by those who did it'),
  },
  whoSees: whoSeesCoding,
  whose: {
    codes: groupsOwn('codes'),
    memos: groupsOwn('memos'),
    readings: groupsOwn('blindReadings'),
  },
  namesBelong: {},
  texts: [],

  groupTabs: [
    {
      tab: 'codes',
      part: 'evidence',
      text: 'Codes',
      path: '/codes',
      for: 'members',
      finds: 'codebook, coding, passages, themes, blind reading, QualCoder, NVivo, REFI-QDA, bring in a project',
    },
  ],
  networkTabs: [],
  help: { codes: 'codes', coding: 'codes', codings: 'codes', memos: 'codes', readings: 'codes' },

  facts: codingFacts,
  letters: readingLetters,
  followers: codingFollowers,

  onStage: [codesOnStage],
  onPiece: [codesOnPiece],
  onMany: [codeTogether],
  onNetwork: [],
  waiting: {},
  inTheYear: nothingInTheYear,

  searchables: [
    { ...unlessReadBlind(passageSearch), ofGroup: passagesOfGroup },
    { ...codeSearch, ofGroup: codesOfGroup },
    { ...memoSearch, ofGroup: memosOfGroup },
  ],
  threads: {},
  narrows: [byCode],
  marks: [],
  holdsSchools: [],

  dependants: [dependentCodings],
  erases: [blankMemos],
  carriesForward: [{ carries: codebookStays }],
  beforeLeaving: [],
})

import type { Db } from '../../database.js'
import type { Term } from '../../networks/tables.js'
import { stageNamed, stages } from '../../stages.js'
import { listed } from '../../words/words.js'
import type { ShortReportField } from './fields.js'
import { evidenceIn } from '../what-happened/evidence-logged.js'
import { movedIn, namesOfGroups, type StageMove, stageMoves } from '../what-happened/movements.js'
import { recommendationsCounted, responsesOf } from '../what-happened/recommendations-in-records.js'
import {
  disputed,
  doneInWords,
  learned as learnedSaid,
  movedOn,
  needsAnotherSchool,
  suspected,
  wentBack,
} from '../sentences.js'
import { actionsIn, type ClaimInTerm, claimsIn } from '../what-happened/what-happened.js'
import { windowOf } from '../what-happened/window.js'
import { takingPart } from '../../people/roles/roles.js'

/** What the records tell of a group's term, as the first words of its short report: nobody retypes what was logged. */
export async function composedShortReport(
  db: Db,
  groupId: string,
  term: Term,
): Promise<Record<ShortReportField, string>> {
  const window = await windowOf(db, term)
  const scope = { groupId }
  const moves = stageMoves(await movedIn(db, await namesOfGroups(db, scope), window))
  const claims = await claimsIn(db, scope, window)
  const actions = await actionsIn(db, scope, window)
  const done = doneInWords({
    ...(await evidenceIn(db, scope, window)),
    claims: claims.length,
    actions: actions.length,
    recommendations: recommendationsCounted(await responsesOf(db, scope), window).sent,
  })
  const learned = [
    moves
      .filter(isOn)
      .map(({ sentence }) => asItem(sentence))
      .join('\n'),
    ...claims.filter(isLearned).map(one => learnedSaid(one.claim, one.strength, one.against)),
  ]
  const open = claims
    .filter(one => one.held && !isLearned(one))
    .map(one => (one.strength === 'a hunch' ? suspected(one.claim) : disputed(one.claim, one.for, one.against.length)))
  return {
    progress: [
      moves.map(moveInWords).join(' '),
      done.length > 0 ? `We ${listed(done)}.` : '',
      actions.map(asItem).join('\n'),
      open.length > 0 ? `Still open:\n\n${open.map(asItem).join('\n')}` : '',
    ]
      .filter(Boolean)
      .join('\n\n'),
    learned: learned.filter(Boolean).join('\n\n'),
    need: await needsOf(db, groupId),
  }
}

/** A hunch, or what as much speaks against as for, is not learned yet. */
function isLearned(one: ClaimInTerm): one is ClaimInTerm & { strength: 'fairly sure' | 'sure' } {
  return one.held && one.strength !== 'a hunch' && one.against.length < one.for
}

function isOn({ from, to }: StageMove): boolean {
  const place = (stage: string) => stages.findIndex(one => one.key === stage)
  return place(to) > place(from)
}

function moveInWords(move: StageMove): string {
  const { from, to, sentence } = move
  return isOn(move) ? movedOn(stageNamed(from).name, stageNamed(to).name) : wentBack(stageNamed(to).name, sentence)
}

async function needsOf(db: Db, groupId: string): Promise<string> {
  const rows = await db
    .selectFrom('groupPeople')
    .select('schoolId')
    .distinct()
    .where('groupId', '=', groupId)
    .where('leftAt', 'is', null)
    .where('role', 'in', takingPart)
    .execute()
  return rows.length < 2 ? needsAnotherSchool : ''
}

function asItem(words: string): string {
  return `- ${words.replace(/\s+/g, ' ').trim()}`
}

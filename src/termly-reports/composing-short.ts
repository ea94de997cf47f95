import type { Db } from '../database.js'
import type { Term } from '../networks/tables.js'
import { stageNamed } from '../stages.js'
import { listed, plural } from '../web/words.js'
import type { ShortReportField } from './fields.js'
import { type Window, windowOf } from './window.js'

/** What the records tell of a group's term, as the first words of its short report: nobody retypes what was logged. */
export async function composedShortReport(
  db: Db,
  groupId: string,
  term: Term,
): Promise<Record<ShortReportField, string>> {
  const window = await windowOf(db, term)
  const moves = await movesIn(db, groupId, window)
  return {
    progress: [movesInWords(moves), await doneInWords(db, groupId, window)].filter(Boolean).join('\n\n'),
    learned: [...moves.filter(move => move.on).map(move => move.sentence), ...(await claimsIn(db, groupId, window))]
      .map(asItem)
      .join('\n'),
    need: await needsOf(db, groupId),
  }
}

interface Move {
  from: string
  to: string
  sentence: string
  on: boolean
}

async function movesIn(db: Db, groupId: string, { from, until }: Window): Promise<Move[]> {
  const rows = await db
    .selectFrom('stageMoves')
    .innerJoin('enquiries', 'enquiries.id', 'stageMoves.enquiryId')
    .selectAll('stageMoves')
    .where('enquiries.groupId', '=', groupId)
    .where('stageMoves.movedAt', '>=', from)
    .where('stageMoves.movedAt', '<', until)
    .orderBy('stageMoves.movedAt')
    .execute()
  const place = (stage: string) => ['context', 'purpose', 'evidence', 'action', 'evaluation'].indexOf(stage)
  return rows.map(row => ({
    from: row.fromStage,
    to: row.toStage,
    sentence: row.sentence,
    on: place(row.toStage) > place(row.fromStage),
  }))
}

function movesInWords(moves: Move[]): string {
  const said = moves.map(({ from, to, sentence, on }) =>
    on
      ? `We moved on from ${stageNamed(from).name} to ${stageNamed(to).name}.`
      : `We went back to ${stageNamed(to).name}: ${sentence}`,
  )
  return said.join(' ')
}

async function doneInWords(db: Db, groupId: string, { from, until }: Window): Promise<string> {
  const pieces = await db
    .selectFrom('evidence')
    .select(['id', 'kind'])
    .where('groupId', '=', groupId)
    .where('sharedWithGroupAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .where('loggedAt', '>=', from)
    .where('loggedAt', '<', until)
    .execute()
  const schools =
    pieces.length === 0
      ? []
      : await schoolsOfPieces(
          db,
          pieces.map(piece => piece.id),
        )
  const claims = await db
    .selectFrom('claims')
    .select('id')
    .where('groupId', '=', groupId)
    .where('madeAt', '>=', from)
    .where('madeAt', '<', until)
    .execute()
  const actions = await db
    .selectFrom('actions')
    .select('action')
    .where('groupId', '=', groupId)
    .where('removedAt', 'is', null)
    .where('agreedAt', '>=', from)
    .where('agreedAt', '<', until)
    .execute()
  const recommendations = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .select('recommendations.id')
    .distinct()
    .where('recommendations.groupId', '=', groupId)
    .where('responses.sentAt', '>=', from)
    .where('responses.sentAt', '<', until)
    .execute()
  const done = [
    pieces.length > 0
      ? `logged ${plural(pieces.length, 'piece', 'pieces')} of evidence${schools.length > 1 ? ` from ${schools.length} schools` : ''}`
      : '',
    claims.length > 0 ? `made ${plural(claims.length, 'claim', 'claims')}` : '',
    actions.length > 0 ? `agreed to ${plural(actions.length, 'action', 'actions')}` : '',
    recommendations.length > 0
      ? `sent ${plural(recommendations.length, 'recommendation', 'recommendations')} to schools`
      : '',
  ].filter(Boolean)
  const tried = actions.length > 0 ? `\n\n${actions.map(({ action }) => asItem(action)).join('\n')}` : ''
  return done.length > 0 ? `We ${listed(done)}.${tried}` : ''
}

async function schoolsOfPieces(db: Db, ids: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('evidenceSchools')
    .select('schoolId')
    .distinct()
    .where('evidenceId', 'in', ids)
    .execute()
  return rows.map(row => row.schoolId)
}

/** Claims made in the term and still held, in the group's own words. */
async function claimsIn(db: Db, groupId: string, { from, until }: Window): Promise<string[]> {
  const rows = await db
    .selectFrom('claims')
    .select('claim')
    .where('groupId', '=', groupId)
    .where('retiredAt', 'is', null)
    .where('madeAt', '>=', from)
    .where('madeAt', '<', until)
    .orderBy('number')
    .execute()
  return rows.map(row => row.claim)
}

async function needsOf(db: Db, groupId: string): Promise<string> {
  const rows = await db
    .selectFrom('groupPeople')
    .select('schoolId')
    .distinct()
    .where('groupId', '=', groupId)
    .where('leftAt', 'is', null)
    .where('role', '<>', 'facilitator')
    .execute()
  return rows.length < 2 ? 'A volunteer from a second school.' : ''
}

function asItem(words: string): string {
  return `- ${words.replace(/\s+/g, ' ').trim()}`
}

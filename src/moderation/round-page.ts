import type { Db } from '../database.js'
import { namesOf } from '../people/people.js'
import { agreementOn, apart } from './agreeing/agreement.js'
import { agreedOn } from './agreeing/agreeing.js'
import { inWords } from './examples/examples.js'
import type { OpenedRound } from './finding.js'
import { judgementsOf, whoHasJudged } from './judging/judgements.js'
import { openWishesOf } from './letting-in/wishes.js'
import type { PieceLine, RoundLine, RoundPage, RoundState } from './pages.js'
import {
  leadsRound,
  mayChangeSheet,
  mayChooseJudges,
  mayPutPieces,
  maySeeJudgements,
  mayTakePieceOut,
} from './permissions.js'
import { missingInWords, nameOfPiece, piecesOf } from './pieces/pieces.js'
import { sheetsToCopy } from './preparing/sheets-to-copy.js'
import type { FoundRound } from './rounds.js'
import type { ModerationRound } from './tables.js'

export function stateOf({ begunAt, openedAt, finishedAt }: ModerationRound): RoundState {
  if (finishedAt) return 'finished'
  if (openedAt) return 'open'
  return begunAt ? 'judging' : 'preparing'
}

export function roundLine({ round }: FoundRound): RoundLine {
  const { networkId, id, title, about, judgeBy } = round
  return { href: `/networks/${networkId}/moderation/${id}`, title, about, state: stateOf(round), judgeBy }
}

/** A round, as somebody who judges in it or leads it sees it: before it is opened, who has judged and nothing of what. */
export async function roundPage(db: Db, there: OpenedRound): Promise<RoundPage> {
  const { person, head, round, judges, sheet, address, listAddress } = there
  const found = await piecesOf(db, person, round)
  const ids = found.map(one => one.piece.id)
  const judged = await whoHasJudged(db, ids)
  const lead = leadsRound(person, there)
  const here = judges.filter(one => one.leftAt === null)
  const mine = new Set(judged.filter(one => one.personId === person.id).map(one => one.pieceId))
  const isJudge = here.some(one => one.personId === person.id)
  const state = stateOf(round)
  const seen = ids.filter(id => maySeeJudgements(person, there, mine.has(id)))
  const judgements = await judgementsOf(db, seen)
  const agreed = await agreedOn(db, ids)
  const name = await namesOf(db, [round.leaderId])
  const open = found.find(one => isJudge && !mine.has(one.piece.id) && one.piece.agreedAt === null)
  const pieces = found.map((one): PieceLine => {
    const { id } = one.piece
    const said = judgements.filter(judgement => judgement.pieceId === id)
    return {
      ...{
        id,
        href: `${address}/pieces/${id}`,
        name: nameOfPiece(one),
        school: state === 'preparing' ? one.school : '',
        judged: mine.has(id),
      },
      agreed: one.piece.agreedAt
        ? inWords(sheet, agreed.get(id) ?? {})
            .map(level => level.level)
            .join(', ')
        : '',
      talk: !one.piece.agreedAt && apart(sheet, said) > 0,
      takeOut: mayTakePieceOut(person, there, one.piece) ? `${address}/pieces/${id}/removal` : '',
    }
  })
  const waitsFor = here.filter(one =>
    ids.some(id => !judged.some(by => by.pieceId === id && by.personId === one.personId)),
  )
  return {
    title: round.title,
    ...{ head, address, listAddress, round, state, leader: name(round.leaderId), pieces },
    sheet: sheet.map(({ id, name: called, levels }) => ({ id, name: called, levels })),
    judges: here.map(one => ({
      id: one.personId,
      name: one.name,
      done: state === 'judging' && lead ? (waitsFor.includes(one) ? 'still judging' : 'has judged all') : '',
    })),
    left: judges.filter(one => one.leftAt !== null).map(one => ({ name: one.name, word: one.leavingWord })),
    missing: await missing(db, round, found.length),
    lacks: lacks(there, found.length),
    next: state === 'judging' || state === 'open' ? nextFor(address, open?.piece.id, ids.length > mine.size) : null,
    agreement: state === 'open' || state === 'finished' ? agreementOn(sheet, judgements) : [],
    wishes:
      lead && mayChooseJudges(person, there)
        ? (await openWishesOf(db, [round.id])).map(one => ({ id: one.personId, name: one.name, word: one.word }))
        : [],
    sheets: mayChangeSheet(person, there) && sheet.length === 0 ? await sheetsToCopy(db, person, round) : [],
    waitsFor: lead ? waitsFor.map(one => one.name) : [],
    own: isJudge,
    me: person.id,
    may: {
      lead,
      sheet: mayChangeSheet(person, there),
      judges: mayChooseJudges(person, there),
      put: mayPutPieces(person, there),
    },
  }
}

function nextFor(address: string, id: string | undefined, more: boolean): RoundPage['next'] {
  return id && more ? { href: `${address}/pieces/${id}`, text: 'Judge the next piece' } : null
}

/** What stops it from beginning. */
export function lacks({ sheet, judges }: OpenedRound, pieces: number): string[] {
  return [
    ...(sheet.length === 0 ? ['a sheet: what is looked at, with its levels'] : []),
    ...(pieces === 0 ? ['pupils’ work to judge'] : []),
    ...(judges.filter(one => one.leftAt === null).length < 2 ? ['two colleagues at least who judge'] : []),
  ]
}

async function missing(db: Db, round: ModerationRound, shown: number): Promise<string> {
  const { all } = await db
    .selectFrom('moderationPieces')
    .select(eb => eb.fn.countAll<number>().as('all'))
    .where('roundId', '=', round.id)
    .executeTakeFirstOrThrow()
  const gone = Number(all) - shown
  return gone > 0 ? missingInWords(gone) : ''
}

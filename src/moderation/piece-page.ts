import type { Db } from '../database.js'
import { textInPlace } from '../texts/in-place.js'
import { saverOf } from '../texts/texts.js'
import { type FormState, formOf } from '../web/read.js'
import { dayAndTime } from '../words/words.js'
import { agreedOn, reasonNow, theReason } from './agreeing/agreeing.js'
import { inWords } from './examples/examples.js'
import type { OpenedRound } from './finding.js'
import { type Judgement, judgementsOf } from './judging/judgements.js'
import { fieldOf, filledSheet } from './judging/reading-sheet.js'
import type { PiecePage } from './pages.js'
import {
  mayAgree,
  mayCoverPictures,
  mayJudge,
  maySeeJudgements,
  mayTakePieceOut,
  mayWriteReason,
} from './permissions.js'
import { type FoundPiece, nameOfPiece, piecesOf } from './pieces/pieces.js'
import { reasonKind } from './pieces/putting-in.js'
import { shownPiece } from './pieces/showing.js'
import { levelNamed } from './preparing/sheet.js'

/** A piece in its round: to be judged alone, and once the round is open, with what each said side by side. */
export async function piecePage(
  db: Db,
  there: OpenedRound,
  found: FoundPiece,
  forms: { sheet?: FormState; agreeing?: FormState } = {},
): Promise<PiecePage> {
  const { person, head, round, sheet, address } = there
  const { piece } = found
  const [mine] = await judgementsOf(db, [piece.id], person.id)
  const hasJudged = mine !== undefined
  const judges = mayJudge(person, there, piece, hasJudged)
  const sees = maySeeJudgements(person, there, hasJudged)
  const all = sees ? await judgementsOf(db, [piece.id]) : null
  const agreed = (await agreedOn(db, [piece.id])).get(piece.id)
  const isAgreed = piece.agreedAt !== null && sees
  return {
    title: nameOfPiece(found),
    ...{ head, over: { text: round.title, href: address }, address: `${address}/pieces/${piece.id}` },
    piece: shownPiece(found, `${address}/pieces/${piece.id}`, mayCoverPictures(person, there, piece)),
    sheet: sheet.map(({ id, name, levels }) => ({ id, name, levels })),
    form: judges ? (forms.sheet ?? (mine ? filledSheet(mine.marks, mine.because) : formOf())) : null,
    saved: hasJudged,
    judgements: all && all.map(one => sideBySide(there, one)),
    reason: mayWriteReason(person, there, piece, hasJudged) ? await reason(db, found) : null,
    agreed: isAgreed ? { reason: piece.reason, levels: inWords(sheet, agreed ?? {}) } : null,
    agreeing: mayAgree(person, there) && sees && !isAgreed ? (forms.agreeing ?? suggested(there, all ?? [])) : null,
    next: await nextPiece(db, there, found),
    round: { opened: round.openedAt !== null, finished: round.finishedAt !== null },
    may: { again: mayAgree(person, there) && isAgreed, takeOut: mayTakePieceOut(person, there, piece) },
  }
}

function sideBySide({ sheet }: OpenedRound, { name, because, marks }: Judgement) {
  return {
    ...{ name, because },
    levels: sheet.map(criterion => ({
      criterion: criterion.name,
      level: levelNamed(criterion, marks[criterion.id] ?? 0),
    })),
  }
}

/** Where all gave the same level there is nothing to choose. */
function suggested({ sheet }: OpenedRound, all: Judgement[]): FormState {
  const alike = sheet.flatMap(criterion => {
    const levels = [...new Set(all.flatMap(({ marks }) => marks[criterion.id] ?? []))]
    return levels.length === 1 ? [[fieldOf(criterion), String(levels[0])] as const] : []
  })
  return formOf(Object.fromEntries(alike))
}

async function reason(db: Db, { piece }: FoundPiece) {
  const now = await reasonNow(db, piece)
  const saved = now.savedAt ? `Last saved ${dayAndTime(now.savedAt)} by ${await saverOf(db, now)}` : ''
  const words = {
    label: 'Why: written together',
    hint: 'What in the work decided it, without your names: it stays beside the piece for others.',
    rows: 5,
  }
  return { ...textInPlace({ kind: reasonKind, owner: piece.id, field: theReason }, { [theReason]: now }, words), saved }
}

/** The next piece of the round behind this one, so that judging goes on without going back. */
async function nextPiece(db: Db, there: OpenedRound, { piece }: FoundPiece): Promise<PiecePage['next']> {
  const others = await piecesOf(db, there.person, there.round)
  const next = others.find(one => one.piece.number > piece.number)
  return next ? { href: `${there.address}/pieces/${next.piece.id}`, text: nameOfPiece(next) } : null
}

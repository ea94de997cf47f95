import { inOne } from '../../../database.js'
import type { House } from '../../../house.js'
import { agree, theReason } from '../../../moderation/agreeing/agreeing.js'
import { judge } from '../../../moderation/judging/judgements.js'
import { piecesOf } from '../../../moderation/pieces/pieces.js'
import { putOwnPiece, reasonKind } from '../../../moderation/pieces/putting-in.js'
import { askJudge } from '../../../moderation/preparing/judges.js'
import { addCriterion, sheetOf } from '../../../moderation/preparing/sheet.js'
import { beginRound, findRound, finishRound, openRound, prepareRound } from '../../../moderation/rounds.js'
import { findNetwork } from '../../../networks/networks.js'
import { putText } from '../../../texts/texts.js'
import { daysAfter } from '../../../web/now.js'
import { type DemoRound, rounds } from '../../material/together/moderation.js'
import { castPerson, type Deed, moment } from '../deeds.js'

/** Colleagues of several schools judge the same pieces: first alone, then together. */
export function moderationDeeds(house: House): Deed[] {
  return rounds.flatMap(round => new RoundStory(house, round).deeds())
}

class RoundStory {
  #id = ''

  constructor(
    private readonly house: House,
    private readonly told: DemoRound,
  ) {}

  deeds(): Deed[] {
    const { on, begunOn, openedOn, agreedOn, judges } = this.told
    return [
      { at: moment(on, '16:35'), act: () => this.prepare() },
      { at: moment(begunOn, '12:40'), act: () => this.turn(beginRound) },
      ...judges.map((person, place) => ({
        at: moment(daysAfter(begunOn, 2 + place), '19:20'),
        act: () => this.judgeAlone(person),
      })),
      ...(openedOn ? [{ at: moment(openedOn, '15:50'), act: () => this.turn(openRound) }] : []),
      ...(agreedOn
        ? [
            { at: moment(agreedOn, '16:10'), act: () => this.agreeTogether() },
            { at: moment(agreedOn, '17:30'), act: () => this.turn(finishRound) },
          ]
        : []),
    ]
  }

  async #found(by: string) {
    const person = await castPerson(this.house, by)
    return { person, ...(await findRound(this.house.db, person, this.told.network, this.#id)) }
  }

  async prepare(): Promise<void> {
    const { db } = this.house
    const { network, by, title, about, judgeBy, sheet, pieces, judges } = this.told
    const leader = await castPerson(this.house, by)
    const of = await findNetwork(db, leader, network)
    const round = await inOne(db, trx => prepareRound(trx, of, leader, { title, about, judgeBy }))
    this.#id = round.id
    await inOne(db, async trx => {
      for (const criterion of sheet) await addCriterion(trx, round, leader, criterion)
      for (const person of judges) await askJudge(trx, round, leader, person)
    })
    for (const { title: called, words, by: bringer, school } of pieces) {
      const person = await castPerson(this.house, bringer)
      const piece = { title: called, words, schoolId: school, seen: 'no one', givenBy: '', endsOn: null } as const
      await inOne(db, trx => putOwnPiece(trx, round, person, { ...piece, goesTo: 'network' }, []))
    }
  }

  async turn(verb: typeof beginRound): Promise<void> {
    const { person, round } = await this.#found(this.told.by)
    await inOne(this.house.db, trx => verb(trx, round, person))
  }

  async judgeAlone(by: string): Promise<void> {
    const { db } = this.house
    const { person, round } = await this.#found(by)
    const sheet = await sheetOf(db, round)
    const pieces = await piecesOf(db, person, round)
    for (const [place, { said }] of this.told.pieces.entries()) {
      const own = said[by]
      if (!own) continue
      const marks = Object.fromEntries(sheet.map((criterion, at) => [criterion.id, own.levels[at]!]))
      await inOne(db, trx => judge(trx, pieces[place]!.piece, person, { marks, because: own.because ?? '' }))
    }
  }

  async agreeTogether(): Promise<void> {
    const { db } = this.house
    const { person, round } = await this.#found(this.told.by)
    const sheet = await sheetOf(db, round)
    const pieces = await piecesOf(db, person, round)
    for (const [place, { agreed }] of this.told.pieces.entries()) {
      if (!agreed) continue
      const { piece } = pieces[place]!
      const marks = Object.fromEntries(sheet.map((criterion, at) => [criterion.id, agreed.levels[at]!]))
      await inOne(db, async trx => {
        await putText(trx, { kind: reasonKind, owner: piece.id, field: theReason }, agreed.reason, person)
        await agree(trx, piece, person, marks)
      })
    }
  }
}

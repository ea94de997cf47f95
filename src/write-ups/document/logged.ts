import { chosenBy, unread } from '../../names/names.js'
import { byNameOutside } from '../../names/order-outside.js'
import { type ActionInView, actionsOf } from '../../actions/actions.js'
import { type ClaimInView, claimsOf } from '../../claims/claims.js'
import { coverageOf } from '../../claims/coverage/coverage.js'
import { unansweredIn } from '../../enquiries/comments/comments.js'
import { whoEverTookPart } from '../../groups/people.js'
import { mentionsIn, withoutMentions } from '../../enquiries/comments/mentions.js'
import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import {
  type CardOfSchool,
  contextCardsOf,
  expertiseOf,
  leverageOf,
  movesOf,
  successSignsOf,
} from '../../enquiries/records/records.js'
import type { Expertise, LeverageTest, StageMove, SuccessSign } from '../../enquiries/tables.js'
import type { Piece } from '../../evidence/evidence.js'
import { hindrancesIn } from '../../evidence/sharing/publishable.js'
import { type FormerlyInGroup, formerPeopleOf, type InGroup, peopleOf } from '../../groups/people.js'
import { seenOutside } from '../../instruments/measures/readings.js'
import { referencesOf, saidOf } from '../../knowledge/references/references.js'
import type { Reader } from '../../names/reader.js'
import { type AnsweredPart, answeredParts } from '../../question-parts/answers.js'
import { recommendationsOf, type RecommendationWithResponses } from '../../recommendations/recommendations.js'
import { textsOf } from '../../texts/texts.js'
import { type Named, namedIn, schoolsInOrder } from '../authors/authors.js'
import { writeUpOf } from '../write-ups.js'
import { piecesToCite } from './citing.js'
import { type EffectAt, effectsOf } from './effects.js'

/** Everything that a group logged in one cycle, as far as a write-up may tell it: no drafts, nothing withdrawn. */
export interface Logged {
  enquiry: Enquiry
  why: string
  /** How schools stand in what leaves the group. */
  inOrder: (one: { name: string }, other: { name: string }) => number
  /** By field, see stageFields; empty where nothing was written. */
  words: (field: string) => string
  named: Named
  people: InGroup[]
  former: FormerlyInGroup[]
  cards: CardOfSchool[]
  expertise: (Expertise & { school: string | null })[]
  leverage: LeverageTest[]
  signs: SuccessSign[]
  /** What published knowledge does to the group's thinking, with the key of each work. */
  knowledge: { stance: string; sentence: string; key: string }[]
  moves: StageMove[]
  pieces: Piece[]
  /** Pieces that may be shown to anybody as they are: quotations and pictures are taken from these. */
  mayGoOut: Set<string>
  claims: ClaimInView[]
  actions: ActionInView[]
  effects: EffectAt[]
  recommendations: RecommendationWithResponses[]
  /** The parts of the question, with what answers each; none where it is one question. */
  parts: AnsweredPart[]
  /** Challenges to this cycle that nobody has answered; those from outside the group without their words. */
  challenges: { aboutKind: string; aboutId: string; body: string | null }[]
  decision: { decision: string; because: string } | undefined
  nextQuestion: string | undefined
}

/** @param person a member of the group */
export async function whatWasLogged(db: Db, enquiry: Enquiry, person: Reader): Promise<Logged> {
  const texts = await textsOf(db, 'stage', enquiry.id)
  const names = await chosenBy(db, enquiry.groupId)
  const pieces = (await piecesToCite(db, enquiry.groupId, names)).filter(piece => !piece.gap)
  const inOrder = byNameOutside(names)
  const citable = new Set(pieces.map(piece => piece.id))
  const claims = (await claimsOf(db, person, enquiry)).filter(claim => !claim.retiredAt)
  const actions = await actionsOf(db, person, enquiry, seenOutside)
  const recommendations = (await recommendationsOf(db, person, enquiry)).map(found => found.recommendation)
  return {
    enquiry,
    why: await whyOf(db, enquiry),
    inOrder,
    words: field => unread(texts[field]?.body ?? '').trim(),
    named: schoolsInOrder(await namedIn(db, await writeUpOf(db, enquiry), enquiry), names),
    people: await peopleOf(db, enquiry.groupId),
    former: await formerPeopleOf(db, enquiry.groupId),
    cards: await contextCardsOf(db, enquiry),
    expertise: await expertiseOf(db, enquiry),
    leverage: await leverageOf(db, enquiry),
    signs: await successSignsOf(db, enquiry),
    knowledge: await whatIsPublished(db, enquiry),
    moves: await movesOf(db, enquiry),
    pieces: pieces.filter(piece => piece.enquiryId === enquiry.id),
    mayGoOut: thoseThatMayGoOut(pieces),
    claims: claims.map(claim => asFarAsCitable(claim, citable, inOrder)),
    actions: actions.map(action => ({
      ...action,
      schools: action.schools.toSorted(inOrder),
      measures: action.measures.toSorted((one, other) => inOrder({ name: one.school }, { name: other.school })),
      evidence: action.evidence.filter(piece => citable.has(piece.id)),
    })),
    effects: await effectsOf(
      db,
      actions.map(action => action.id),
      citable,
      inOrder,
    ),
    recommendations: recommendations
      .filter(one => one.responses.length > 0 && one.withdrawnAt === null)
      .map(one => ({
        ...one,
        responses: one.responses.toSorted((first, second) =>
          inOrder({ name: first.schoolName }, { name: second.schoolName }),
        ),
        evidenceIds: one.evidenceIds.filter(id => citable.has(id)),
      })),
    parts: await answeredParts(db, person, enquiry),
    challenges: await challengesIn(db, enquiry, [...claims, ...actions]),
    ...(await whatWasDecided(db, enquiry)),
  }
}

/** A claim with what may be cited of its evidence; what is said of where it comes from is said of the same pieces. */
function asFarAsCitable(claim: ClaimInView, citable: Set<string>, inOrder: Logged['inOrder']): ClaimInView {
  const [speakFor, against] = [claim.for, claim.against].map(side => side.filter(({ piece }) => citable.has(piece.id)))
  const of = (side: ClaimInView['for']) => side.map(({ piece }) => piece)
  const coverage = coverageOf(of(speakFor!), of(against!))
  const schools = coverage.schools.toSorted((one, other) => inOrder({ name: one }, { name: other }))
  return { ...claim, for: speakFor!, against: against!, coverage: { ...coverage, schools } }
}

/**
 * Challenges to the stages, claims and actions of this cycle. Whoever challenges from outside was not asked whether their
 * words may be published, so they are counted only.
 */
async function challengesIn(db: Db, enquiry: Enquiry, things: { id: string }[]): Promise<Logged['challenges']> {
  const ids = new Set(things.map(one => one.id))
  const isOfThisCycle = (aboutId: string) => ids.has(aboutId) || aboutId.startsWith(`${enquiry.id}.`)
  const open = (await unansweredIn(db, enquiry)).filter(one => isOfThisCycle(one.aboutId))
  const own = await whoEverTookPart(db, enquiry.groupId)
  const mentions = await mentionsIn(
    db,
    open.flatMap(one => [one.id, one.carriedFrom ?? '']),
  )
  return open.map(one => ({ ...one, body: own.has(one.madeBy) ? withoutMentions(one, mentions) : null }))
}

async function whatIsPublished(db: Db, enquiry: Enquiry): Promise<Logged['knowledge']> {
  const keys = new Map((await referencesOf(db, enquiry.groupId)).map(one => [one.id, one.key]))
  const said = await saidOf(db, enquiry.names, { enquiryId: enquiry.id })
  return said.flatMap(({ stance, sentence, referenceId }) => {
    const key = keys.get(referenceId)
    return key ? [{ stance, sentence, key }] : []
  })
}

function thoseThatMayGoOut(pieces: Piece[]): Set<string> {
  const ids = pieces.map(piece => piece.id)
  const stopped = new Set(hindrancesIn(pieces, ids, 'public').map(finding => finding.piece.id))
  return new Set(ids.filter(id => !stopped.has(id)))
}

async function whatWasDecided(db: Db, enquiry: Enquiry) {
  const row = await db
    .selectFrom('enquiries')
    .select(['decision', 'decidedBecause'])
    .where('id', '=', enquiry.id)
    .executeTakeFirstOrThrow()
  const next = await db.selectFrom('enquiries').select('question').where('follows', '=', enquiry.id).executeTakeFirst()
  return {
    decision: row.decision
      ? { decision: row.decision, because: enquiry.names.read(row.decidedBecause) ?? '' }
      : undefined,
    nextQuestion: next && enquiry.names.read(next.question),
  }
}

async function whyOf(db: Db, { groupId, names }: Enquiry): Promise<string> {
  const { why } = await db.selectFrom('groups').select('why').where('id', '=', groupId).executeTakeFirstOrThrow()
  return names.read(why)
}

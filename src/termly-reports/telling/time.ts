import type { Db } from '../../database.js'
import type { Block } from '../../documents/document.js'
import { namesOutside, unread } from '../../names/names.js'
import type { Network, Term } from '../../networks/tables.js'
import { termBefore } from '../../networks/terms/terms.js'
import { listed, plural } from '../../words/words.js'
import { paragraph, tableOf } from './blocks.js'
import {
  actionsIn,
  claimsIn,
  doneInWords,
  effectsJudgedIn,
  evidenceIn,
  recommendationsIn,
  releaseDaysIn,
} from '../what-happened/what-happened.js'
import { type Window, windowOf } from '../what-happened/window.js'

/** What the network gave together, beside what came of it; never what one school gave more than another. */
export async function timeBlocks(db: Db, network: Network, term: Term): Promise<Block[]> {
  const window = await windowOf(db, term)
  const before = await termBefore(db, term)
  const days = await releaseDaysIn(db, network.id, term)
  const then = before ? await releaseDaysIn(db, network.id, before) : null
  return [
    ...(days !== null
      ? [
          paragraph(
            `Together, the groups used ${plural(days, 'day', 'days')} of release time this term${beside(days, then)}.`,
          ),
        ]
      : []),
    ...(days !== null ? await whatCameOfIt(db, network, window) : []),
    ...(await whatItWouldCost(db, network, window)),
  ]
}

function beside(days: number, then: number | null): string {
  if (then === null) return ''
  return days === then ? ', as many as last term' : `; last term ${plural(then, 'day', 'days')}`
}

async function whatCameOfIt(db: Db, network: Network, window: Window): Promise<Block[]> {
  const scope = { networkId: network.id }
  const effects = await effectsJudgedIn(db, scope, window)
  const done = [
    ...doneInWords({
      ...(await evidenceIn(db, scope, window)),
      claims: (await claimsIn(db, scope, window)).length,
      actions: (await actionsIn(db, scope, window)).length,
      recommendations: (await recommendationsIn(db, scope, window)).sent,
    }),
    ...(effects > 0 ? [`judged ${plural(effects, 'effect', 'effects')}, each in one school`] : []),
  ]
  return done.length > 0 ? [paragraph(`In that time, they ${listed(done)}.`)] : []
}

/** What the recommendations of the term ask of a school that takes them up. */
async function whatItWouldCost(db: Db, network: Network, { from, until }: Window): Promise<Block[]> {
  const rows = await db
    .selectFrom('recommendations')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('responses', 'responses.recommendationId', 'recommendations.id')
    .select([
      'recommendations.id',
      'recommendations.groupId',
      'recommendations.recommendation',
      'recommendations.releaseDays',
      'recommendations.cost',
    ])
    .distinct()
    .where('groups.networkId', '=', network.id)
    .where('recommendations.withdrawnAt', 'is', null)
    .where('responses.sentAt', '>=', from)
    .where('responses.sentAt', '<', until)
    .orderBy('recommendations.groupId')
    .orderBy('recommendations.number')
    .execute()
  const asking = rows.filter(row => row.releaseDays !== null || unread(row.cost).trim() !== '')
  if (asking.length === 0) return []
  const pseudonyms = namesOutside()
  return [
    tableOf(
      'What this term’s recommendations ask of a school that takes them up',
      ['Recommendation', 'Release time', 'And besides'],
      await Promise.all(
        asking.map(async ({ groupId, recommendation, releaseDays, cost }) => {
          const { read: words } = await pseudonyms.namesIn(db, groupId)
          const days = releaseDays === null ? '' : releaseDays === 0 ? 'none' : plural(releaseDays, 'day', 'days')
          return [words(recommendation), days, words(cost)]
        }),
      ),
    ),
  ]
}

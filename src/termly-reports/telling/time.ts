import type { Block } from '../../documents/document.js'
import { unread } from '../../names/names.js'
import { plural } from '../../words/words.js'
import { paragraph } from '../../documents/making-blocks.js'
import { tableOf } from './blocks.js'
import { recommendationsCounted } from '../what-happened/recommendations-in-records.js'
import type { TermInRecords } from '../what-happened/term-in-records.js'
import { doneInWords, inThatTime, releaseTimeUsed } from '../sentences.js'

/** What the network gave together, beside what came of it; never what one school gave more than another. */
export async function timeBlocks(records: TermInRecords, before: TermInRecords | undefined): Promise<Block[]> {
  const days = await records.releaseDays()
  const then = before ? await before.releaseDays() : null
  return [
    ...(days !== null ? [paragraph(releaseTimeUsed(days, then))] : []),
    ...(days !== null ? await whatCameOfIt(records) : []),
    ...(await whatItWouldCost(records)),
  ]
}

async function whatCameOfIt(records: TermInRecords): Promise<Block[]> {
  const done = doneInWords({
    ...(await records.evidence()),
    claims: (await records.claims()).length,
    actions: (await records.actions()).length,
    recommendations: recommendationsCounted(await records.responses(), await records.window()).sent,
    effects: await records.effectsJudged(),
  })
  return done.length > 0 ? [paragraph(inThatTime(done))] : []
}

/** What the recommendations of the term ask of a school that takes them up. */
async function whatItWouldCost(records: TermInRecords): Promise<Block[]> {
  const asking = (await records.costs()).filter(row => row.releaseDays !== null || unread(row.cost).trim() !== '')
  if (asking.length === 0) return []
  return [
    tableOf(
      'What this term’s recommendations ask of a school that takes them up',
      ['Recommendation', 'Release time', 'And besides'],
      await Promise.all(
        asking.map(async ({ groupId, recommendation, releaseDays, cost }) => {
          const { read: words } = await records.namesIn(groupId)
          const days = releaseDays === null ? '' : releaseDays === 0 ? 'none' : plural(releaseDays, 'day', 'days')
          return [words(recommendation), days, words(cost)]
        }),
      ),
    ),
  ]
}

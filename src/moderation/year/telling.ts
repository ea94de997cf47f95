import { paragraph } from '../../documents/making-blocks.js'
import type { BroughtReportPart, NewsOf } from '../../networks/year.js'
import { listed } from '../../words/words.js'
import { examplesIn } from '../examples/examples.js'

/** What was judged together in a term, in a sentence: nobody is named, no school told apart, and no work shown. */
export const moderationInReport: BroughtReportPart = {
  part: 'moderation',
  heading: 'Pupils’ work judged together',
  holds: 'What colleagues of several schools judged and agreed, without a name and without the work itself.',
  behind: 'projects',
  async blocks(db, network, _term, span) {
    const rounds = await db
      .selectFrom('moderationRounds')
      .select('title')
      .where('networkId', '=', network.id)
      .where('finishedAt', '>=', span.from)
      .where('finishedAt', '<', span.until)
      .orderBy('title')
      .execute()
    if (rounds.length === 0) return []
    const titles = listed(rounds.map(one => `“${one.title}”`))
    return [
      paragraph(
        `Colleagues of several schools judged the same pieces of pupils’ work, each alone and then together: ${titles}. What they agreed, and why, stays as examples for everybody who teaches in the network.`,
      ),
    ]
  },
}

/** New examples, for those who may read some of them. */
export const moderationNews: NewsOf = async (db, person, network, since) => {
  const { rows } = await examplesIn(db, person, network, { criterion: '', level: '' }, 1, 40)
  const fresh = rows.filter(one => one.piece.agreedAt! > since)
  const rounds = new Map(fresh.map(one => [one.round, one.piece.agreedAt!]))
  return [...rounds].map(([round, at]) => ({
    at,
    text: `New examples of pupils’ work that was judged together: “${round}”.`,
    href: `/networks/${network.id}/moderation/examples`,
  }))
}

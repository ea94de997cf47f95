import type { Db } from '../../database.js'
import type { Block, Inline } from '../../documents/document.js'
import { namesOutside } from '../../names/names.js'
import type { Network, Term } from '../../networks/tables.js'
import { bullets, text } from './blocks.js'
import { cyclesFinishedIn, groupsBegunIn, writeUpsPublishedIn } from '../what-happened/what-happened.js'
import { windowOf, within } from '../what-happened/window.js'

/** What came to a good end or a good beginning in the term, for everybody to be glad of. */
export async function celebratedIn(db: Db, network: Network, term: Term): Promise<Block[]> {
  const window = await windowOf(db, term)
  const scope = { networkId: network.id }
  const pseudonyms = namesOutside()
  const finished = [...new Set(await cyclesFinishedIn(db, scope, window))]
  const lines: Inline[][] = [
    ...finished.map(name => text(`${name} finished a cycle of its enquiry.`)),
    ...(await Promise.all(
      (await writeUpsPublishedIn(db, network.id, window)).map(async ({ title, slug, groupId }): Promise<Inline[]> => {
        const { read: words } = await pseudonyms.namesIn(db, groupId)
        const link: Inline = { kind: 'link', href: `/published/write-ups/${slug}`, inlines: text(words(title)) }
        return [link, ...text(' is published, for everybody to read.')]
      }),
    )),
    ...(await inPlaceIn(db, network, term)).map(text),
    ...(await groupsBegunIn(db, scope, window)).map(name => text(`${name} began.`)),
  ]
  return bullets(lines)
}

/** A school is named where its head agreed that the answer may be published. */
async function inPlaceIn(db: Db, network: Network, term: Term): Promise<string[]> {
  const window = await windowOf(db, term)
  const rows = await db
    .selectFrom('responses')
    .innerJoin('recommendations', 'recommendations.id', 'responses.recommendationId')
    .innerJoin('groups', 'groups.id', 'recommendations.groupId')
    .innerJoin('schools', 'schools.id', 'responses.schoolId')
    .select(['recommendations.recommendation', 'recommendations.groupId', 'responses.schoolId', 'schools.name'])
    .select(['responses.inPlaceAt', 'responses.publicAt'])
    .where('groups.networkId', '=', network.id)
    .where('recommendations.withdrawnAt', 'is', null)
    .where('responses.inPlaceAt', 'is not', null)
    .orderBy('schools.name')
    .execute()
  const pseudonyms = namesOutside()
  return Promise.all(
    rows
      .filter(row => within(row.inPlaceAt, window))
      .map(async row => {
        const { read: words, school } = await pseudonyms.namesIn(db, row.groupId)
        const where = row.publicAt
          ? `In place at ${school({ id: row.schoolId, name: row.name })}`
          : 'In place at one of our schools'
        return `${where}: ${words(row.recommendation)}`
      }),
  )
}

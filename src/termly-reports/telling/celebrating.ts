import type { Block, Inline } from '../../documents/document.js'
import { text } from '../../documents/making-blocks.js'
import { celebrated } from '../sentences.js'
import { bullets } from './blocks.js'
import { cyclesFinished, groupsBegun } from '../what-happened/movements.js'
import type { TermInRecords } from '../what-happened/term-in-records.js'
import { within } from '../what-happened/window.js'

/** What came to a good end or a good beginning in the term, for everybody to be glad of. */
export async function celebratedIn(records: TermInRecords): Promise<Block[]> {
  const moved = await records.moved()
  const finished = [...new Set(cyclesFinished(moved))]
  const lines: Inline[][] = [
    ...finished.map(name => text(celebrated.finished(name))),
    ...(await publishedIn(records)),
    ...(await putInPlaceIn(records)).map(text),
    ...groupsBegun(moved).map(name => text(celebrated.began(name))),
  ]
  return bullets(lines)
}

async function publishedIn(records: TermInRecords): Promise<Inline[][]> {
  return Promise.all(
    (await records.writeUps()).map(async ({ title, slug, groupId }): Promise<Inline[]> => {
      const { read: words } = await records.namesIn(groupId)
      const link: Inline = { kind: 'link', href: `/published/write-ups/${slug}`, inlines: text(words(title)) }
      return [link, ...text(celebrated.published)]
    }),
  )
}

/** Only where its head agreed that it may be told: an unnamed school would be known by subtraction. */
async function putInPlaceIn(records: TermInRecords): Promise<string[]> {
  const window = await records.window()
  return Promise.all(
    (await records.putInPlace())
      .filter(row => within(row.inPlaceAt, window))
      .map(async row => {
        const { read: words, school } = await records.namesIn(row.groupId)
        return celebrated.inPlace(school({ id: row.schoolId, name: row.name }), words(row.recommendation))
      }),
  )
}

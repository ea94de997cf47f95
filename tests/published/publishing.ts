import { brought } from '../../src/rooms.js'
import { beginAnew } from '../../src/search/renewing.js'
import type { Block, Document } from '../../src/documents/document.js'
import { hashOf } from '../../src/documents/hash.js'
import type { World } from '../world.js'
import { putOut } from './putting-out.js'

export const said = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] })

export const heading = (text: string): Block => ({
  kind: 'heading',
  level: 2,
  id: text.toLowerCase().replace(/\W+/g, '-'),
  inlines: [{ kind: 'text', text }],
})

export function documentWith(parts: Block[], more: Partial<Document> = {}): Document {
  return {
    title: 'Who chooses the book?',
    language: 'en-GB',
    kindOfDocument: 'Write-up',
    titlePage: { heading: 'Who chooses the book?', lines: ['By Sadia Rahman and Sam O’Neill'] },
    authors: [{ name: 'Sadia Rahman' }, { name: 'Sam O’Neill' }],
    contents: true,
    parts,
    foot: '',
    ...more,
  }
}

/** An edition as approval leaves it, of the write-up of the reading group. */
export async function editionOf(
  world: World,
  number: number,
  document: Document,
  more: { reason?: string; on?: string; ofId?: string; slug?: string } = {},
): Promise<void> {
  await world.db
    .insertInto('writeUps')
    .values({
      id: 'reading-write-up',
      groupId: 'reading',
      enquiryId: 'reading-1',
      slug: 'who-chooses',
      title: document.title,
      begunAt: '2026-09-01T10:00:00.000Z',
      begunBy: 'sadia',
      listsAllAt: null,
      listsAllBy: null,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const ofId = more.ofId ?? 'reading-write-up'
  await putOut(world, {
    id: `${ofId}-${number}`,
    networkId: 'hafren',
    ofKind: 'write-up',
    ofId,
    slug: more.slug ?? 'who-chooses',
    number,
    title: document.title,
    summary: 'What came of it.',
    document: JSON.stringify(document),
    hash: hashOf(document),
    reason: more.reason ?? '',
    publishedAt: `${more.on ?? `2026-0${number + 1}-01`}T10:00:00.000Z`,
    publishedBy: 'sadia',
    approvedBy: 'tomasz',
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnBecause: null,
  })
  await beginAnew(world.db, brought.searchables)
}

import { type Hindrance, isAboutDescription, publishable } from '../../evidence/sharing/publishable.js'
import type { Network, Term } from '../../networks/tables.js'
import { textOf } from '../../documents/to-text.js'
import { groupsWithKeys, namesAround, noticedAmong } from '../../keys/noticing.js'
import { networkAround } from '../../keys/noticing/who-is-no-pupil.js'
import type { DbAndKeys } from '../../keys/store.js'
import type { Block, Document } from '../../documents/document.js'
import { citedIn } from '../../write-ups/document/citing.js'

/**
 * Why a report may not go out as it is: each piece that it refers to, quotes or shows. A report that describes each of its
 * pictures need not wait for the piece to do so.
 */
export async function hindrancesInReport(
  house: DbAndKeys,
  network: Pick<Network, 'id'>,
  term: Pick<Term, 'slug'>,
  document: Document,
): Promise<ReportFinding[]> {
  const findings = await publishable(house.db, citedIn(document), 'public')
  const pieces = document.parts.every(isDescribed) ? findings.filter(finding => !isAboutDescription(finding)) : findings
  return [
    ...pieces,
    ...(await namesToAnswer(house, network.id, `/networks/${network.id}/reports/${term.slug}`, document)),
  ]
}

export interface ReportFinding extends Hindrance {
  /** Words that may name a pupil, and where it can be said that they do not. */
  name?: { words: string; address: string; back: string }
}

/** A name of a group's key is told to nobody who has not typed it; any other is to be answered before the report goes out. */
async function namesToAnswer(
  house: DbAndKeys,
  networkId: string,
  address: string,
  document: Document,
): Promise<ReportFinding[]> {
  const nowhere = { id: '', number: '', address: '' }
  const said = textOf(document)
  const network = await networkAround(house.db, networkId)
  const found: ReportFinding[] = []
  for (const group of await groupsWithKeys(house.db, networkId)) {
    const around = await namesAround(house, { groupId: group.id, networkId }, 'what leaves the group', network)
    if ((await noticedAmong(around, said)).some(one => one.inKey))
      found.push({
        kind: 'name',
        piece: nowhere,
        because: `A pupil’s name stands in the report, of the key of ${group.name}. Their code is to be written instead.`,
        mendAt: '',
      })
  }
  const noticed = await noticedAmong(await namesAround(house, { groupId: null, networkId }, null, network), said)
  for (const words of new Set(noticed.map(one => one.words)))
    found.push({
      kind: 'name',
      piece: nowhere,
      because: `“${words}” may be a pupil’s name.`,
      mendAt: '',
      name: { words, address, back: address },
    })
  return found
}

function isDescribed(block: Block): boolean {
  if (block.kind === 'figure') return block.alt.trim() !== ''
  if (block.kind === 'quotation') return block.blocks.every(isDescribed)
  return block.kind !== 'list' || block.items.every(item => item.blocks.every(isDescribed))
}

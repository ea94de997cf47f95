import { type Db, inOne, type Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { piecesWithIds } from '../../evidence/evidence.js'
import type { ErasingAlong } from '../../evidence/withdrawing/erasing-along.js'
import { eraseGap, removeFile } from '../../evidence/withdrawing/withdrawing.js'
import { eraseFile } from '../../files/erasing.js'
import type { House } from '../../house.js'
import { personById } from '../../people/people.js'
import type { Reader } from '../../names/reader.js'
import type { Searchable } from '../../search/searchables.js'
import { now } from '../../web/now.js'
import { type Place, placesOf } from '../looking/places.js'
import { finderOf } from '../looking/spots.js'
import { aboutRequest } from '../requests.js'
import { nothingSaid, type Said, saidIn, sealedFor } from '../said.js'
import type { DataRequest, Finding } from '../tables.js'
import { type At, giveWay } from './giving-way.js'
import { clearIndex, recordsThatHold, takeOutOfIndex } from './index-of-a-name.js'
import { marksOf } from './marks.js'

/**
 * Erases a pupil as two people have agreed: pieces and files wholly, and everywhere else the name gives way. All of it in one
 * transaction, so that nothing is half done; then the index, the log of the engine, the line of the key, and the words of the case
 * itself. It begins again from the beginning wherever it is cut short.
 */
export async function erasePupil(
  house: House,
  { erases, searchables }: { erases: ErasingAlong[]; searchables: Searchable[] },
  requestId: string,
): Promise<void> {
  const { db, keys } = house
  const request = await db.selectFrom('dataRequests').selectAll().where('id', '=', requestId).executeTakeFirst()
  if (!request?.erasureConfirmedBy || request.erasedAt) return
  const by = await personById(db, request.erasureConfirmedBy)
  if (!by) return
  const said = saidIn(keys, request)
  const indexed = await recordsThatHold(db, searchables, finderOf(said))
  const tables = await tablesWith(db, requestId)
  const places = await placesOf(house)
  await inOne(db, async trx => {
    await eraseWhatWasFound({ trx, house, places, request, said, by, erases })
    await takeOutOfIndex(trx, indexed)
    // The file of keys has no transaction in common with the database: it comes last.
    await outOfKeys(trx, keys, said)
  })
  await clearIndex(db)
  await house.engine.writeAnew({ db: db as never, tables })
}

/** The tables in which the name stood, and that of the index. */
async function tablesWith(db: Db, requestId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('dataRequestFindings')
    .select('place')
    .distinct()
    .where('requestId', '=', requestId)
    .execute()
  return [...new Set([...rows.map(row => row.place), 'readable_texts', 'passages', 'search_words'])]
}

interface Deed {
  trx: Trx
  house: House
  places: Place[]
  request: DataRequest
  said: Said
  by: Reader
  erases: ErasingAlong[]
}

async function eraseWhatWasFound({ trx, house, places, request, said, by, erases }: Deed): Promise<void> {
  const findings = await trx.selectFrom('dataRequestFindings').selectAll().where('requestId', '=', request.id).execute()
  const going = findings.filter(one => one.erasing !== 'leave' && one.how !== 'code')
  const wholly = [...new Set(going.flatMap(one => (one.erasing === 'piece' ? (one.evidenceId ?? []) : [])))]
  for (const piece of await piecesWithIds(trx, wholly)) await eraseGap(trx, piece, by, erases)
  const files = await eraseFiles({ trx, by, erases }, going, wholly)
  const rows = going.filter(one => one.columns !== '').map(rowOf)
  await giveWay({ trx, house, places, finder: finderOf(said), by: by.id }, rows)
  await trx.deleteFrom('dataRequestFindings').where('requestId', '=', request.id).execute()
  await trx
    .updateTable('dataRequests')
    .set({ erasedAt: now(), closedAt: now(), closedBy: by.id, packedAt: null, packedBy: null })
    .set({ sealed: sealedFor(house.keys, request.id, afterErasing(said, findings, wholly.length)) })
    .where('id', '=', request.id)
    .execute()
  await record(trx, {
    kind: 'pupil erased',
    by,
    ...aboutRequest(request),
    marks: marksOf(house.keys, said.names),
    rows: rows.map(({ place, rowKey, columns }) => [place, rowKey, columns.join(',')]),
    files,
  })
}

function rowOf({ place, rowKey, columns, evidenceId }: Finding): At {
  return { place, rowKey, columns: columns.split(','), evidenceId }
}

/** @returns the files of which bytes are to go from the disk */
async function eraseFiles(
  { trx, by, erases }: Pick<Deed, 'trx' | 'by' | 'erases'>,
  going: Finding[],
  wholly: string[],
): Promise<string[]> {
  const files = going.filter(one => one.erasing === 'file' && one.fileId !== null)
  const gone: string[] = []
  for (const { fileId, evidenceId } of files) {
    if (evidenceId !== null && wholly.includes(evidenceId)) continue
    const [piece] = evidenceId === null ? [] : await piecesWithIds(trx, [evidenceId])
    const own = piece?.files.find(one => one.id === fileId)
    if (piece && own) await removeFile(trx, piece, own, by, erases)
    else {
      const file = await trx.selectFrom('files').selectAll().where('id', '=', fileId!).executeTakeFirst()
      if (file) await eraseFile(trx, file)
    }
    gone.push(fileId!)
  }
  return gone
}

/** What is left of the case: that there was one, and what was done; neither who it was about nor who asked. */
function afterErasing(said: Said, findings: Finding[], pieces: number): Said {
  const stayed = findings.filter(one => one.erasing === 'leave')
  const outcome = [
    `Erased: ${pieces} pieces wholly, and the name in ${findings.length - stayed.length} places.`,
    ...(stayed.length > 0 ? [`${stayed.length} places were left as they are.`] : []),
  ].join(' ')
  const finder = finderOf(said)
  const free = (words: string) => (finder(words, null).length > 0 ? '' : words)
  return { ...nothingSaid, outcome, identity: free(said.identity), notes: [] }
}

/** Nobody can tell any more whose the codes were. */
async function outOfKeys(trx: Trx, keys: House['keys'], { codes }: Said): Promise<void> {
  for (const { groupId, code } of codes) {
    const own = await trx
      .selectFrom('pupilKeys')
      .select('id')
      .where('groupId', '=', groupId)
      .where('erasedAt', 'is', null)
      .execute()
    for (const { id } of own) await keys.remove(id, code)
  }
}

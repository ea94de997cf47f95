import type { Trx } from '../database.js'
import type { Reader } from '../names/reader.js'
import { captureNamed } from './capturing.js'
import type { ErasingAlong } from '../evidence/withdrawing/erasing-along.js'
import { findEvidence } from '../evidence/evidence.js'
import { mayRemoveDraft } from '../evidence/permissions.js'
import type { Capture } from '../evidence/tables.js'
import { removeDraft } from '../evidence/withdrawing/withdrawing.js'

/**
 * A capture that was mended on the device and sent anew stands in the place of the older one: the draft that had come of
 * that one, and was never complete, is erased. What was complete stays, and so does what somebody else has seen.
 * @param older the device's name for what it had sent before
 */
export async function giveWay(
  trx: Trx,
  erases: ErasingAlong[],
  person: Reader,
  older: string,
  newer: Capture,
): Promise<void> {
  const before = await captureNamed(trx, person, older)
  if (!before || before.completedAt || before.evidenceId === newer.evidenceId) return
  const piece = await findEvidence(trx, person, before.evidenceId).catch(() => undefined)
  if (piece && mayRemoveDraft(person, piece)) await removeDraft(trx, piece, person, erases)
}

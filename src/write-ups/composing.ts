import type { Trx } from '../database.js'
import { record } from '../facts/facts.js'
import type { Reader } from '../names/reader.js'
import { forgetVersionsThatSay, putText } from '../texts/texts.js'
import { newId } from '../web/new-id.js'
import { now } from '../web/now.js'
import { compositions } from './composing/index.js'
import { whatWasLogged } from './document/logged.js'
import { writeUpParts } from './parts/parts.js'
import type { WriteUpPart } from './tables.js'
import { type FoundWriteUp, partsOf, partText, type PartWithText, aboutWriteUp } from './write-ups.js'

/**
 * Composes every part from what the group logged. Parts that nobody has changed are written anew; a part that somebody
 * edited stays as it is. Called again, it only brings what was logged since.
 * @returns how many parts say something else than before
 */
export async function composeWriteUp(trx: Trx, writeUp: FoundWriteUp, person: Reader): Promise<number> {
  const logged = await whatWasLogged(trx, writeUp.enquiry, person)
  const there = await partsOf(trx, writeUp)

  let changed = 0
  for (const [position, { part, heading }] of writeUpParts.entries()) {
    const composed = compositions[part](logged)
    const found = there.find(one => one.part === part)
    if (!found) {
      await addPart(trx, writeUp, { part, heading, position, composed }, person)
      changed += 1
    } else if (!found.edited && found.composed !== composed) {
      await putComposed(trx, found, composed, person)
      changed += 1
    }
  }
  if (changed > 0) await record(trx, { kind: 'write-up composed', by: person, ...aboutWriteUp(writeUp) })
  return changed
}

/** Composes one part anew. Words that somebody edited stay as an earlier version of the text. */
export async function composePart(trx: Trx, writeUp: FoundWriteUp, part: PartWithText, person: Reader): Promise<void> {
  const logged = await whatWasLogged(trx, writeUp.enquiry, person)
  const composed = compositions[part.part](logged)

  await putComposed(trx, part, composed, person)
  await record(trx, { kind: 'part of a write-up composed', by: person, ...aboutWriteUp(writeUp), part: part.heading })
}

async function addPart(
  trx: Trx,
  writeUp: FoundWriteUp,
  part: Pick<WriteUpPart, 'part' | 'heading' | 'position' | 'composed'>,
  person: Reader,
): Promise<void> {
  const id = newId()
  await trx
    .insertInto('writeUpParts')
    .values({ id, writeUpId: writeUp.id, ...part, composedAt: now(), leftOutAt: null })
    .execute()
  await putText(trx, { kind: partText.kind, owner: id, field: partText.field }, part.composed, person)
}

/** What was composed before, nobody wrote: it is no earlier version, and whatever it told may have been taken out since. */
async function putComposed(trx: Trx, part: PartWithText, composed: string, person: Reader): Promise<void> {
  const place = { kind: partText.kind, owner: part.id, field: partText.field }
  await trx.updateTable('writeUpParts').set({ composed, composedAt: now() }).where('id', '=', part.id).execute()
  await putText(trx, place, composed, person)
  await forgetVersionsThatSay(trx, place, part.composed)
}

import type { Db } from '../../database.js'
import type { Enquiry } from '../../enquiries/enquiry.js'
import type { Reader } from '../../names/reader.js'
import type { StepsShown } from './pages.js'
import { mayCode } from '../permissions.js'
import { stepsOf } from './undoing.js'

/** What the undo bar of a page says and does. @param back the page to come back to */
export async function stepsShown(db: Db, person: Reader, enquiry: Enquiry, back: string): Promise<StepsShown> {
  const { undo, redo } = mayCode(enquiry) ? await stepsOf(db, person, enquiry) : { undo: null, redo: null }
  const address = `/groups/${enquiry.groupId}/codes`
  return {
    address,
    back,
    undo: undo && { act: undo.id, did: undo.did },
    redo: redo && { act: redo.id, did: redo.did },
    history: `/groups/${enquiry.groupId}/coding/history`,
  }
}

import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import type { Crumb } from '../web/crumb.js'
import { mayWriteUp } from '../write-ups/permissions.js'
import { type FoundWriteUp, writeUpAddress } from '../write-ups/write-ups.js'
import type { BeginWriteUpPage } from './pages.js'
import { mayAnswerSubmission } from './permissions.js'
import { progressOf } from './progress.js'

/**
 * Before the write-up is begun, and for those who do not read its draft: what was submitted and what is published. To
 * them, a write-up that is only drafted is the same as none.
 */
export async function outsidePage(
  db: Db,
  enquiry: Enquiry,
  writeUp: FoundWriteUp | undefined,
): Promise<BeginWriteUpPage & { title: string; breadcrumbs: Crumb[] }> {
  const progress = writeUp ? await progressOf(db, writeUp) : undefined
  const answers = mayAnswerSubmission(enquiry)
  return {
    title: 'Write-up',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'write-up'),
    address: writeUpAddress(enquiry),
    may: { write: mayWriteUp(enquiry) && !writeUp, answer: answers },
    last: answers ? (progress?.last ?? null) : null,
    waiting: progress?.waiting ?? null,
    editions: progress?.editions ?? [],
    gaps: answers ? (progress?.gaps ?? 0) : 0,
  }
}

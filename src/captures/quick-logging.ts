import type { Db } from '../database.js'
import { ACCEPT } from '../files/receiving/rules.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import type { Reader } from '../names/reader.js'
import { newToken } from '../web/new-id.js'
import { waysToSave } from '../evidence/logging/choices.js'
import { lastChosenAudience } from '../evidence/logging/logging.js'
import { groupsToLogIn } from '../evidence/logging/logging-groups.js'

/** What the box "What did you notice?" on Your day is given (views/captures/_quick-log.ejs). */
export interface QuickLogging {
  /** Where it is sent, as a form with files. */
  address: string
  /** The groups to choose from, the likeliest first. Nobody is asked who has only one. */
  groups: { value: string; text: string }[]
  /** Two buttons, the one that was pressed last time first: value and text. */
  audiences: { value: string; text: string }[]
  capture: string
  accept: string
}

/**
 * Undefined when the person is in no group that still gathers evidence: then the box has nowhere to put things.
 * @param enquiries the groups around them, where these are loaded already
 */
export async function quickLoggingFor(
  db: Db,
  person: Reader,
  enquiries?: Enquiry[],
): Promise<QuickLogging | undefined> {
  const open = await groupsToLogIn(db, person, enquiries)
  if (open.length === 0) return undefined
  return {
    address: '/evidence',
    groups: open.map(one => ({ value: one.groupId, text: one.groupName })),
    audiences: waysToSave(await lastChosenAudience(db, person)),
    capture: newToken(),
    accept: ACCEPT,
  }
}

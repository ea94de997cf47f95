import type { Around } from './around.js'
import { actionsToTell } from './waiting/actions-to-tell.js'
import { answersToLookAtAgain } from './waiting/answers-to-look-at-again.js'
import { challengesAnswered } from './waiting/challenges-answered.js'
import { challengesToAnswer } from './waiting/challenges-to-answer.js'
import { consentsToSettle } from './waiting/consents-to-settle.js'
import { draftsNotShared } from './waiting/drafts-not-shared.js'
import { editionsWithGaps } from './waiting/editions-with-gaps.js'
import { formsKept } from './waiting/forms-kept.js'
import { groupsOwingReports } from './waiting/groups-owing-reports.js'
import { groupsWithoutLead } from './waiting/groups-without-lead.js'
import { handoversOffered } from './waiting/handovers-offered.js'
import { invitationsUnanswered } from './waiting/invitations-unanswered.js'
import { keysThatNobodyOpens } from './waiting/keys-that-nobody-opens.js'
import { keysToTakeOver } from './waiting/keys-to-take-over.js'
import type { Waiting, WaitingKind } from './waiting/kind.js'
import { networksToSetUp } from './waiting/networks-to-set-up.js'
import { networksWithoutLeader } from './waiting/networks-without-leader.js'
import { newlyShared } from './waiting/newly-shared.js'
import { piecesNamingAPupil } from './waiting/pieces-naming-a-pupil.js'
import { recommendationsToAnswer } from './waiting/recommendations-to-answer.js'
import { resetLinksMade } from './waiting/reset-links-made.js'
import { rolesToConfirm } from './waiting/roles-to-confirm.js'
import { secondSchoolsNeeded } from './waiting/second-schools-needed.js'
import { termReportsToSend } from './waiting/term-reports-to-send.js'
import { termlyReportsToApprove } from './waiting/termly-reports-to-approve.js'
import { termsToAdd } from './waiting/terms-to-add.js'
import { writeUpsReturned } from './waiting/write-ups-returned.js'
import { writeUpsToApprove } from './waiting/write-ups-to-approve.js'

/** What a network leader does for their network; it stands on the network's page too. */
export const forTheNetwork: WaitingKind[] = [
  termlyReportsToApprove,
  writeUpsToApprove,
  groupsOwingReports,
  groupsWithoutLead,
  editionsWithGaps,
  invitationsUnanswered,
  termsToAdd,
]

/** Every kind of thing that can wait for somebody; without a date, they stand in this order. */
const kinds: WaitingKind[] = [
  formsKept,
  resetLinksMade,
  piecesNamingAPupil,
  keysThatNobodyOpens,
  keysToTakeOver,
  rolesToConfirm,
  handoversOffered,
  recommendationsToAnswer,
  answersToLookAtAgain,
  termReportsToSend,
  writeUpsReturned,
  challengesToAnswer,
  actionsToTell,
  networksToSetUp,
  ...forTheNetwork,
  consentsToSettle,
  secondSchoolsNeeded,
  newlyShared,
  challengesAnswered,
  draftsNotShared,
  networksWithoutLeader,
]

/** Everything that waits for this person: what has a date comes first, the earliest on top. */
export async function waitingFor(around: Around, of: WaitingKind[] = kinds): Promise<Waiting[]> {
  const found: Waiting[] = []
  for (const kind of of) found.push(...(await kind(around)))
  return found.sort((one, other) => (one.due ?? never).localeCompare(other.due ?? never))
}

const never = '9999-12-31'

import type { Around } from '../enquiries/around.js'
import { actionsToTell } from '../actions/waiting/actions-to-tell.js'
import { answersToLookAtAgain } from '../recommendations/waiting/answers-to-look-at-again.js'
import { challengesAnswered } from '../enquiries/waiting/challenges-answered.js'
import { challengesToAnswer } from '../enquiries/waiting/challenges-to-answer.js'
import { consentsToSettle } from '../evidence/waiting/consents-to-settle.js'
import { draftsNotShared } from '../evidence/waiting/drafts-not-shared.js'
import { editionsWithGaps } from '../published/waiting/editions-with-gaps.js'
import { formsKept } from '../people/waiting/forms-kept.js'
import { groupsOwingReports } from '../termly-reports/waiting/groups-owing-reports.js'
import { groupsWithoutLead } from '../enquiries/waiting/groups-without-lead.js'
import { handoversOffered } from '../enquiries/waiting/handovers-offered.js'
import { invitationsUnanswered } from '../enquiries/waiting/invitations-unanswered.js'
import { keysThatNobodyOpens } from '../keys/waiting/keys-that-nobody-opens.js'
import type { Waiting, WaitingKind } from '../web/waiting.js'
import { networksToSetUp } from '../networks/waiting/networks-to-set-up.js'
import { networksWithoutLeader } from '../networks/waiting/networks-without-leader.js'
import { newlyShared } from '../evidence/waiting/newly-shared.js'
import { piecesNamingAPupil } from '../evidence/waiting/pieces-naming-a-pupil.js'
import { recommendationsToAnswer } from '../recommendations/waiting/recommendations-to-answer.js'
import { secondSchoolsNeeded } from '../enquiries/waiting/second-schools-needed.js'
import { termReportsToSend } from '../termly-reports/waiting/term-reports-to-send.js'
import { termlyReportsToApprove } from '../termly-reports/waiting/termly-reports-to-approve.js'
import { termsToAdd } from '../networks/waiting/terms-to-add.js'
import { writeUpsReturned } from '../write-ups/waiting/write-ups-returned.js'
import { writeUpsToApprove } from '../write-ups/waiting/write-ups-to-approve.js'

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
  piecesNamingAPupil,
  keysThatNobodyOpens,
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

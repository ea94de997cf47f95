import { type Enquiry, isOpen } from './enquiry.js'
import type { Stage } from '../stages.js'

/** Rights in an enquiry, from how the person stands towards the group. Whoever holds the enquiry may read its question. */

export function mayWriteStages(enquiry: Enquiry): boolean {
  return enquiry.standing.member && isOpen(enquiry)
}

/** A draft is read by the group alone; shared text by everybody who stands in some relation to the group. */
export function mayReadStage(enquiry: Enquiry, stage: Stage): boolean {
  return enquiry.standing.member || enquiry.sharedStages.includes(stage)
}

/** The lead learner keeps the stages honest: moving, sharing, revising the question and finishing are theirs. */
export function mayMoveStage(enquiry: Enquiry): boolean {
  return enquiry.standing.lead && isOpen(enquiry)
}

export const mayReviseQuestion = mayMoveStage
export const mayFinishCycle = mayMoveStage

/** Sharing and taking back go on after a cycle has finished: what was found may still be shown. */
export function mayShareStages(enquiry: Enquiry): boolean {
  return enquiry.standing.lead && enquiry.closedAt === null
}

export function mayBeginNextCycle(enquiry: Enquiry): boolean {
  return (
    enquiry.standing.lead &&
    enquiry.closedAt === null &&
    enquiry.finishedAt !== null &&
    enquiry.cycle === enquiry.newestCycle
  )
}

/** Whoever may read a thing may say something about it while the group is open. */
export function mayComment(enquiry: Enquiry): boolean {
  return enquiry.closedAt === null
}

/** Whoever was asked in to question what the group thinks: they mostly challenge. */
export function isAskedToChallenge({ standing }: Enquiry): boolean {
  return !standing.member && (standing.facilitator || standing.coLeader)
}

export function mayAnswerChallenges(enquiry: Enquiry): boolean {
  return enquiry.standing.member && enquiry.closedAt === null
}

/** The group's memory: for the group and those who lead it in the network. */
export function mayReadHistory({ standing }: Enquiry): boolean {
  return standing.member || standing.networkLeader || standing.coLeader
}

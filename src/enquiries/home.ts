import { comparisonAddress } from './cycles/comparison-page.js'
import type { Db } from '../database.js'
import { asksWith, type Slots } from '../database/in-the-same-words.js'
import type { FactBook } from '../facts/kinds.js'
import { type HistoryLine, latestIn } from '../groups/history.js'
import { stageNamed, stages } from '../stages.js'
import { type Enquiry, isOpen } from './enquiry.js'
import { stageAddress } from './head.js'
import { stageAfter } from './stages/moving-stage.js'
import { nextNeed } from './stages/needs.js'
import { mayBeginNextCycle, mayMoveStage, mayReadStage } from './permissions.js'
import type { PartsKnow, StagePart } from './stages/stage-parts.js'

interface Step {
  text: string
  href: string
  action: string
}

/** The one next step of the group, for whoever in it can take it; null for everybody else. */
export async function nextStep(db: Db, enquiry: Enquiry, parts: StagePart[], know: PartsKnow): Promise<Step | null> {
  const { standing, stage } = enquiry
  if (!standing.member || enquiry.closedAt !== null) return null
  const base = `/groups/${enquiry.groupId}`
  if (mayBeginNextCycle(enquiry)) return afterFinishing(enquiry, base)
  if (!isOpen(enquiry)) return null
  const { name } = stageNamed(stage)
  const need = await nextNeed(db, enquiry, parts, know)
  if (need) return { text: `${name} still needs this: ${lowered(need.text)}.`, href: need.href, action: `Open ${name}` }
  const next = stageAfter(stage)
  if (!mayMoveStage(enquiry))
    return { text: `${name} has what it needs.`, href: stageAddress(enquiry, stage), action: 'Look at it' }
  return next
    ? {
        text: `${name} has what it needs.`,
        href: `${base}/moves/new?to=${next}`,
        action: `Move on to ${stageNamed(next).name}`,
      }
    : { text: `${name} has what it needs.`, href: `${base}/finishing`, action: 'Finish this cycle' }
}

/** What a finished cycle decided is what comes next. */
function afterFinishing(enquiry: Enquiry, base: string): Step {
  const text = `This cycle is finished, with the decision to ${enquiry.decision}.`
  if (enquiry.decision === 'hand over') return { text, href: `${base}/handover`, action: 'Hand the group over' }
  if (enquiry.decision === 'close')
    return {
      text: `${text} Close the group when its write-up is out.`,
      href: `${base}/write-up`,
      action: 'Go to the write-up',
    }
  return { text, href: `${base}/cycles/new`, action: 'Begin the next cycle' }
}

/** The stages that somebody outside the group may read. */
export function sharedWith(enquiry: Enquiry): { href: string; text: string }[] {
  return stages
    .filter(stage => mayReadStage(enquiry, stage.key))
    .map(stage => ({ href: stageAddress(enquiry, stage.key), text: `${stage.name}: ${stage.question}` }))
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** The group's earlier cycles, the newest first: they stay to be read. */
export async function earlierCycles(db: Db, enquiry: Enquiry) {
  const rows = await db
    .selectFrom('enquiries')
    .select(['cycle', 'question', 'stage', 'finishedAt'])
    .where('groupId', '=', enquiry.groupId)
    .where('cycle', '<', enquiry.newestCycle)
    .orderBy('cycle', 'desc')
    .execute()
  return rows.map(row => ({
    ...row,
    finishedAt: row.finishedAt ?? '',
    href: `/groups/${enquiry.groupId}/cycles/${row.cycle}`,
    comparison: comparisonAddress({ groupId: enquiry.groupId, cycle: row.cycle + 1 }),
  }))
}

export async function groupFacts(db: Db, groupId: string) {
  const [facts] = await factsOf(db, { groupId })
  return facts!
}

const factsOf = asksWith((db, { groupId }: Slots<{ groupId: string }>) =>
  db
    .selectFrom('groups')
    .leftJoin('themes', 'themes.id', 'groups.themeId')
    .select(['groups.why', 'groups.joinCode', 'themes.name as theme'])
    .where('groups.id', '=', groupId),
)

export function latestOf(db: Db, book: FactBook, enquiry: Enquiry): Promise<HistoryLine[]> {
  return latestIn(db, book, enquiry.groupId)
}

import { mayBeLinked } from '../claims/linking/linking.js'
import { mayReadOfCycle } from '../claims/permissions.js'
import type { PiecePart } from '../evidence/piece-parts.js'
import { mayAgreeActions } from './permissions.js'

interface ActionOnPiece {
  id: string
  label: string
  action: string
  href: string
}

export interface ActionsOnPiece {
  piece: { id: string; number: number }
  linked: ActionOnPiece[]
  /** Actions that it is not linked to yet; empty for those who may not link. */
  others: ActionOnPiece[]
}

/** On a piece's own page: the actions it shows something of, and every other one a press away. */
export const actionsOnPiece: PiecePart<ActionsOnPiece> = {
  view: 'actions/_on-piece',
  async load(db, person, piece, { enquiry }) {
    if (!enquiry || piece.gap) return undefined
    const actions = await db
      .selectFrom('actions')
      .leftJoin('actionEvidence', join =>
        join.onRef('actionEvidence.actionId', '=', 'actions.id').on('actionEvidence.evidenceId', '=', piece.id),
      )
      .selectAll('actions')
      .select('actionEvidence.evidenceId')
      .where('actions.groupId', '=', piece.groupId)
      .where('actions.removedAt', 'is', null)
      .orderBy('actions.number')
      .execute()
    const readable = enquiry.names.read(actions).filter(action => mayReadOfCycle(enquiry, action))
    const mayLink = mayAgreeActions(enquiry) && mayBeLinked(enquiry, piece)
    const linked = readable.filter(action => action.evidenceId !== null).map(named)
    const others = readable.filter(action => action.evidenceId === null && action.enquiryId === enquiry.id).map(named)
    if (linked.length === 0 && (!mayLink || others.length === 0)) return undefined
    return { piece: { id: piece.id, number: piece.number }, linked, others: mayLink ? others : [] }
  },
}

function named({ id, number, action }: { id: string; number: number; action: string }): ActionOnPiece {
  return { id, action, label: `A${number}`, href: `/actions/${id}` }
}

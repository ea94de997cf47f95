import { isStage, stageNamed } from '../../stages.js'
import { stageChoices } from '../logging/choices.js'
import { mayReviseEvidence } from '../permissions.js'
import { putToStage } from '../revising/revising.js'
import { findEvidence } from '../evidence.js'
import { hindered, type ManyAct } from './acts.js'

/** The stage to which they belong. */
export const stageTogether: ManyAct = {
  name: 'stage',
  label: 'The stage they belong to',
  choices: () => Promise.resolve(stageChoices.map(({ value, text }) => ({ value, text: `Put to ${text}` }))),
  hinders: (_db, { person }, pieces, stage) =>
    Promise.resolve(
      hindered(pieces, piece => {
        if (piece.stage === stage) return `It belongs to ${stageNamed(piece.stage).name} already.`
        return mayReviseEvidence(person, piece) ? undefined : `${piece.author} logged it, and says where it belongs.`
      }),
    ),
  async does(trx, { person }, pieces, stage) {
    for (const piece of pieces) if (isStage(stage)) await putToStage(trx, piece, person, stage)
    return pieces.map(piece => ({ piece, was: piece.stage }))
  },
  async undoes(trx, { person }, done, stage) {
    for (const { piece, was } of done) {
      const now = await findEvidence(trx, person, piece.id)
      if (now.stage === stage && mayReviseEvidence(person, now) && isStage(was)) await putToStage(trx, now, person, was)
    }
  },
}

import { accountsKept } from './accounts.js'
import { consentsKept } from './consents.js'
import { draftsKept } from './drafts.js'
import { evidenceKept } from './evidence.js'
import { keysKept } from './keys.js'
import type { KeptKind } from './kind.js'
import { minutesKept } from './minutes.js'
import { answersKept } from './questionnaires.js'
import { recordingsKept } from './recordings.js'

/** Everything that is kept for a time that a network sets, in the order in which the page tells of it. */
export const keptKinds: KeptKind[] = [
  recordingsKept,
  evidenceKept,
  consentsKept,
  keysKept,
  answersKept,
  draftsKept,
  minutesKept,
  accountsKept,
]

export function keptKind(kind: string): KeptKind | undefined {
  return keptKinds.find(one => one.kind === kind)
}

/** What no network sets: it goes soon by itself, or stays, and why. */
export const keptAsItIs: { name: string; howLong: string; because: string }[] = [
  {
    name: 'Published editions',
    howLong: 'For good, unless they are withdrawn',
    because:
      'They are published: others cite them. A withdrawn edition leaves a marker, and what consent no longer covers is shown to nobody.',
  },
  {
    name: 'Letters that were sent',
    howLong: '7 days',
    because: 'Only the line that says to whom it goes is kept here, until it can no longer come back.',
  },
  {
    name: 'Sign-ins',
    howLong: 'Mistyped passwords 1 day, sessions 14 days',
    because: 'They show somebody which browser is signed in, and slow down whoever guesses.',
  },
  {
    name: 'Forms that were not finished',
    howLong: '30 days',
    because: 'Nothing typed is lost when a session ends; whoever typed it gets it back.',
  },
  {
    name: 'Invitations that nobody answered',
    howLong: '90 days after they end',
    because: 'Whoever invited can send them again until then.',
  },
  {
    name: 'The audit trail',
    howLong: 'As long as the workbench stands',
    because:
      'It says who did what and when, as evidence of how data were treated. It holds no names, no text and no file.',
  },
]

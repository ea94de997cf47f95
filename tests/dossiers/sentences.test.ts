import { expect, test } from 'vitest'
import * as says from '../../src/dossiers/sentences.js'

const sentTo =
  'been sent to your school by colleagues who looked closely at classrooms and asked one question together.'
const waits =
  'for your answer: accept it, change it to suit your school, or decline it. Each answer counts as much as another, and the reason is what the group learns from.'

test.each([
  [
    says.openingOf({ sent: 1, waiting: 0, days: 1 }),
    `1 recommendation has ${sentTo} It would take 1 day of release time in a year. You have answered it, and may think again at any time.`,
  ],
  [
    says.openingOf({ sent: 3, waiting: 0, days: 0 }),
    `3 recommendations have ${sentTo} You have answered all of them, and may think again at any time.`,
  ],
  [says.openingOf({ sent: 1, waiting: 1, days: 0 }), `1 recommendation has ${sentTo} It waits ${waits}`],
  [
    says.openingOf({ sent: 3, waiting: 2, days: 4 }),
    `3 recommendations have ${sentTo} Together they would take 4 days of release time in a year. 2 wait ${waits}`,
  ],
  [says.keptPieces(1), 'One piece is not shown here.'],
  [says.keptPieces(2), '2 pieces are not shown here.'],
  [says.costSaid(null, ''), 'Nobody has said how much release time it takes.'],
  [says.costSaid(0, 'A shelf.'), 'No release time. A shelf.'],
])('%s', (said, expected) => expect(said).toBe(expected))

import { inTheSameWords } from '../../database/in-the-same-words.js'
import type { Around } from '../../enquiries/around.js'
import { quoted, type Waiting, waits } from '../../web/waiting.js'

/** What somebody committed to at a conference, from its day on until they said what became of it. */
export const commitmentsToLookAt = waits({
  asks: inTheSameWords(
    ({ person, today }: Around) => ({ me: person.id, today }),
    (db, { me, today }) =>
      db
        .selectFrom('conferenceNotes')
        .innerJoin('conferences', 'conferences.id', 'conferenceNotes.conferenceId')
        .select(['conferenceNotes.id', 'conferenceNotes.words', 'conferenceNotes.lookAgainOn'])
        .select(['conferences.networkId', 'conferences.id as conferenceId', 'conferences.title'])
        .where('conferenceNotes.raisedBy', '=', me)
        .where('conferenceNotes.kind', '=', 'commitment')
        .where('conferenceNotes.lookedAt', 'is', null)
        .where('conferenceNotes.removedAt', 'is', null)
        .where('conferenceNotes.lookAgainOn', '<=', today),
  ),
  says: (rows, { person }) =>
    rows
      .filter(row => person.works(row.networkId))
      .map((row): Waiting => ({
        text: `At “${row.title}” you said: ${quoted(row.words)} What became of it?`,
        href: `/networks/${row.networkId}/conferences/${row.conferenceId}#raised`,
        action: 'Say what became of it',
        due: row.lookAgainOn!,
        networkId: row.networkId,
      })),
})

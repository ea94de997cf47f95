import type { Block } from '../../documents/document.js'
import { heading, paragraph } from '../../documents/making-blocks.js'
import type { BroughtReportPart } from '../../networks/year.js'
import { dayOf } from '../../web/now.js'
import { day } from '../../words/words.js'

/** What the conferences of the term raised, and what became of earlier commitments; nobody is named. */
export const raisedInReport: BroughtReportPart = {
  part: 'conference',
  heading: 'What the conference raised',
  holds: 'Questions and commitments of the term’s conference, and what became of earlier ones.',
  behind: 'celebrating',
  async blocks(db, network, _term, { from, until }) {
    const rows = await db
      .selectFrom('conferenceNotes')
      .innerJoin('conferences', 'conferences.id', 'conferenceNotes.conferenceId')
      .selectAll('conferenceNotes')
      .select(['conferences.heldOn', 'conferences.title'])
      .where('conferences.networkId', '=', network.id)
      .where('removedAt', 'is', null)
      .orderBy('raisedAt')
      .execute()
    const inTerm = (on: string) => on >= dayOf(from) && on < dayOf(until)
    const now = rows.filter(row => inTerm(row.heldOn))
    const questions = now.filter(row => row.kind === 'question')
    const commitments = now.filter(row => row.kind === 'commitment')
    const became = rows.filter(row => row.lookedAt && row.lookedAt >= from && row.lookedAt < until && row.became)
    return [
      ...listOf(
        'Questions that stay with us',
        questions.map(row => row.words),
      ),
      ...listOf(
        'What we committed to',
        commitments.map(row =>
          row.lookAgainOn ? `${row.words} (we look again on ${day(row.lookAgainOn)})` : row.words,
        ),
      ),
      ...listOf(
        'What became of earlier commitments',
        became.map(row => `${row.words} ${row.became}`),
      ),
    ]
  },
}

function listOf(title: string, lines: string[]): Block[] {
  if (lines.length === 0) return []
  const items = lines.map(line => ({ blocks: [paragraph(line)] }))
  return [heading(title, 3), { kind: 'list', ordered: false, tight: false, items }]
}

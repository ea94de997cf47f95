import { lettersAfter } from '../../mail/following.js'

/** A notice to whoever leads the group, without anything of the piece: only that there is a list to go through. */
export const tellLeads = lettersAfter({
  name: 'letters of withdrawals',
  letter: 'withdrawals',
  follows: ['evidence withdrawn', 'consent withdrawn'],
  async write({ db, baseUrl }, { personId, aboutId, details: { list } }) {
    if (list === null) return []
    const leads = await db
      .selectFrom('evidence')
      .innerJoin('groupPeople', 'groupPeople.groupId', 'evidence.groupId')
      .innerJoin('people', 'people.id', 'groupPeople.personId')
      .select(['people.id', 'people.email'])
      .where('evidence.id', '=', aboutId)
      .where('groupPeople.role', '=', 'lead learner')
      .where('groupPeople.leftAt', 'is', null)
      .where('people.disabledAt', 'is', null)
      .execute()
    const text = `A piece of evidence of your group was withdrawn, and nobody sees it any more. You need not do anything at once.\n\nWhat leaned on it is listed here:\n${baseUrl}/withdrawals/${list}\n`
    return leads
      .filter(lead => lead.id !== personId)
      .map(lead => ({ to: lead.email, subject: 'A piece of evidence was withdrawn', text }))
  },
})

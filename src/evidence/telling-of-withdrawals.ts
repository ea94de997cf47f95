import { follower } from '../facts/followers.js'
import './facts.js'

/** A notice to whoever leads the group, without anything of the piece: only that there is a list to go through. */
export const tellLeads = follower({
  name: 'letters of withdrawals',
  follows: ['evidence withdrawn', 'consent withdrawn'],
  async run({ db, mail, baseUrl }, { personId, aboutId, details: { list } }) {
    if (list === null) return
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
    for (const lead of leads)
      if (lead.id !== personId) await mail.send({ to: lead.email, subject: 'A piece of evidence was withdrawn', text })
  },
})

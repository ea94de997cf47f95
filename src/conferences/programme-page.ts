import type { Db } from '../database.js'
import type { Network } from '../networks/tables.js'
import { type FormState, formOf } from '../web/read.js'
import { groupsToChoose, sessionsOf } from './conferences.js'
import type { ConferencePage, SessionEditPage } from './pages.js'
import { mayLookAgain, mayPrepareConference } from './permissions.js'
import { raisedAt } from './raised/raised.js'
import type { ConferenceSession } from './tables.js'
import type { FoundConference } from './finding.js'

/**
 * A conference with its programme, and what was raised at it.
 * @param form of a session that is to be added
 * @param raise of a question or a commitment
 * @param became of what became of one, whose id it holds as `of`
 */
export async function programmePage(
  db: Db,
  { person, network, conference, head, address }: FoundConference,
  form: FormState = formOf({ starts: '', ends: '' }),
  raise: FormState = formOf(),
  became: FormState = formOf(),
): Promise<ConferencePage> {
  return {
    title: conference.title,
    head,
    address,
    conference,
    sessions: (await sessionsOf(db, conference)).map(session => ({
      ...session,
      abstract:
        session.groupId && person.isVolunteerIn(session.groupId)
          ? `/groups/${session.groupId}/conference-abstracts/${conference.id}`
          : null,
    })),
    groups: await groupsOffered(db, network),
    form,
    raised: (await raisedAt(db, conference)).map(note => ({ ...note, mayLook: mayLookAgain(person, network, note) })),
    raise,
    became,
    may: { prepare: mayPrepareConference(person, network) },
  }
}

/** One session of the programme, to be changed. */
export async function sessionPage(
  db: Db,
  { network, head, address }: FoundConference,
  session: Pick<ConferenceSession, 'id'>,
  form: FormState,
): Promise<SessionEditPage> {
  const own = `${address}/sessions/${session.id}`
  return { title: 'A session', head, address: own, back: address, groups: await groupsOffered(db, network), form }
}

async function groupsOffered(db: Db, network: Network) {
  return (await groupsToChoose(db, network.id)).map(({ id, name }) => ({ value: id, text: name }))
}

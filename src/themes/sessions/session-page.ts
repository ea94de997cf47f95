import type { Db } from '../../database.js'
import { schoolsOf } from '../../networks/schools/schools.js'
import { clockOf, dayOf, now } from '../../web/now.js'
import { formOf, type FormState } from '../../web/read.js'
import type { SessionEditPage, SessionPage } from '../pages.js'
import { mayComeToSessions } from '../permissions.js'
import { sessionKinds } from '../tables.js'
import type { FoundTheme } from '../themes.js'
import { type SessionInView, whoComesTo } from './sessions.js'

/** One session: what it is, who comes, and after it what came of it. */
export async function sessionPage(
  db: Db,
  { person, theme, head, address, may }: FoundTheme,
  session: SessionInView,
  form: FormState = formOf({ othersCame: session.othersCame || '', cameOfIt: session.cameOfIt }),
): Promise<SessionPage> {
  const people = await whoComesTo(db, session.id)
  const over = session.endsAt < now()
  return {
    title: session.title,
    head,
    theme,
    address,
    own: `${address}/sessions/${session.id}`,
    session,
    people,
    coming: people.some(one => one.id === person.id),
    over,
    form,
    came: session.toldAt ? people.filter(one => one.came).map(one => one.id) : people.map(one => one.id),
    may: {
      change: may.change && !session.cancelledAt,
      come: mayComeToSessions(person, theme) && !over && !session.cancelledAt,
      tell: may.change && !session.cancelledAt && session.startsAt <= now(),
    },
  }
}

/** @param session none where it is to be planned */
export async function sessionEditPage(
  db: Db,
  { network, theme, head, address }: FoundTheme,
  session: SessionInView | null,
  form: FormState,
): Promise<SessionEditPage> {
  return {
    title: session ? `Change “${session.title}”` : 'Plan a session',
    head,
    theme,
    action: session ? `${address}/sessions/${session.id}` : `${address}/sessions`,
    back: session ? `${address}/sessions/${session.id}` : address,
    session,
    kinds: sessionKinds.map(one => ({
      value: one,
      text: one === 'workshop' ? 'A workshop' : 'A short sharing session',
    })),
    schools: (await schoolsOf(db, network.id)).map(one => ({ value: one.id, text: one.name })),
    form,
  }
}

export function formOfSession(session: SessionInView): FormState {
  const { title, kind, place, ledBy, about, schoolId, startsAt, endsAt } = session
  const when = { onDay: dayOf(startsAt), starts: clockOf(startsAt), ends: clockOf(endsAt) }
  return formOf({ title, kind, place, ledBy, about, school: schoolId ?? '', ...when })
}

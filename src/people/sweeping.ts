import type { Db } from '../database.js'
import type { House } from '../house.js'

const day = 86_400_000

/**
 * Removes what has served its time: tries at signing in after a day, reset links after a day (those that
 * somebody else had made after three months: their owner reads of them), ended sessions after a
 * fortnight (until then they say whose a late form is), kept and sent forms after a month, unanswered invitations three
 * months after they ended.
 */
export async function sweepPeople(db: Db): Promise<void> {
  const before = (days: number) => new Date(Date.now() - days * day).toISOString()
  await db.deleteFrom('signInAttempts').where('failedAt', '<', before(1)).execute()
  await db
    .deleteFrom('passwordResets')
    .where(eb =>
      eb.or([eb.and([eb('madeBy', 'is', null), eb('expiresAt', '<', before(1))]), eb('expiresAt', '<', before(90))]),
    )
    .execute()
  await db
    .deleteFrom('sessions')
    .where(eb => eb.or([eb('lastSeenAt', '<', before(14)), eb('endedAt', '<', before(1))]))
    .execute()
  await db.deleteFrom('begunSignIns').where('endsAt', '<', before(0)).execute()
  await db.deleteFrom('passkeyQuestions').where('endsAt', '<', before(0)).execute()
  await db.deleteFrom('issuerSignIns').where('endsAt', '<', before(0)).execute()
  await db.deleteFrom('issuerArrivals').where('endsAt', '<', before(0)).execute()
  await db.deleteFrom('keptForms').where('keptAt', '<', before(30)).execute()
  await db.deleteFrom('handedToPages').where('endsAt', '<', before(0)).execute()
  await db.deleteFrom('sentForms').where('sentAt', '<', before(31)).execute()
  await db
    .deleteFrom('invitations')
    .where('acceptedAt', 'is', null)
    .where(eb => eb.or([eb('withdrawnAt', '<', before(90)), eb('expiresAt', '<', before(90))]))
    .execute()
}

/** Sweeps now and every hour. @returns how to stop */
export async function keepSweeping(
  { db, engine }: Pick<House, 'db' | 'engine'>,
  failed: (error: unknown) => void,
): Promise<() => void> {
  const sweep = () =>
    engine
      .leads()
      .then(ours => (ours ? sweepPeople(db) : undefined))
      .catch(failed)
  await sweep()
  const hourly = setInterval(() => void sweep(), 3_600_000)
  hourly.unref()
  return () => clearInterval(hourly)
}

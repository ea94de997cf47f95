import { minutesKind } from '../../meetings/minutes/text-kind.js'
import { endedBefore, overOn } from './days.js'
import type { KeptKind } from './kind.js'

/** What was said at meetings. Decisions and what was agreed to do stand beside them, and stay. */
export const minutesKept: KeptKind = {
  kind: 'minutes',
  name: 'Minutes of meetings',
  holds: 'What was said under each item of a meeting. Decisions, and what was agreed to do, stand apart and stay.',
  from: 'after the meeting',
  because: 'Minutes show how a decision came about for as long as somebody may ask.',
  offered: [24, 36, 72, 120],
  usual: 72,
  words: ['meeting', 'meetings'],
  erased: 'What was said goes. The agenda, the decisions and what was agreed to do stay.',
  async due(db, asked) {
    const rows = await db
      .selectFrom('meetings')
      .select(['id', 'groupId', 'startsAt'])
      .where('networkId', '=', asked.networkId)
      .where('startsAt', '<', endedBefore(asked))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('agendaItems')
            .select('agendaItems.id')
            .whereRef('agendaItems.meetingId', '=', 'meetings.id')
            .innerJoin('texts', 'texts.owner', 'agendaItems.id')
            .where('texts.kind', '=', minutesKind),
        ),
      )
      .$if(asked.only !== undefined, query => query.where('id', 'in', asked.only!))
      .where('id', '>', asked.after?.thing ?? '')
      .orderBy('id')
      .limit(asked.most)
      .execute()
    return rows.map(({ id, groupId, startsAt }) => ({
      thing: id,
      groupId,
      label: startsAt!.slice(0, 10),
      dueOn: overOn(startsAt!, asked.months),
    }))
  },
  async erase(trx, things) {
    const items = trx.selectFrom('agendaItems').select('id').where('meetingId', 'in', things)
    const texts = trx.selectFrom('texts').select('id').where('kind', '=', minutesKind).where('owner', 'in', items)
    await trx.deleteFrom('textVersions').where('textId', 'in', texts).execute()
    await trx.deleteFrom('texts').where('kind', '=', minutesKind).where('owner', 'in', items).execute()
    for (const table of ['minuteNotes', 'minuteAmendments'] as const)
      await trx.deleteFrom(table).where('meetingId', 'in', things).execute()
    return [...things, ...(await items.execute()).map(item => item.id)]
  },
}

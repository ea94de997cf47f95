import type { Db } from '../../database.js'
import { unread } from '../../names/names.js'
import { written } from '../../names/written.js'
import { plainWords } from '../../search/plain.js'
import { isStage, stageNamed } from '../../stages.js'
import { enquiriesById } from '../enquiry.js'
import { stageAddress } from '../head.js'
import { mayReadStage } from '../permissions.js'
import { afterSharing, afterTexts, cycleSearch, idsOfTexts, inEachCycle, stageReaders, textsBy } from './cycles.js'
import type { ThreadFinder } from '../comments/threads.js'
import { cardFields, stageFields } from '../stages/stage-fields.js'

/** What a group writes in its stages. */
export const stageTextSearch = cycleSearch({
  kind: 'stage-text',
  one: 'stage text',
  many: 'stage texts',
  version: 1,
  renewals: [afterTexts('stage'), afterSharing('any', stageTexts)],
  ids: idsOfTexts('stage'),
  rows: async (db, ids) =>
    (await textsBy(db, 'stage', ids)).flatMap(text => {
      const field = stageFields.find(one => one.field === text.field)
      return field ? [{ ...text, enquiryId: text.owner, in: field }] : []
    }),
  entry: (text, cycle, opened) => ({
    record: text.id,
    title: '',
    words: plainWords(text.body),
    day: text.savedAt,
    readers: stageReaders(cycle, opened(text.in.stage)),
    about: { group: cycle.groupId, by: text.savedBy, stage: text.in.stage },
  }),
  found: (text, enquiry) =>
    mayReadStage(enquiry, text.in.stage)
      ? {
          record: text.id,
          thing: `text ${text.id}`,
          kind: stageNamed(text.in.stage).name,
          title: '',
          heading: text.in.label,
          words: plainWords(text.body),
          href: `${stageAddress(enquiry, text.in.stage)}#f-${text.in.field}`,
          day: text.savedAt,
          by: text.savedBy,
          stage: text.in.stage,
        }
      : undefined,
})

/** What each school writes about where it starts from. */
export const contextCardSearch = cycleSearch({
  kind: 'context-card',
  one: 'context card',
  many: 'context cards',
  version: 1,
  renewals: [afterTexts('context-card'), afterSharing('context', cardTexts)],
  ids: idsOfTexts('context-card'),
  rows: cardTextsBy,
  entry: (card, cycle, opened) => ({
    record: card.id,
    title: '',
    words: plainWords(card.body),
    day: card.savedAt,
    readers: stageReaders(cycle, opened('context')),
    about: { group: cycle.groupId, by: card.savedBy, schools: [card.schoolId], stage: 'context' },
  }),
  found: (card, enquiry) =>
    mayReadStage(enquiry, 'context')
      ? {
          record: card.id,
          thing: `card ${card.cardId}`,
          kind: 'context card',
          title: '',
          heading: `${cardFields.find(one => one.field === card.field)?.label ?? 'Context card'}, ${card.school}`,
          words: plainWords(card.body),
          href: `${stageAddress(enquiry, 'context')}#card-${card.schoolId}`,
          schools: [{ id: card.schoolId, name: card.school }],
          day: card.savedAt,
          by: card.savedBy,
          stage: 'context',
        }
      : undefined,
})

/** The stages that somebody comments on: their ids are `<enquiry id>.<stage>`. */
export const aboutStages: ThreadFinder = async (db, person, ids, loaded) => {
  const places = ids.map(id => ({
    id,
    enquiryId: id.slice(0, id.lastIndexOf('.')),
    stage: id.slice(id.lastIndexOf('.') + 1),
  }))
  const enquiries = await enquiriesById(
    db,
    person,
    places.map(place => place.enquiryId),
    loaded,
  )
  return new Map(
    places.flatMap(({ id, enquiryId, stage }) => {
      const enquiry = enquiries.get(enquiryId)
      if (!enquiry || !isStage(stage) || !mayReadStage(enquiry, stage)) return []
      return [[id, { name: stageNamed(stage).name, page: stageAddress(enquiry, stage) }] as const]
    }),
  )
}

async function stageTexts(db: Db, enquiryId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('texts')
    .select('id')
    .where('kind', '=', 'stage')
    .where('owner', '=', enquiryId)
    .execute()
  return rows.map(row => row.id)
}

async function cardTexts(db: Db, enquiryId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('texts')
    .innerJoin('contextCards', 'contextCards.id', 'texts.owner')
    .select('texts.id')
    .where('texts.kind', '=', 'context-card')
    .where('contextCards.enquiryId', '=', enquiryId)
    .execute()
  return rows.map(row => row.id)
}

/** The records of a group. */
export const textsOfGroup = { stageText: inEachCycle(stageTexts), contextCard: inEachCycle(cardTexts) }

async function cardTextsBy(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('texts')
    .innerJoin('contextCards', 'contextCards.id', 'texts.owner')
    .innerJoin('schools', 'schools.id', 'contextCards.schoolId')
    .select(['texts.id', 'texts.field', 'texts.body', 'texts.savedAt', 'texts.savedBy'])
    .select(['contextCards.id as cardId', 'contextCards.enquiryId', 'contextCards.schoolId', 'schools.name as school'])
    .where('texts.id', 'in', ids)
    .where('texts.kind', '=', 'context-card')
    .where('texts.body', '<>', written(''))
    .execute()
  return unread(rows)
}

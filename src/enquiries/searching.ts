import type { Db } from '../database.js'
import { readers, standingReaders } from '../groups/readers.js'
import type { Person } from '../people/person.js'
import { plainWords } from '../search/plain.js'
import type { Entry, Found, Searchable } from '../search/searchables.js'
import { isStage, type Stage, stageNamed } from '../stages.js'
import { type Enquiry, enquiriesById } from './enquiry.js'
import { stageAddress } from './head.js'
import { mayReadStage } from './permissions.js'
import { cardFields, stageFields } from './stage-fields.js'

/** The question that a group asks, and why. */
export const questionSearch: Searchable = {
  kind: 'question',
  one: 'question',
  many: 'questions',
  version: 1,
  watches: [
    { table: 'enquiries', columns: ['question'], records: 'row.id' },
    {
      table: 'groups',
      columns: ['name', 'why'],
      records: '(select id as record from enquiries where group_id = row.id)',
    },
  ],
  ids: (db, after, most) => idsIn(db, 'enquiries', after, most),
  async entries(db, ids) {
    const rows = await cyclesBy(db, ids)
    return rows.map(row => ({
      record: row.id,
      title: row.question,
      words: `${row.groupName}\n\n${plainWords(row.why)}`,
      day: row.beganAt,
      readers: standingReaders(row),
      about: { group: row.groupId, by: row.beganBy },
    }))
  },
  async find(db, person, ids) {
    const enquiries = await enquiriesFor(db, person, ids)
    const rows = await cyclesBy(db, [...enquiries.keys()])
    return rows.map(row => {
      const enquiry = enquiries.get(row.id)!
      const earlier = enquiry.cycle < enquiry.newestCycle
      return {
        ...foundIn(enquiry),
        record: row.id,
        thing: `question ${row.id}`,
        kind: 'question',
        title: row.question,
        words: `${row.groupName}\n\n${plainWords(row.why)}`,
        href: earlier ? `/groups/${row.groupId}/cycles/${row.cycle}` : `/groups/${row.groupId}`,
        day: row.beganAt,
        by: row.beganBy,
      }
    })
  },
}

/** What a group writes in its stages. */
export const stageTextSearch: Searchable = {
  kind: 'stage-text',
  one: 'stage text',
  many: 'stage texts',
  version: 1,
  watches: [
    { table: 'texts', records: 'row.id', when: `row.kind = 'stage'` },
    {
      table: 'shared_stages',
      records: `(select id as record from texts where kind = 'stage' and owner = row.enquiry_id)`,
    },
  ],
  ids: (db, after, most) => idsOfTexts(db, 'stage', after, most),
  async entries(db, ids) {
    const texts = await textsBy(db, 'stage', ids)
    const cycles = new Map(
      (
        await cyclesBy(
          db,
          texts.map(text => text.owner),
        )
      ).map(row => [row.id, row]),
    )
    const shared = await sharedAmong(db, [...cycles.keys()])
    return texts.flatMap(text => {
      const cycle = cycles.get(text.owner)
      const field = stageFields.find(one => one.field === text.field)
      if (!cycle || !field) return []
      const isShared = shared.has(`${text.owner} ${field.stage}`)
      return [
        {
          record: text.id,
          title: '',
          words: plainWords(text.body),
          day: text.savedAt,
          readers: isShared ? standingReaders(cycle) : [readers.member(cycle.groupId)],
          about: { group: cycle.groupId, by: text.savedBy },
        },
      ]
    })
  },
  async find(db, person, ids) {
    const texts = await textsBy(db, 'stage', ids)
    const enquiries = await enquiriesFor(
      db,
      person,
      texts.map(text => text.owner),
    )
    return texts.flatMap(text => {
      const enquiry = enquiries.get(text.owner)
      const field = stageFields.find(one => one.field === text.field)
      if (!enquiry || !field || !mayReadStage(enquiry, field.stage)) return []
      return [
        {
          ...foundIn(enquiry),
          record: text.id,
          thing: `text ${text.id}`,
          kind: stageNamed(field.stage).name,
          title: '',
          heading: field.label,
          words: plainWords(text.body),
          href: `${stageAddress(enquiry, field.stage)}#f-${field.field}`,
          day: text.savedAt,
          by: text.savedBy,
        },
      ]
    })
  },
}

/** What each school writes about where it starts from. */
export const contextCardSearch: Searchable = {
  kind: 'context-card',
  one: 'context card',
  many: 'context cards',
  version: 1,
  watches: [
    { table: 'texts', records: 'row.id', when: `row.kind = 'context-card'` },
    {
      table: 'shared_stages',
      records: `(select texts.id as record from texts join context_cards on context_cards.id = owner
        where kind = 'context-card' and enquiry_id = row.enquiry_id)`,
    },
  ],
  ids: (db, after, most) => idsOfTexts(db, 'context-card', after, most),
  async entries(db, ids) {
    const cards = await cardTextsBy(db, ids)
    const cycles = new Map(
      (
        await cyclesBy(
          db,
          cards.map(card => card.enquiryId),
        )
      ).map(row => [row.id, row]),
    )
    const shared = await sharedAmong(db, [...cycles.keys()])
    return cards.flatMap(card => {
      const cycle = cycles.get(card.enquiryId)
      if (!cycle) return []
      const isShared = shared.has(`${cycle.id} context`)
      return [
        {
          record: card.id,
          title: '',
          words: plainWords(card.body),
          day: card.savedAt,
          readers: isShared ? standingReaders(cycle) : [readers.member(cycle.groupId)],
          about: { group: cycle.groupId, by: card.savedBy, schools: [card.schoolId] },
        },
      ]
    })
  },
  async find(db, person, ids) {
    const cards = await cardTextsBy(db, ids)
    const enquiries = await enquiriesFor(
      db,
      person,
      cards.map(card => card.enquiryId),
    )
    return cards.flatMap(card => {
      const enquiry = enquiries.get(card.enquiryId)
      if (!enquiry || !mayReadStage(enquiry, 'context')) return []
      return [
        {
          ...foundIn(enquiry),
          record: card.id,
          thing: `card ${card.cardId}`,
          kind: 'context card',
          title: '',
          heading: titleOfCard(card),
          words: plainWords(card.body),
          href: `${stageAddress(enquiry, 'context')}#card-${card.schoolId}`,
          schools: [{ id: card.schoolId, name: card.school }],
          day: card.savedAt,
          by: card.savedBy,
        },
      ]
    })
  },
}

/** Who knows how to do this well: on the context stage. */
export const expertiseSearch = recordSearch({
  kind: 'expertise',
  one: 'colleague who knows how',
  many: 'colleagues who know how',
  table: 'expertise',
  stage: 'context',
  anchor: 'expertise',
  rows: async (db, ids) =>
    (await db.selectFrom('expertise').selectAll().where('id', 'in', ids).execute()).map(row => ({
      ...row,
      title: `${row.who} knows how to ${row.knowsHowTo}`,
      words: row.howWeKnow,
      is: 'who knows how',
    })),
})

/** What would count as success: on the purpose stage. */
export const successSignSearch = recordSearch({
  kind: 'success-sign',
  one: 'sign of success',
  many: 'signs of success',
  table: 'success_signs',
  stage: 'purpose',
  anchor: 'success-signs',
  rows: async (db, ids) =>
    (await db.selectFrom('successSigns').selectAll().where('id', 'in', ids).execute()).map(row => ({
      ...row,
      title: row.sign,
      words: row.howWeWouldKnow,
      is: 'sign of success',
    })),
})

/** Something that a group noted on one of its stages. */
export interface RecordRow {
  id: string
  enquiryId: string
  title: string
  words: string
  is: string
  addedAt: string
  addedBy: string
}

/** A record that stands on a stage's page, and is read by whoever may read that stage. */
export function recordSearch(of: {
  kind: string
  one: string
  many: string
  /** As SQL calls it; its rows have an `enquiry_id`. */
  table: string
  stage: Stage
  anchor: string
  rows: (db: Db, ids: string[]) => Promise<RecordRow[]>
}): Searchable {
  const { kind, one, many, stage, anchor, table } = of
  return {
    kind,
    one,
    many,
    version: 1,
    watches: [
      { table, records: 'row.id' },
      {
        table: 'shared_stages',
        records: `(select id as record from ${table} where enquiry_id = row.enquiry_id)`,
        when: `row.stage = '${stage}'`,
      },
    ],
    ids: (db, after, most) => idsIn(db, table as never, after, most),
    async entries(db, ids) {
      const rows = await of.rows(db, ids)
      const cycles = new Map(
        (
          await cyclesBy(
            db,
            rows.map(row => row.enquiryId),
          )
        ).map(row => [row.id, row]),
      )
      const shared = await sharedAmong(db, [...cycles.keys()])
      return rows.flatMap((row): Entry[] => {
        const cycle = cycles.get(row.enquiryId)
        if (!cycle) return []
        const isShared = shared.has(`${cycle.id} ${stage}`)
        return [
          {
            record: row.id,
            title: row.title,
            words: row.words,
            day: row.addedAt,
            readers: isShared ? standingReaders(cycle) : [readers.member(cycle.groupId)],
            about: { group: cycle.groupId, by: row.addedBy },
          },
        ]
      })
    },
    async find(db, person, ids) {
      const rows = await of.rows(db, ids)
      const enquiries = await enquiriesFor(
        db,
        person,
        rows.map(row => row.enquiryId),
      )
      return rows.flatMap((row): Found[] => {
        const enquiry = enquiries.get(row.enquiryId)
        if (!enquiry || !mayReadStage(enquiry, stage)) return []
        const place = {
          kind: row.is,
          href: `${stageAddress(enquiry, stage)}#${anchor}`,
          day: row.addedAt,
          by: row.addedBy,
        }
        return [
          {
            ...foundIn(enquiry),
            ...place,
            record: row.id,
            thing: `${kind} ${row.id}`,
            title: row.title,
            words: row.words,
          },
        ]
      })
    },
  }
}

/**
 * For each kind of thing that is commented on: those of these things that the person may read, by their ids, with what
 * they are called and the page that the thread stands on.
 */
export type Abouts = Record<
  string,
  (db: Db, person: Person, ids: string[]) => Promise<Map<string, { name: string; page: string }>>
>

/** The stages that somebody comments on: their ids are `<enquiry id>.<stage>`. */
export const aboutStages: Abouts[string] = async (db, person, ids) => {
  const places = ids.map(id => ({
    id,
    enquiryId: id.slice(0, id.lastIndexOf('.')),
    stage: id.slice(id.lastIndexOf('.') + 1),
  }))
  const enquiries = await enquiriesById(
    db,
    person,
    places.map(place => place.enquiryId),
  )
  return new Map(
    places.flatMap(({ id, enquiryId, stage }) => {
      const enquiry = enquiries.get(enquiryId)
      if (!enquiry || !isStage(stage) || !mayReadStage(enquiry, stage)) return []
      return [[id, { name: stageNamed(stage).name, page: stageAddress(enquiry, stage) }] as const]
    }),
  )
}

/** Comments and challenges, for whoever may read what they are about. @param abouts of every room that has threads */
export function commentSearch(abouts: Abouts): Searchable {
  return {
    kind: 'comment',
    one: 'comment',
    many: 'comments',
    version: 1,
    watches: [{ table: 'comments', records: 'row.id' }],
    ids: (db, after, most) => idsIn(db, 'comments', after, most),
    async entries(db, ids) {
      const comments = await commentsBy(db, ids)
      return comments.map(comment => ({
        record: comment.id,
        title: '',
        words: wordsOfComment(comment),
        day: comment.madeAt,
        readers: standingReaders(comment),
        about: { kinds: [comment.kind], group: comment.groupId, by: comment.madeBy },
      }))
    },
    async find(db, person, ids) {
      if (!person) return []
      const comments = await commentsBy(db, ids)
      const found: Found[] = []
      for (const [aboutKind, readable] of Object.entries(abouts)) {
        const about = comments.filter(comment => comment.aboutKind === aboutKind)
        if (about.length === 0) continue
        const things = await readable(db, person, [...new Set(about.map(comment => comment.aboutId))])
        for (const comment of about) {
          const thing = things.get(comment.aboutId)
          if (!thing) continue
          found.push({
            record: comment.id,
            thing: `comment ${comment.id}`,
            label: '',
            kind: comment.kind,
            title: '',
            heading: `${comment.kind === 'challenge' ? 'Challenge' : 'Comment'} by ${comment.by} on ${thing.name}`,
            words: wordsOfComment(comment),
            href: `${thing.page}#comment-${comment.id}`,
            day: comment.madeAt,
            schools: [],
            group: { id: comment.groupId, name: comment.groupName },
            by: comment.madeBy,
            kinds: [comment.kind],
          })
        }
      }
      return found
    },
  }
}

async function commentsBy(db: Db, ids: string[]) {
  return db
    .selectFrom('comments')
    .innerJoin('people', 'people.id', 'comments.madeBy')
    .innerJoin('groups', 'groups.id', 'comments.groupId')
    .selectAll('comments')
    .select(['people.name as by', 'groups.name as groupName', 'groups.networkId'])
    .where('comments.id', 'in', ids)
    .where('comments.removedAt', 'is', null)
    .execute()
}

function wordsOfComment({ body, answer }: { body: string; answer: string | null }): string {
  return plainWords([body, answer ?? ''].filter(Boolean).join('\n\n'))
}

/** What every hit in a group has. */
export function foundIn(enquiry: Enquiry): Pick<Found, 'label' | 'schools' | 'group'> {
  return { label: '', schools: [], group: { id: enquiry.groupId, name: enquiry.groupName } }
}

export async function enquiriesFor(db: Db, person: Person | undefined, ids: string[]): Promise<Map<string, Enquiry>> {
  return person ? enquiriesById(db, person, ids) : new Map()
}

/** Cycles with their group, whoever asks: for the index alone. */
export async function cyclesBy(db: Db, ids: string[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('enquiries')
    .innerJoin('groups', 'groups.id', 'enquiries.groupId')
    .selectAll('enquiries')
    .select(['groups.name as groupName', 'groups.networkId', 'groups.why'])
    .where('enquiries.id', 'in', [...new Set(ids)])
    .execute()
}

async function sharedAmong(db: Db, enquiryIds: string[]): Promise<Set<string>> {
  if (enquiryIds.length === 0) return new Set()
  const rows = await db.selectFrom('sharedStages').selectAll().where('enquiryId', 'in', enquiryIds).execute()
  return new Set(rows.map(row => `${row.enquiryId} ${row.stage}`))
}

type WithIds = 'enquiries' | 'comments'

async function idsIn(db: Db, table: WithIds, after: string, most: number): Promise<string[]> {
  const rows = await db.selectFrom(table).select('id').where('id', '>', after).orderBy('id').limit(most).execute()
  return rows.map(row => row.id)
}

/** The texts of a kind, see src/texts. */
export async function idsOfTexts(db: Db, kind: string, after: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('texts')
    .select('id')
    .where('kind', '=', kind)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(row => row.id)
}

export async function textsBy(db: Db, kind: string, ids: string[]) {
  return db
    .selectFrom('texts')
    .selectAll()
    .where('id', 'in', ids)
    .where('kind', '=', kind)
    .where('body', '<>', '')
    .execute()
}

async function cardTextsBy(db: Db, ids: string[]) {
  return db
    .selectFrom('texts')
    .innerJoin('contextCards', 'contextCards.id', 'texts.owner')
    .innerJoin('schools', 'schools.id', 'contextCards.schoolId')
    .select(['texts.id', 'texts.field', 'texts.body', 'texts.savedAt', 'texts.savedBy'])
    .select(['contextCards.id as cardId', 'contextCards.enquiryId', 'contextCards.schoolId', 'schools.name as school'])
    .where('texts.id', 'in', ids)
    .where('texts.kind', '=', 'context-card')
    .where('texts.body', '<>', '')
    .execute()
}

function titleOfCard({ field, school }: { field: string; school: string }): string {
  return `${cardFields.find(one => one.field === field)?.label ?? 'Context card'}, ${school}`
}

/** SQL for the records of a group, where its pseudonyms changed. */
export const ofGroup = {
  question: '(select id as record from enquiries where group_id = row.group_id)',
  stageText: `(select texts.id as record from texts join enquiries on enquiries.id = owner
    where texts.kind = 'stage' and group_id = row.group_id)`,
  contextCard: `(select texts.id as record from texts join context_cards on context_cards.id = owner
    join enquiries on enquiries.id = enquiry_id where texts.kind = 'context-card' and group_id = row.group_id)`,
  record: (table: string) =>
    `(select ${table}.id as record from ${table} join enquiries on enquiries.id = enquiry_id where group_id = row.group_id)`,
  comment: '(select id as record from comments where group_id = row.group_id)',
}

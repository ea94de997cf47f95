import type { Db } from '../database.js'
import type { Block, Document, Inline } from '../documents/document.js'
import { blocksFrom } from '../documents/from-markdown.js'
import { idFrom } from '../documents/headings.js'
import { blocksInOtherWords } from '../documents/in-other-words.js'
import { shortened } from '../handouts/shortening.js'
import { whatItSays } from '../handouts/what-it-says.js'
import { namesOutside, unread } from '../names/names.js'
import type { Network } from '../networks/tables.js'
import { filed, type Form } from '../pdf/form.js'
import { paperOf } from '../pdf/paper.js'
import { byName, day, listed } from '../words/words.js'
import { editionsOf } from '../publishing/editions/editions.js'
import { editionToRead } from '../publishing/editions/still-allowed.js'
import { sessionsOf, type SessionShown } from './conferences.js'
import type { Conference } from './tables.js'
import { takingPart } from '../people/roles/roles.js'

/** A5, to be held in one hand. */
export const booklet: Form = {
  ...filed,
  paper: paperOf({ width: 419.53, height: 595.28, left: 46, right: 40, top: 44, bottom: 62 }),
}

/** What is told of one group: its question, its schools and theme, and its abstract where its write-up is published. */
interface Told {
  id: string
  anchor: string
  title: string
  schools: string[]
  theme: string | null
  blocks: Block[]
}

/** The whole conference as one booklet: programme, abstracts, and an index by school and by theme. */
export async function documentOfBooklet(
  db: Db,
  network: Network,
  conference: Conference,
  baseUrl: string,
): Promise<Document> {
  const sessions = await sessionsOf(db, conference)
  const told = await abstractsOf(db, sessions, baseUrl)
  return {
    title: conference.title,
    language: network.language,
    kindOfDocument: 'Conference booklet',
    titlePage: {
      heading: conference.title,
      subtitle: network.name,
      lines: [day(conference.heldOn), conference.place].filter(Boolean),
    },
    contents: true,
    foot: day(conference.heldOn),
    parts: [
      ...(conference.welcome.trim()
        ? [heading('Welcome'), ...blocksFrom(conference.welcome, { headingLevel: 3 })]
        : []),
      heading('Programme'),
      ...programme(sessions, told),
      ...(told.length > 0 ? [heading('What the groups found'), ...told.flatMap(({ blocks }) => blocks)] : []),
      ...indexOf('By school', told, one => one.schools),
      ...indexOf('By theme', told, one => (one.theme ? [one.theme] : [])),
    ],
  }
}

function programme(sessions: SessionShown[], told: Told[]): Block[] {
  if (sessions.length === 0) return [paragraph('The programme is still to come.')]
  return [
    {
      kind: 'table',
      head: ['When', 'What', 'Where'].map(text),
      rows: sessions.map(session => [
        text(`${session.starts} to ${session.ends}`),
        whatIsOn(session, told),
        text(session.room),
      ]),
      alignment: [null, null, null],
      rowHeads: true,
    },
  ]
}

function whatIsOn(session: SessionShown, told: Told[]): Inline[] {
  const group = told.find(one => one.id === session.groupId)
  const title: Inline = { kind: 'strong', inlines: text(session.title) }
  const by = [group?.title, session.people].filter(Boolean)
  return [
    group ? { kind: 'link', href: `#${group.anchor}`, inlines: [title] } : title,
    ...(by.length > 0 ? [{ kind: 'break' as const }, ...text(by.join(' · '))] : []),
  ]
}

async function abstractsOf(db: Db, sessions: SessionShown[], baseUrl: string): Promise<Told[]> {
  const ids = [...new Set(sessions.flatMap(session => session.groupId ?? []))]
  const pseudonyms = namesOutside()
  const told = await Promise.all(
    ids.map(async id => {
      const group = await groupOf(db, id)
      const { read: words, school } = await pseudonyms.namesIn(db, id)
      const name = words(group.name)
      const anchor = `group-${idFrom(name)}`
      const schools = group.schools.map(school)
      const body = await abstractOf(db, id, baseUrl)
      const when = sessions.filter(session => session.groupId === id)
      const blocks: Block[] = [
        { kind: 'heading', level: 3, id: anchor, inlines: text(name) },
        paragraph(unread(group.question), 'lead'),
        paragraph(
          [listed(schools), ...when.map(one => `${one.starts}${one.room ? `, ${one.room}` : ''}`)].join(' · '),
          'quiet',
        ),
        ...body,
      ]
      return { id, anchor, title: name, schools, theme: group.theme, blocks: blocksInOtherWords(blocks, words) }
    }),
  )
  return told.sort((one, other) => byName({ name: one.title }, { name: other.title }))
}

async function groupOf(db: Db, id: string) {
  const group = await db
    .selectFrom('groups')
    .innerJoin('enquiries', 'enquiries.groupId', 'groups.id')
    .leftJoin('themes', 'themes.id', 'groups.themeId')
    .select(['groups.name', 'enquiries.question', 'themes.name as theme'])
    .where('groups.id', '=', id)
    .orderBy('enquiries.beganAt', 'desc')
    .executeTakeFirstOrThrow()
  const schools = await db
    .selectFrom('groupPeople')
    .innerJoin('schools', 'schools.id', 'groupPeople.schoolId')
    .select(['schools.id', 'schools.name'])
    .distinct()
    .where('groupPeople.groupId', '=', id)
    .where('groupPeople.role', 'in', takingPart)
    .where('groupPeople.leftAt', 'is', null)
    .execute()
  return { ...group, schools: schools.sort(byName) }
}

/** In the words of the newest edition that anybody may read; nothing of what is still a draft. */
async function abstractOf(db: Db, groupId: string, baseUrl: string): Promise<Block[]> {
  const writeUps = await db.selectFrom('writeUps').select('id').where('groupId', '=', groupId).execute()
  for (const { id } of writeUps.reverse()) {
    const edition = (await editionsOf(db, { ofKind: 'write-up', ofId: id })).find(one => !one.withdrawnAt)
    if (!edition) continue
    const document = await editionToRead(db, edition, baseUrl)
    const { lead, found } = whatItSays(document)
    return [
      ...(lead[0] ? [paragraph(shortened(lead[0], 600))] : []),
      ...found
        .slice(0, 3)
        .flatMap(({ claim, sure }) => [
          paragraph(shortened(claim, 220), 'claim'),
          ...(sure ? [paragraph(sure, 'sure')] : []),
        ]),
      ...(document.address
        ? [
            {
              kind: 'paragraph' as const,
              inlines: [
                ...text('Read all of it: '),
                { kind: 'link' as const, href: document.address, inlines: text(document.address) },
              ],
            },
          ]
        : []),
    ]
  }
  return [paragraph('The group is still at work. Come and hear what it sees.', 'quiet')]
}

function indexOf(title: string, told: Told[], of: (one: Told) => string[]): Block[] {
  const names = [...new Set(told.flatMap(of))].sort((one, other) => byName({ name: one }, { name: other }))
  if (names.length === 0) return []
  return [
    heading(title),
    ...names.flatMap((name): Block[] => [
      paragraph(name, 'claim'),
      {
        kind: 'index',
        entries: told
          .filter(one => of(one).includes(name))
          .map(({ anchor, title: group }) => ({ id: anchor, text: group })),
      },
    ]),
  ]
}

function heading(words: string): Block {
  return { kind: 'heading', level: 2, id: idFrom(words), inlines: text(words) }
}

function paragraph(words: string, manner?: 'lead' | 'claim' | 'sure' | 'quiet'): Block {
  return { kind: 'paragraph', inlines: text(words), ...(manner && { manner }) }
}

function text(words: string): Inline[] {
  return [{ kind: 'text', text: words }]
}

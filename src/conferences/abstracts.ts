import type { Db } from '../database.js'
import type { Block, Document } from '../documents/document.js'
import { blocksFrom } from '../documents/from-markdown.js'
import { idFrom } from '../documents/headings.js'
import { blocksInOtherWords } from '../documents/in-other-words.js'
import { shortened } from '../handouts/shortening.js'
import { claimBlocks } from '../handouts/pieces.js'
import { whatItSays } from '../handouts/what-it-says.js'
import { namesOutside, unread } from '../names/names.js'
import { takingPart } from '../people/roles/roles.js'
import { editionsOf } from '../publishing/editions/editions.js'
import { editionToRead } from '../publishing/editions/still-allowed.js'
import { byName, listed } from '../words/words.js'
import { paragraph, text } from '../documents/making-blocks.js'
import type { SessionInProgramme } from './conferences.js'
import type { Conference } from './tables.js'

/** What is told of one group: its question, its schools and theme, and its abstract where its write-up is published. */
export interface GroupInBooklet {
  id: string
  anchor: string
  title: string
  schools: string[]
  theme: string | null
  blocks: Block[]
  /** It wrote an abstract, or its work is published: then guests read of it too. */
  isOpen: boolean
}

/** The groups that lead a session, by name, each with what its write-up found so far. */
export async function abstractsOf(
  db: Db,
  conference: Pick<Conference, 'id'>,
  sessions: SessionInProgramme[],
  baseUrl: string,
): Promise<GroupInBooklet[]> {
  const ids = [...new Set(sessions.flatMap(session => session.groupId ?? []))]
  const pseudonyms = namesOutside()
  const groups = await Promise.all(
    ids.map(async id => {
      const group = await groupOf(db, id)
      const { read: words, school } = await pseudonyms.namesIn(db, id)
      const name = words(group.name)
      const anchor = `group-${idFrom(name)}`
      const own = await ownWords(db, conference, id)
      const edition = await newestEditionOf(db, id, baseUrl)
      const published = own || !edition ? undefined : abstractFrom(edition)
      // What is published is of the schools that it names, whoever has come or left since.
      const schools = edition?.schools ?? group.schools.map(school)
      const isOpen = own !== undefined || published !== undefined
      const when = sessions.filter(session => session.groupId === id)
      const blocks: Block[] = [
        { kind: 'heading', level: 3, id: anchor, inlines: text(name) },
        paragraph(unread(group.question), 'lead'),
        paragraph(
          [
            listed(schools),
            ...when.map(one => `${one.starts}${one.room ? `, ${one.room}` : ''}`),
            ...(isOpen ? [] : ['The group is still at work. Come and hear what it sees.']),
          ].join(' · '),
          'quiet',
        ),
        ...(own ?? published ?? []),
      ]
      return {
        id,
        anchor,
        title: name,
        schools,
        theme: group.theme,
        blocks: blocksInOtherWords(blocks, words),
        isOpen,
      }
    }),
  )
  return groups.sort((one, other) => byName({ name: one.title }, { name: other.title }))
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

/** The newest edition that anybody may read; nothing of what is still a draft. */
async function newestEditionOf(db: Db, groupId: string, baseUrl: string): Promise<Document | undefined> {
  const writeUps = await db.selectFrom('writeUps').select('id').where('groupId', '=', groupId).execute()
  for (const { id } of writeUps.reverse()) {
    const edition = (await editionsOf(db, { ofKind: 'write-up', ofId: id })).find(one => !one.withdrawnAt)
    if (edition) return editionToRead(db, edition, baseUrl)
  }
  return undefined
}

/** In the words of an edition: its first sentences, and its claims with how sure it is of each. */
function abstractFrom(document: Document): Block[] {
  const { lead, found } = whatItSays(document)
  return [
    ...(lead[0] ? [paragraph(shortened(lead[0], 600))] : []),
    ...found.slice(0, 3).flatMap(finding => claimBlocks(finding, 0)),
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

/** What the group wrote for this conference; undefined where it wrote nothing. */
async function ownWords(db: Db, conference: Pick<Conference, 'id'>, groupId: string): Promise<Block[] | undefined> {
  const row = await db
    .selectFrom('conferenceAbstracts')
    .select('words')
    .where('conferenceId', '=', conference.id)
    .where('groupId', '=', groupId)
    .executeTakeFirst()
  const words = row ? unread(row.words) : ''
  return words.trim() ? blocksFrom(words, { headingLevel: 4 }) : undefined
}

import type { Db } from '../database.js'
import type { Block, Document, Inline } from '../documents/document.js'
import { blocksFrom } from '../documents/from-markdown.js'
import type { Network } from '../networks/tables.js'
import { filed, type Form } from '../pdf/form.js'
import { paperOf } from '../pdf/paper.js'
import { byName, day } from '../words/words.js'
import { abstractsOf, type GroupInBooklet } from './abstracts.js'
import { heading, paragraph, text } from '../documents/making-blocks.js'
import { sessionsOf, type SessionInProgramme } from './conferences.js'
import type { Conference } from './tables.js'

/** A5, to be held in one hand. */
export const booklet: Form = {
  ...filed,
  wholeSheets: true,
  paper: paperOf({ width: 419.53, height: 595.28, left: 46, right: 40, top: 44, bottom: 62 }),
}

/**
 * The whole conference as one booklet: programme, abstracts, and an index by school and by theme.
 * @param asGuest only the groups that wrote an abstract for it, or published their work
 */
export async function documentOfBooklet(
  db: Db,
  network: Network,
  conference: Conference,
  baseUrl: string,
  asGuest = false,
): Promise<Document> {
  const all = await sessionsOf(db, conference)
  const told = await abstractsOf(db, conference, all, baseUrl)
  const groups = asGuest ? told.filter(one => one.isOpen) : told
  const sessions = all.map(session => (groups.some(one => one.id === session.groupId) ? session : unled(session)))
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
      ...programme(sessions, groups),
      ...(groups.length > 0 ? [heading('What the groups found'), ...groups.flatMap(({ blocks }) => blocks)] : []),
      ...indexOf('By school', groups, one => one.schools),
      ...indexOf('By theme', groups, one => (one.theme ? [one.theme] : [])),
    ],
  }
}

/** To guests a group that wrote and published nothing is not named. */
function unled(session: SessionInProgramme): SessionInProgramme {
  return { ...session, groupId: null, groupName: null }
}

function programme(sessions: SessionInProgramme[], groups: GroupInBooklet[]): Block[] {
  if (sessions.length === 0) return [paragraph('The programme is still to come.')]
  const times = atTheSameTime(sessions)
  const most = Math.max(...times.map(at => at.length))
  return [
    {
      kind: 'table',
      head: ['When', 'What', ...Array.from({ length: most - 1 }, () => 'At the same time')].map(text),
      rows: times.map(at => [
        text(
          `${at[0]!.starts} to ${at
            .map(({ ends }) => ends)
            .sort()
            .at(-1)!}`,
        ),
        ...at.map(session => whatIsOn(session, groups)),
        ...Array.from({ length: most - at.length }, () => []),
      ]),
      alignment: [null, ...Array.from({ length: most }, () => null)],
      rowHeads: true,
    },
  ]
}

/** Sessions that begin together stand side by side, so that one can choose. */
function atTheSameTime(sessions: SessionInProgramme[]): SessionInProgramme[][] {
  const times: SessionInProgramme[][] = []
  for (const session of sessions) {
    const last = times.at(-1)
    if (last?.[0]!.starts === session.starts) last.push(session)
    else times.push([session])
  }
  return times
}

function whatIsOn(session: SessionInProgramme, groups: GroupInBooklet[]): Inline[] {
  const group = groups.find(one => one.id === session.groupId)
  const title: Inline = { kind: 'strong', inlines: text(session.title) }
  const by = [group?.title, session.people, session.room].filter(Boolean)
  return [
    group ? { kind: 'link', href: `#${group.anchor}`, inlines: [title] } : title,
    ...(by.length > 0 ? [{ kind: 'break' as const }, ...text(by.join(' · '))] : []),
  ]
}

function indexOf(title: string, groups: GroupInBooklet[], of: (one: GroupInBooklet) => string[]): Block[] {
  const names = [...new Set(groups.flatMap(of))].sort((one, other) => byName({ name: one }, { name: other }))
  if (names.length === 0) return []
  return [
    heading(title),
    ...names.flatMap((name): Block[] => [
      paragraph(name, 'claim'),
      {
        kind: 'index',
        entries: groups
          .filter(one => of(one).includes(name))
          .map(({ anchor, title: group }) => ({ id: anchor, text: group })),
      },
    ]),
  ]
}

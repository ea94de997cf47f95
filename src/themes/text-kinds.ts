import { NotFound } from '../errors.js'
import type { TextKind } from '../texts/kinds.js'
import { ownNotes } from './leading/own-notes.js'
import { termTexts } from './notes/theme-terms.js'
import { mayChangeTheme, mayKeepOwnNotes } from './permissions.js'
import { themeAddress } from './themes.js'

/** What a theme writes each term: the note to the circle, and the summary across its groups. */
export const themeTermTexts: TextKind = {
  kind: termTexts,
  ownedBy: null,
  whose: async (db, owner) => networkOf(await themeBy(db, owner)),
  async find(db, person, owner, name) {
    const theme = await themeBy(db, owner)
    const term = await db
      .selectFrom('terms')
      .selectAll()
      .where('id', '=', owner.split('~')[1] ?? '')
      .executeTakeFirst()
    if (!theme || !term || term.networkId !== theme.networkId || !mayChangeTheme(person, theme))
      throw new NotFound('text')
    if (name === 'note')
      return { mayWrite: true, label: 'Note to the circle', back: `${themeAddress(theme)}/notes/${term.slug}#f-note` }
    if (name === 'reading')
      return { mayWrite: true, label: 'Summary', back: `${themeAddress(theme)}/reading?term=${term.slug}#f-reading` }
    throw new NotFound('text')
  },
}

/** Notes that a co-leader keeps for themselves: on the network half of the work, and on their own school’s. */
export const ownNoteTexts: TextKind = {
  kind: ownNotes,
  ownedBy: null,
  whose: async (db, owner) => networkOf(await themeBy(db, owner)),
  async find(db, person, owner, name) {
    const theme = await themeBy(db, owner)
    const isOwn = theme && owner.split('~')[1] === person.id && mayKeepOwnNotes(person, theme)
    if (!isOwn || !['network', 'school'].includes(name)) throw new NotFound('text')
    return { mayWrite: true, label: 'My notes', back: `${themeAddress(theme)}/leading#f-${name}` }
  },
}

type Db = Parameters<TextKind['whose']>[0]

function themeBy(db: Db, owner: string) {
  return db
    .selectFrom('themes')
    .selectAll()
    .where('id', '=', owner.split('~')[0] ?? '')
    .executeTakeFirst()
}

function networkOf(theme: { networkId: string } | undefined) {
  return theme && { network: theme.networkId }
}

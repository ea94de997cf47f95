import type { Db } from '../../database.js'
import { enquiriesOf } from '../../enquiries/enquiry.js'
import { ownNames, unread } from '../../names/names.js'
import { termOn, termsOf } from '../../networks/terms/terms.js'
import { textInPlace } from '../../texts/in-place.js'
import { readTexts, textsOf } from '../../texts/texts.js'
import { formOf, type FormState } from '../../web/read.js'
import { ownerOfTerm, termTexts, themeTermOf } from '../notes/theme-terms.js'
import type { ReadingPage } from '../pages.js'
import type { FoundTheme } from '../themes.js'
import { readAcross } from './claims-across.js'

/**
 * What the groups of a theme claim alike and unlike, with the co-leader’s summary of a term.
 * @param slug the term; the one that is now, where none is named
 */
export async function readingPage(
  db: Db,
  { person, theme, network, head, address, may }: FoundTheme,
  slug: string,
  form: FormState = formOf(),
): Promise<ReadingPage> {
  const terms = await termsOf(db, network.id)
  const term = terms.find(one => one.slug === slug) ?? (await termOn(db, network.id)) ?? null
  const across = await readAcross(db, person, theme)
  return {
    title: `Read across ${theme.name}`,
    head,
    theme,
    address,
    own: `${address}/reading`,
    ...across,
    term,
    terms: terms.filter(one => one.id !== term?.id).slice(0, 6),
    summary: term && (await summaryOf(db, theme.id, term, may.change)),
    groupsOfMine: await groupsOfMine(db, { person, theme }),
    form,
    may,
  }
}

async function summaryOf(db: Db, themeId: string, term: { id: string; slug: string }, mayWrite: boolean) {
  const owner = ownerOfTerm({ id: themeId }, term)
  const texts = await textsOf(db, termTexts, owner)
  const { readingOutAt } = await themeTermOf(db, themeId, term.id)
  const body = unread(texts.reading?.body ?? '')
  return {
    outAt: readingOutAt,
    // Before it may go out, only those who write it read it.
    body: mayWrite || readingOutAt ? body : '',
    text: mayWrite
      ? textInPlace({ kind: termTexts, owner, field: 'reading' }, readTexts(texts, ownNames), {
          label: 'In a few sentences: what is alike, what is not, and what that tells us',
          hint: 'No names of children or colleagues. Schools only where they would say it themselves.',
          rows: 7,
        })
      : null,
  }
}

/** The groups of the theme in which the reader takes part, so that they can share codes with it. */
async function groupsOfMine(db: Db, { person, theme }: Pick<FoundTheme, 'person' | 'theme'>) {
  const rows = await db.selectFrom('groups').select('id').where('themeId', '=', theme.id).execute()
  const mine = rows.map(row => row.id).filter(id => person.isVolunteerIn(id))
  const enquiries = await enquiriesOf(db, person, mine)
  return enquiries.filter(one => one.closedAt === null).map(one => ({ id: one.groupId, name: one.groupName }))
}

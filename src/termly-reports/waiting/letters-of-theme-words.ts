import { type Db, inOne, type Trx } from '../../database.js'
import { record } from '../../facts/facts.js'
import { waitingLetter } from '../../mail/waiting-letters.js'
import type { LetterSort } from '../../mail/wishes.js'
import { isNearEnd } from '../../networks/terms/term-now.js'
import { rolesThat } from '../../people/roles/roles.js'
import { today } from '../../web/now.js'
import '../facts.js'
import { reportKind } from '../short-reports/fields.js'
import { themeWordsInWords } from './theme-words-to-write.js'

export const reportLetters: LetterSort[] = [
  {
    letter: 'theme-words',
    name: 'The termly report waits for my paragraph',
    holds:
      'When you lead a theme, a term comes to its end, and nothing is written yet of what happened across the groups.',
    of: 'Themes and projects',
  },
]

/** Once for each theme and term, in its last weeks: that its paragraph waits becomes a fact, and so a letter. */
export function askForThemeWords(db: Db): Promise<number> {
  return inOne(db, async trx => {
    const waiting = await themesWithoutWords(trx)
    for (const { themeId, networkId, termId } of waiting) {
      const about = { networkId, aboutKind: 'theme', aboutId: themeId }
      await record(trx, { kind: 'theme words wait', by: null, ...about, termId })
    }
    return waiting.length
  })
}

async function themesWithoutWords(trx: Trx) {
  const day = today()
  const rows = await trx
    .selectFrom('themes')
    .innerJoin('terms', 'terms.networkId', 'themes.networkId')
    .select(['themes.id as themeId', 'themes.networkId', 'terms.id as termId', 'terms.startsOn', 'terms.endsOn'])
    .where('themes.closedAt', 'is', null)
    .where('terms.startsOn', '<=', day)
    .where('terms.endsOn', '>=', day)
    .execute()
  const near = rows.filter(row => isNearEnd(row, day))
  const asked = await trx
    .selectFrom('facts')
    .select(['aboutId', 'details'])
    .where('kind', '=', 'theme words wait')
    .where('aboutId', 'in', [...near.map(row => row.themeId), ''])
    .execute()
  const known = new Set(asked.map(({ aboutId, details }) => `${aboutId} ${details}`))
  const open = near.filter(row => !known.has(`${row.themeId} ${JSON.stringify({ termId: row.termId })}`))
  const written = await Promise.all(open.map(row => hasWords(trx, row)))
  return open.filter((_, place) => !written[place])
}

async function hasWords(db: Db | Trx, { themeId, termId }: { themeId: string; termId: string }): Promise<boolean> {
  const row = await db
    .selectFrom('texts')
    .select('version')
    .where('kind', '=', reportKind)
    .where('owner', '=', termId)
    .where('field', '=', `theme-${themeId}`)
    .where('version', '>', 0)
    .executeTakeFirst()
  return row !== undefined
}

/** To those who lead the theme, unless one of them has written meanwhile. */
export const ofThemeWords = waitingLetter({
  letter: 'theme-words',
  follows: ['theme words wait'],
  async tell(db, { aboutId, details: { termId } }) {
    const row = await db
      .selectFrom('themes')
      .innerJoin('terms', 'terms.networkId', 'themes.networkId')
      .select(['themes.id', 'themes.name as theme', 'themes.networkId', 'terms.name as term', 'terms.slug'])
      .where('themes.id', '=', aboutId)
      .where('themes.closedAt', 'is', null)
      .where('terms.id', '=', termId)
      .executeTakeFirst()
    if (!row || (await hasWords(db, { themeId: row.id, termId }))) return []
    const leaders = await db
      .selectFrom('networkRoles')
      .select('personId')
      .distinct()
      .where('themeId', '=', row.id)
      .where('role', 'in', rolesThat('leads the theme'))
      .where('endedAt', 'is', null)
      .execute()
    return [
      {
        to: leaders.map(one => one.personId),
        says: themeWordsInWords(row),
        address: `/networks/${row.networkId}/reports/${row.slug}#f-theme-${row.id}`,
      },
    ]
  },
})

import type { Db } from '../database.js'
import { lettersAfter } from '../mail/following.js'
import type { LetterSort } from '../mail/wishes.js'
import './facts.js'
import { sessionDate } from './in-the-year/dates.js'
import { coLeadersOf, themeAddress } from './themes.js'
import { dayAndTime, time } from '../words/words.js'

export const themeLetters: LetterSort[] = [
  {
    letter: 'champions',
    name: 'I am asked to be a champion of a theme',
    holds: 'When you are asked, and when somebody whom you asked has answered.',
    of: 'Themes and projects',
  },
  {
    letter: 'theme-sessions',
    name: 'A session of a theme to which I come',
    holds: 'For your calendar when you say that you come, and when it is changed or not held.',
    of: 'Themes and projects',
  },
  {
    letter: 'theme-notes',
    name: 'A note on a theme, or a theme to lead',
    holds: 'When a note is sent to those who lead the network, and when a theme is handed over to you.',
    of: 'Themes and projects',
  },
]

/** To whoever was asked to be a champion, and back to whoever asked. */
const tellOfChampions = lettersAfter({
  name: 'letters about champions of themes',
  letter: 'champions',
  follows: ['champion asked', 'champion said yes', 'champion said no'],
  async write({ db, baseUrl }, { kind, aboutId }) {
    const row = await db
      .selectFrom('themeChampions')
      .innerJoin('themes', 'themes.id', 'themeChampions.themeId')
      .innerJoin('people', 'people.id', 'themeChampions.personId')
      .innerJoin('people as askers', 'askers.id', 'themeChampions.askedBy')
      .innerJoin('schools', 'schools.id', 'themeChampions.schoolId')
      .selectAll('themeChampions')
      .select(['themes.name as theme', 'themes.networkId', 'schools.name as school'])
      .select(['people.name', 'people.email', 'askers.name as asker', 'askers.email as askerEmail'])
      .where('themeChampions.id', '=', aboutId)
      .where('themeChampions.endedAt', 'is', null)
      .executeTakeFirst()
    if (!row) return []
    const at = `${baseUrl}${themeAddress({ id: row.themeId, networkId: row.networkId })}`
    if (kind === 'champion asked')
      return [
        {
          to: row.email,
          subject: `Would you be the person to ask about ${row.theme}?`,
          text: `${row.asker} asks whether you would be the champion of the theme “${row.theme}” at ${row.school}: the colleague whom others can ask about it.\n${row.why ? `\n${row.why}\n` : ''}\nNothing is said of it before you have said yes, and you can step back at any time. To answer, open:\n${at}/champions/${row.id}\n`,
        },
      ]
    const yes = kind === 'champion said yes'
    return [
      {
        to: row.askerEmail,
        subject: `${row.name} ${yes ? 'is a champion of' : 'will not be a champion of'} ${row.theme}`,
        text: `${row.name} said ${yes ? 'yes' : 'no'} to being the person to ask about “${row.theme}” at ${row.school}.\n\nThe theme:\n${at}\n`,
      },
    ]
  },
})

/** To those who said that they come, when a session is moved or will not take place. */
const tellOfSessions = lettersAfter({
  name: 'letters about sessions of themes',
  letter: 'theme-sessions',
  follows: ['theme session changed', 'theme session cancelled'],
  async write({ db, baseUrl }, { kind, aboutId, personId }) {
    const row = await db
      .selectFrom('themeSessions')
      .innerJoin('themes', 'themes.id', 'themeSessions.themeId')
      .leftJoin('schools', 'schools.id', 'themeSessions.schoolId')
      .selectAll('themeSessions')
      .select(['themes.name as theme', 'themes.networkId', 'schools.name as school'])
      .where('themeSessions.id', '=', aboutId)
      .executeTakeFirst()
    if (!row) return []
    const date = sessionDate(row)
    const when = `${dayAndTime(row.startsAt)} to ${time(row.endsAt)}`
    const cancelled = kind === 'theme session cancelled'
    const text = cancelled
      ? `“${row.title}” on ${when} will not take place.\n\n${row.cancelledBecause}\n\n${baseUrl}${date.href}\n`
      : `“${row.title}” has been changed. It is on ${when}${date.where ? `, ${date.where}` : ''}.\n\n${baseUrl}${date.href}\n`
    const subject = cancelled ? `Cancelled: ${row.title}` : `Changed: ${row.title}`
    return (await emailsComing(db, row.id, personId)).map(to => ({ to, subject, text, date }))
  },
})

/** To whoever said that they come: for their calendar. */
const tellWhoComes = lettersAfter({
  name: 'letters to those who come to a session',
  letter: 'theme-sessions',
  follows: ['coming to a theme session'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const row = await db
      .selectFrom('themeSessions')
      .innerJoin('themes', 'themes.id', 'themeSessions.themeId')
      .innerJoin('themeSessionPeople', 'themeSessionPeople.sessionId', 'themeSessions.id')
      .innerJoin('people', 'people.id', 'themeSessionPeople.personId')
      .leftJoin('schools', 'schools.id', 'themeSessions.schoolId')
      .selectAll('themeSessions')
      .select(['themes.name as theme', 'themes.networkId', 'schools.name as school', 'people.email'])
      .where('themeSessions.id', '=', aboutId)
      .where('people.id', '=', personId)
      .where('withdrewAt', 'is', null)
      .where('cancelledAt', 'is', null)
      .executeTakeFirst()
    if (!row) return []
    const date = sessionDate(row)
    const when = `${dayAndTime(row.startsAt)} to ${time(row.endsAt)}${date.where ? `, ${date.where}` : ''}`
    const text = `You come to “${row.title}”: ${when}.\n\nShould that change, say so here:\n${baseUrl}${date.href}\n`
    return [{ to: row.email, subject: `You come to ${row.title}`, text, date }]
  },
})

/** The note of a theme, to those who look after the network’s research and development: its leaders and co-leaders. */
const tellOfNotes = lettersAfter({
  name: 'letters about notes of themes',
  letter: 'theme-notes',
  follows: ['theme note sent'],
  async write({ db, baseUrl }, { aboutId, personId }) {
    const theme = await db.selectFrom('themes').selectAll().where('id', '=', aboutId).executeTakeFirst()
    if (!theme) return []
    const rows = await db
      .selectFrom('networkRoles')
      .innerJoin('people', 'people.id', 'networkRoles.personId')
      .select('people.email')
      .distinct()
      .where('networkRoles.networkId', '=', theme.networkId)
      .where('networkRoles.role', 'in', ['network leader', 'co-leader'])
      .where('networkRoles.endedAt', 'is', null)
      .where('people.disabledAt', 'is', null)
      .where('people.id', '<>', personId ?? '')
      .execute()
    const text = `There is a note on the theme “${theme.name}” for the research and development circle. Read it here:\n${baseUrl}${themeAddress(theme)}/notes\n`
    return rows.map(({ email }) => ({ to: email, subject: `A note on ${theme.name}`, text }))
  },
})

/** To whoever leads a theme from now on. */
const tellOfHandover = lettersAfter({
  name: 'letters of themes that were handed over',
  letter: 'theme-notes',
  follows: ['theme handed over'],
  async write({ db, baseUrl }, { aboutId, details: { to } }) {
    const theme = await db.selectFrom('themes').selectAll().where('id', '=', aboutId).executeTakeFirst()
    const leader = theme && (await coLeadersOf(db, theme.id)).find(one => one.id === to)
    if (!theme || !leader) return []
    const text = `You lead the theme “${theme.name}” from now on. Everything in it is where it was: its objectives, activities, sessions and notes.\n\nWhat comes next, in the network and in your school:\n${baseUrl}${themeAddress(theme)}/leading\n`
    return [{ to: leader.email, subject: `You lead ${theme.name}`, text }]
  },
})

async function emailsComing(db: Db, sessionId: string, but: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('themeSessionPeople')
    .innerJoin('people', 'people.id', 'themeSessionPeople.personId')
    .select('people.email')
    .where('sessionId', '=', sessionId)
    .where('withdrewAt', 'is', null)
    .where('people.disabledAt', 'is', null)
    .where('people.id', '<>', but ?? '')
    .execute()
  return rows.map(row => row.email)
}

export const themeFollowers = [tellOfChampions, tellOfSessions, tellWhoComes, tellOfNotes, tellOfHandover]

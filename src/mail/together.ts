import { type Fact, factOf } from '../facts/facts.js'
import type { Follower } from '../facts/followers.js'
import type { House } from '../house.js'
import type { CalendarDate } from '../icalendar/calendar-date.js'
import { plural } from '../words/words.js'
import { offAddress } from './doors.js'
import { type LetterWriter, writersAmong } from './following.js'
import type { Letter } from './mail.js'
import type { LetterToSend } from './tables.js'
import { type LetterTeller, tellersAmong, type WaitsFor } from './waiting-letters.js'
import type { LetterSort } from './wishes.js'

/** One thing that a letter says: of what kind, in a sentence with an address or as a letter of its own. */
interface Part {
  letter: string
  subject: string
  text: string
  isWhole: boolean
  date?: CalendarDate
}

/** What the lines that wait have to say. Of one fact a writer tells all its readers; it is asked once in a pass. */
export class WhatIsSaid {
  private readonly writers: Map<string, LetterWriter>
  private readonly tellers: Map<string, LetterTeller>
  private readonly told = new Map<string, Promise<WaitsFor[]>>()
  private readonly written = new Map<string, Promise<Letter[]>>()

  constructor(
    private readonly house: House,
    followers: Follower[],
  ) {
    this.writers = writersAmong(followers)
    this.tellers = tellersAmong(followers)
  }

  /** In their order, each once; what is not so any more is left out. */
  async to(person: { id: string; email: string }, lines: LetterToSend[]): Promise<Part[]> {
    const parts: Part[] = []
    for (const line of lines) {
      const own =
        line.writer === null ? await this.toldTo(person, line) : await this.writtenTo(person, line, line.writer)
      // Moved twice within minutes, both letters say where it is now.
      parts.push(...own.filter(one => !one.isWhole || !parts.some(other => other.text === one.text)))
    }
    return parts
  }

  /** The sentence as it is now, or nothing where nobody waits for them any more. */
  private async toldTo({ id }: { id: string }, line: LetterToSend): Promise<Part[]> {
    const key = `${line.factId} ${line.letter}`
    const told = this.told.get(key) ?? this.toldOf(line)
    this.told.set(key, told)
    return (await told)
      .filter(({ to, address }) => to.includes(id) && address === line.address)
      .map(({ says }) => sentenceOf({ ...line, says }, this.house))
  }

  private async toldOf({ factId, letter }: LetterToSend): Promise<WaitsFor[]> {
    const fact = await this.factWith(factId)
    return fact ? ((await this.tellers.get(letter)?.tell(this.house.db, fact)) ?? []) : []
  }

  private async writtenTo({ email }: { email: string }, { factId, letter }: LetterToSend, name: string) {
    const key = `${factId} ${name}`
    const letters = this.written.get(key) ?? this.writtenOf(factId, name)
    this.written.set(key, letters)
    return (await letters)
      .filter(one => one.to === email)
      .map(({ subject, text, date }): Part => ({
        letter,
        subject,
        text: text.trim(),
        isWhole: true,
        ...(date && { date }),
      }))
  }

  private async writtenOf(factId: string, name: string): Promise<Letter[]> {
    const fact = await this.factWith(factId)
    return fact ? ((await this.writers.get(name)?.write(this.house, fact)) ?? []) : []
  }

  private async factWith(id: string): Promise<Fact | undefined> {
    const row = await this.house.db.selectFrom('facts').selectAll().where('id', '=', id).executeTakeFirst()
    return row && factOf(row)
  }
}

function sentenceOf({ letter, says, address }: LetterToSend, { baseUrl }: House): Part {
  return { letter, subject: says.replace(/\.$/, ''), text: `${says}\n${baseUrl}${address}`, isWhole: false }
}

const mostSentences = 12

/** One letter about everything there is to tell somebody, and how to stop each kind of it. */
export function lettersTogether(
  person: { name: string; email: string },
  said: Part[],
  { sorts, door, baseUrl }: { sorts: LetterSort[]; door: string; baseUrl: string },
): Letter {
  const sentences = said.filter(one => !one.isWhole)
  const more = sentences.length - mostSentences
  const shown = said.filter(one => one.isWhole || sentences.indexOf(one) < mostSentences)
  const kinds = [...new Set(said.map(one => one.letter))]
  const stops = kinds.map(kind => {
    const name = sorts.find(one => one.letter === kind)?.name ?? kind
    return `“${name}”: no more of these\n${offAddress(baseUrl, door, kind)}`
  })
  const parts = [
    `Hello ${person.name},`,
    ...shown.map(({ subject, text, isWhole }) => (isWhole && said.length > 1 ? `– ${subject} –\n\n${text}` : text)),
    ...(more > 0 ? [`${plural(more, 'other thing stands', 'other things stand')} on Your day:\n${baseUrl}/`] : []),
    `You hear of these unless you say no:\n${stops.join('\n')}`,
    `All your letters: ${baseUrl}/letters`,
  ]
  const waits = sentences.length === said.length ? 'things wait for you' : 'things to tell you'
  const subject = said.length === 1 ? said[0]!.subject : `${said.length} ${waits}`
  const [date, ...furtherDates] = datesOf(said)
  return {
    to: person.email,
    subject,
    text: `${parts.join('\n\n')}\n`,
    off: offAddress(baseUrl, door, kinds[0]!),
    ...(date && { date }),
    ...(furtherDates.length > 0 && { furtherDates }),
  }
}

/** Each date once, as the last letter has it. */
function datesOf(said: Part[]): CalendarDate[] {
  const dates = new Map<string, CalendarDate>()
  for (const { date } of said) if (date) dates.set(date.uid, date)
  return [...dates.values()]
}

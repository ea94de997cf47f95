import type { Db } from '../../database.js'
import type { Document } from '../../documents/document.js'
import { NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { type ComparedPart, comparedParts } from '../../publishing/comparing/comparing.js'
import { shownDocument } from '../../publishing/taking-away/shown-document.js'
import { textInPlace } from '../../texts/in-place.js'
import { type Saved, saverOf } from '../../texts/texts.js'
import { type FormState, formOf } from '../../web/read.js'
import { dayAndTime } from '../../words/words.js'
import { issueById } from '../drafting/issues.js'
import type { HomePage } from '../drafting/pages.js'
import { type OpenedText, openText, overOf } from '../drafting/text-page.js'
import { theText, wordsNow } from '../drafting/texts.js'
import { mayReadHome, mayWriteHome } from '../permissions.js'
import type { ProjectIssue } from '../tables.js'
import { documentOfHome, documentOfIssue, wordsOfHome } from './documents.js'
import { findHome, homeKind, type NamedHome } from './homes.js'

/** A school’s own version of a text, as a person opens it. */
export interface OpenedHome extends OpenedText {
  home: NamedHome
  /** What it was taken home from. */
  issue: ProjectIssue
  now: Saved
  homeAddress: string
}

/** @throws NotFound where the school keeps it at home */
export async function openHome(
  db: Db,
  person: Reader,
  at: { network: string; project: string; text: string; school: string },
): Promise<OpenedHome> {
  const there = await openText(db, person, at)
  const home = await findHome(db, there.text, at.school)
  if (!mayReadHome(person, there, home)) throw new NotFound('version')
  const issue = await issueById(db, home.issueId)
  const now = await wordsNow(db, homeKind, home.id)
  return { ...there, home, issue, now, homeAddress: `${there.textAddress}/schools/${home.schoolId}` }
}

export function documentOf({ network, project, text, home, issue, now }: OpenedHome): Document {
  return documentOfHome({ network, project, text }, home, issue, now.body)
}

export async function homePage(db: Db, there: OpenedHome, form?: FormState): Promise<HomePage> {
  const { person, head, text, home, issue, now, issues } = there
  const write = mayWriteHome(person, home)
  const own = documentOf(there)
  const words = wordsOfHome(there, home, issue, now.body)
  const line = write ? issues.find(one => one.agreedOn && one.number > issue.number) : undefined
  const newer = line && (await issueById(db, line.id))
  const saved = now.savedAt ? `Last saved ${dayAndTime(now.savedAt)} by ${await saverOf(db, now)}` : ''
  const place = { kind: homeKind, owner: home.id, field: theText }
  return {
    title: `${text.title} at ${home.name}`,
    ...{ head, over: overOf(there), address: there.homeAddress, back: there.textAddress, school: home.name },
    from: {
      href: `${there.textAddress}/issues/${issue.number}`,
      name: issue.name,
      agreedOn: issue.agreedOn ?? '',
    },
    newer: newer
      ? {
          ...{ number: newer.number, name: newer.name, agreedOn: newer.agreedOn! },
          parts: differing(documentOfIssue(there, issue, []), documentOfIssue(there, newer, [])),
        }
      : null,
    text: write
      ? { ...textInPlace(place, { [theText]: now }, { label: `${text.title} in our school`, rows: 18 }), saved }
      : null,
    document: write ? null : await shownDocument(own, () => ''),
    ...{ changed: home.changed, because: home.because, shared: home.sharedAt !== null },
    parts: differing(documentOfIssue(there, issue, []), words),
    form: form ?? formOf({ changed: home.changed, because: home.because }),
    may: { write },
  }
}

/** What is different from one to the other, but for their title pages. */
function differing(before: Document, after: Document): ComparedPart[] {
  return comparedParts(before, after).filter(part => part.heading !== 'Title page')
}

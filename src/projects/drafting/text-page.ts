import type { Db } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { Reader } from '../../names/reader.js'
import { schoolsByIds } from '../../networks/schools/schools.js'
import { textInPlace } from '../../texts/in-place.js'
import { saverOf } from '../../texts/texts.js'
import { type FormState, formOf } from '../../web/read.js'
import { dayAndTime } from '../../words/words.js'
import { type OpenedProject, openProject } from '../finding.js'
import { peopleToChoose } from '../../networks/people/people-to-choose.js'
import { isInProject, mayChooseWriters, mayReadHome, mayWriteText, schoolsToTakeHomeTo } from '../permissions.js'
import { homesOf } from '../taking-home/homes.js'
import type { ProjectText } from '../tables.js'
import { threadOf } from './comments.js'
import { type IssueLine, issuesOf } from './issues.js'
import type { TextPage } from './pages.js'
import { findText, projectTextKind, theText, type Writer, writersOf, wordsNow } from './texts.js'

/** A text that is drafted together, as a person opens it. */
export interface OpenedText extends OpenedProject {
  text: ProjectText
  writers: Writer[]
  issues: IssueLine[]
  /** Whether they read what is not agreed yet. */
  inside: boolean
  textAddress: string
}

/** @throws NotFound also while nothing is agreed, for those who are not in the project */
export async function openText(
  db: Db,
  person: Reader,
  at: { network: string; project: string; text: string },
): Promise<OpenedText> {
  const there = await openProject(db, person, at)
  const text = await findText(db, there.project, at.text)
  const issues = await issuesOf(db, [text])
  const inside = isInProject(person, there)
  if (!inside && !issues.some(one => one.agreedOn)) throw new NotFound('text')
  const writers = await writersOf(db, text)
  return { ...there, text, issues, writers, inside, textAddress: `${there.address}/texts/${text.id}` }
}

export const overOf = ({ project, address }: OpenedProject) => ({ text: project.title, href: address })

/** The newest issue that can be taken home: agreed; those in the project may take one that was only kept. */
export function issueToTakeHome({ issues, inside }: OpenedText): IssueLine | undefined {
  return issues.find(one => one.agreedOn) ?? (inside ? issues[0] : undefined)
}

export async function textPage(
  db: Db,
  there: OpenedText,
  forms: { issue?: FormState; said?: FormState } = {},
): Promise<TextPage> {
  const { person, head, text, writers, issues, inside, network } = there
  const address = there.textAddress
  const ids = writers.map(one => one.id)
  const write = mayWriteText(person, there, ids)
  const choose = mayChooseWriters(person, there, ids) && inside
  const now = await wordsNow(db, projectTextKind, text.id)
  const homes = await homesOf(db, [text])
  const mine = await schoolsByIds(db, schoolsToTakeHomeTo(person, there))
  const issue = issueToTakeHome(there)
  const place = { kind: projectTextKind, owner: text.id, field: theText }
  const saved = now.savedAt ? `Last saved ${dayAndTime(now.savedAt)} by ${await saverOf(db, now)}` : ''
  return {
    title: text.title,
    ...{ head, over: overOf(there), address, about: text.about, writers: writers.map(one => one.name) },
    text: write ? { ...textInPlace(place, { [theText]: now }, { label: text.title, rows: 18 }), saved } : null,
    reading: !write && inside ? now.body : null,
    issues: issues
      .filter(one => inside || one.agreedOn)
      .map(({ number, name, agreedOn, keptAt, by }) => ({
        ...{ href: `${address}/issues/${number}`, name, agreedOn: agreedOn ?? '', keptAt, by },
      })),
    homes: homes.map(home => {
      const shown = mayReadHome(person, there, home)
      return {
        ...{
          school: home.name,
          shared: home.sharedAt !== null,
          href: shown ? `${address}/schools/${home.schoolId}` : '',
        },
        ...{ changed: shown ? home.changed : '', because: shown ? home.because : '' },
      }
    }),
    take: issue
      ? {
          issue: String(issue.number),
          name: issue.name,
          schools: mine
            .filter(one => !homes.some(home => home.schoolId === one.id))
            .map(({ id, name }) => ({ id, name })),
        }
      : null,
    own: homes
      .filter(home => mine.some(one => one.id === home.schoolId))
      .map(({ schoolId, name, issueId }) => {
        const taken = issues.find(one => one.id === issueId)
        const newer = issues.find(one => one.agreedOn && taken && one.number > taken.number)
        return { href: `${address}/schools/${schoolId}`, name, newer: newer?.name ?? '' }
      }),
    thread: inside
      ? await threadOf(db, text, person, {
          ...{ address: `${address}/comments`, may: { comment: true, answer: write } },
          ...(forms.said ? { form: forms.said } : {}),
        })
      : null,
    people: choose ? await peopleToChoose(db, network.id, 'belongs') : [],
    chosen: ids,
    form: forms.issue ?? formOf(),
    may: { write, keep: write, choose },
  }
}

/** @throws NotAllowed */
export function allowWriting(there: OpenedText): void {
  const writers = there.writers.map(one => one.id)
  allow(mayWriteText(there.person, there, writers), 'Those who write the text do this.')
}

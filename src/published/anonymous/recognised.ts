import type { Block, Document } from '../../documents/document.js'
import { inlineText } from '../../documents/inline-text.js'
import { addMistake, type FormState, formOf } from '../../web/read.js'
import { listed } from '../../words/words.js'

/** Words by which a copy is recognised before a line of it is read. */
export interface Recognised {
  /** How the form calls it: `title`, `question`, `group`, `heading-3`. */
  field: string
  where: string
  words: string
  /** Names in them, as they stand there. */
  found: string[]
  /** What might stand in their place. */
  offered: string
}

interface Ways {
  namesIn(text: string): string[]
  /** The same words without names. */
  anonymous(text: string): string
}

/**
 * The title and the group by which the original is found, and whatever else is read first and holds a name: whoever makes a copy is
 * asked what stands there instead.
 * @param group how the group of a write-up is called in it; null for a termly report
 */
export function recognisedIn(document: Document, group: string | null, ways: Ways): Recognised[] {
  const { title, titlePage, kindOfDocument } = document
  const of = (field: string, where: string, words: string, offered?: string): Recognised => {
    return { field, where, words, found: ways.namesIn(words), offered: offered ?? begunLarge(ways.anonymous(words)) }
  }
  const whose = group === null ? 'a network of schools' : 'an enquiry group'
  const besides = [
    ...(titlePage.heading === title
      ? []
      : [of('question', 'What stands largest on its first page', titlePage.heading)]),
    ...headingsOf(document).map(({ words, at }) => of(`heading-${at}`, 'A heading', words)),
  ]
  return [
    of('title', 'The title', title, `${kindOfDocument} of ${whose}`),
    ...(group !== null && lineOf(document, group) >= 0 ? [of('group', 'The group', group, 'An enquiry group')] : []),
    ...besides.filter(({ found }) => found.length > 0),
  ]
}

/** The form in which these are asked, as far as it was answered. @param sent what was sent of it; undefined before */
export function asked(all: Recognised[], sent: Record<string, string> | undefined, ways: Ways): FormState {
  const form = formOf(Object.fromEntries(all.map(({ field, offered }) => [field, sent?.[field] ?? offered])))
  if (!sent) return form
  for (const { field, where } of all) {
    const answer = sent[field] ?? ''
    const names = ways.namesIn(answer)
    if (answer === '') addMistake(form, field, `${where}: say what stands there in the copy`)
    else if (names.length > 0) addMistake(form, field, `${where}: this still names ${listed(names)}`)
  }
  return form
}

/** The document with these answers in the places of what was asked. */
export function answered(document: Document, group: string | null, { values }: FormState): Document {
  const answer = (field: string, otherwise: string) => (values[field] as string | undefined) ?? otherwise
  const { titlePage, title } = document
  const own = (words: string, field: string) => (words === title ? answer('title', words) : answer(field, words))
  const line = group === null ? -1 : lineOf(document, group)
  return {
    ...document,
    title: answer('title', title),
    titlePage: {
      ...titlePage,
      heading: own(titlePage.heading, 'question'),
      ...(titlePage.subtitle !== undefined && { subtitle: own(titlePage.subtitle, 'subtitle') }),
      lines: titlePage.lines.map((words, at) =>
        at === line ? `${answer('group', group!)}${words.slice(group!.length)}` : words,
      ),
    },
    parts: document.parts.map((block, at): Block => {
      const words = values[`heading-${at}`] as string | undefined
      return block.kind === 'heading' && words !== undefined
        ? { ...block, inlines: [{ kind: 'text', text: words }] }
        : block
    }),
  }
}

function headingsOf({ parts }: Document): { words: string; at: number }[] {
  return parts.flatMap((block, at) => (block.kind === 'heading' ? [{ words: inlineText(block.inlines), at }] : []))
}

/** The line of the title page that says whose work it is. */
function lineOf({ titlePage }: Document, group: string): number {
  return titlePage.lines.findIndex(line => line === group || line.startsWith(`${group}, `))
}

function begunLarge(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

import type { Document } from '../../documents/document.js'
import { blocksFrom } from '../../documents/from-markdown.js'
import { heading } from '../../documents/making-blocks.js'
import type { Network } from '../../networks/tables.js'
import { asLetter, filed, type Form } from '../../pdf/form.js'
import { day, listed } from '../../words/words.js'
import type { Project, ProjectHome, ProjectIssue, ProjectText } from '../tables.js'

type Home = Pick<ProjectHome, 'changed' | 'because'> & { name: string }
type Issue = Pick<ProjectIssue, 'name' | 'agreedOn'>

interface Of {
  network: Pick<Network, 'name' | 'language'>
  project: Pick<Project, 'title'>
  text: Pick<ProjectText, 'title'>
}

/** The common text at an issue, or as it stands today among those who draft it. */
export function documentOfIssue(
  of: Of,
  issue: Pick<ProjectIssue, 'name' | 'agreedOn' | 'keptAt' | 'body'>,
  writers: string[],
): Document {
  const state = issue.agreedOn ? `Agreed on ${day(issue.agreedOn)}` : `${issue.name}, ${day(issue.keptAt)}`
  return written(
    of,
    of.project.title,
    [...(writers.length > 0 ? [`Written by ${listed(writers)}`] : []), state],
    issue.body,
    state,
  )
}

/** As much as the title page holds of what a school changed, in characters. */
const mostOnTitlePage = 600

/** A school’s own version, as it is taken away: with what the school changed, and why, in front, or behind it where that is long. */
export function documentOfHome(of: Of, home: Home, issue: Issue, body: string): Document {
  const own = wordsOfHome(of, home, issue, body)
  const { changed, because } = home
  if (changed === '' && because === '') return own
  const called = `What ${home.name} changed`
  if (changed.length + because.length <= mostOnTitlePage) {
    const said = [
      ...(changed ? [`${called}: ${inOneLine(changed)}`] : []),
      ...(because ? [`Why: ${inOneLine(because)}`] : []),
    ]
    return { ...own, titlePage: { ...own.titlePage, lines: [...own.titlePage.lines, ...said] } }
  }
  const why = because ? [heading('Why', 3), ...blocksFrom(because, { headingLevel: 2 })] : []
  return { ...own, parts: [...own.parts, heading(called), ...blocksFrom(changed, { headingLevel: 2 }), ...why] }
}

/** With a title page where there is a list of contents to go with it. */
export function paperFor({ contents }: Document): Form {
  return contents ? filed : asLetter
}

function inOneLine(words: string): string {
  return words.trim().replace(/\s+/g, ' ')
}

/** The words of the version alone, to be held against the common text. */
export function wordsOfHome(of: Of, home: Pick<Home, 'name'>, issue: Issue, body: string): Document {
  const from = issue.agreedOn ? `the text agreed on ${day(issue.agreedOn)}` : `“${issue.name}”`
  const lines = [`From ${from}, drafted together in “${of.project.title}”, ${of.network.name}`]
  return written(of, home.name, lines, body, home.name)
}

function written({ network, text }: Of, subtitle: string, lines: string[], body: string, foot: string): Document {
  const parts = blocksFrom(body, { headingLevel: 1 })
  return {
    title: text.title,
    language: network.language,
    kindOfDocument: 'Text drafted together',
    titlePage: { heading: text.title, subtitle, lines },
    // What fits on two or three pages is looked through sooner than a list of contents is read.
    contents: body.length > 9000 && parts.filter(block => block.kind === 'heading').length > 4,
    foot,
    parts,
  }
}

import type { Document } from '../../documents/document.js'
import { blocksFrom } from '../../documents/from-markdown.js'
import type { Network } from '../../networks/tables.js'
import { day, listed } from '../../words/words.js'
import type { Project, ProjectIssue, ProjectText } from '../tables.js'

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

/** A school’s own version. */
export function documentOfHome(
  of: Of,
  home: { name: string },
  issue: Pick<ProjectIssue, 'name' | 'agreedOn'>,
  body: string,
): Document {
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
    contents: parts.filter(block => block.kind === 'heading').length > 4,
    foot,
    parts,
  }
}

import type { Db } from '../database.js'
import { readers } from '../reach/readers.js'
import { idsIn } from '../search/ids.js'
import { plainWords } from '../search/plain.js'
import { after, itself } from '../search/renewals.js'
import type { Searchable } from '../search/searchables.js'
import type { projectFacts } from './facts.js'
import { addressOf, stateOf } from './listing.js'
import { isInProject, mayReadProject } from './permissions.js'
import { type FoundProject, projectsByIds, projectsWithIds } from './projects.js'

const aboutProjects = [
  'project proposed',
  'project changed',
  'project begun',
  'project joined',
  'project left',
  'asked to a project',
  'project extended',
  'project ended',
  'project reopened',
  'step of a project noted',
  'step of a project taken out',
  'outcome of a project said',
] satisfies (keyof typeof projectFacts)[]

const aboutTexts = [
  'project text begun',
  'project text described',
  'issue of a project text kept',
] satisfies (keyof typeof projectFacts)[]

/** Projects with their steps and what came of them, for those who work in the network and those who were invited. */
export const projectSearch: Searchable = {
  kind: 'project',
  one: 'project',
  many: 'projects',
  version: 1,
  renewals: [after(aboutProjects, itself)],
  ids: idsIn('projects'),
  async entries(db, ids) {
    const found = await projectsWithIds(db, ids)
    const words = await wordsOfProjects(db, ids)
    return found.map(one => ({
      record: one.project.id,
      title: one.project.title,
      words: words(one),
      day: one.project.proposedAt,
      readers: [readers.staff(one.project.networkId), ...guestsOf(one)],
      about: { schools: schoolsOf(one), by: one.project.proposedBy },
    }))
  },
  async find(db, person, ids) {
    if (!person) return []
    const words = await wordsOfProjects(db, ids)
    return (await projectsByIds(db, person, ids)).map(one => ({
      ...placeOf(one),
      record: one.project.id,
      kind: `project, ${stateOf(one.project)}`,
      title: one.project.title,
      words: words(one),
      href: addressOf(one.project),
      day: one.project.proposedAt,
      by: one.project.proposedBy,
    }))
  },
}

/** Texts that were drafted together: what was agreed is for the network, the rest for those in the project. */
export const projectTextSearch: Searchable = {
  kind: 'project-text',
  one: 'text drafted together',
  many: 'texts drafted together',
  version: 1,
  renewals: [
    after(aboutTexts, itself),
    after(['project joined', 'project left', 'asked to a project', 'project changed'], ({ aboutId }, db) =>
      textsOf(db, aboutId),
    ),
  ],
  alsoCalled: [{ names: ['policy', 'policies'], kinds: ['project-text'] }],
  ids: idsIn('projectTexts'),
  async entries(db, ids) {
    const texts = await textsWithIds(db, ids)
    const found = await projectsWithIds(db, [...new Set(texts.map(one => one.projectId))])
    return texts.flatMap(text => {
      const one = found.find(({ project }) => project.id === text.projectId)
      if (!one) return []
      const agreed = text.agreed ? [readers.staff(one.project.networkId), ...guestsOf(one)] : insideOf(one)
      return [
        {
          record: text.id,
          title: text.title,
          words: wordsOfText(text),
          day: text.begunAt,
          readers: agreed,
          about: { schools: schoolsOf(one), by: text.begunBy },
        },
      ]
    })
  },
  async find(db, person, ids) {
    if (!person) return []
    const texts = await textsWithIds(db, ids)
    const found = await projectsByIds(db, person, [...new Set(texts.map(one => one.projectId))])
    return texts.flatMap(text => {
      const one = found.find(({ project }) => project.id === text.projectId)
      if (!one || !(text.agreed ? mayReadProject(person, one) : isInProject(person, one))) return []
      return [
        {
          ...placeOf(one),
          record: text.id,
          kind: text.agreed ? 'text, agreed' : 'text, being drafted',
          title: text.title,
          words: wordsOfText(text),
          href: `${addressOf(one.project)}/texts/${text.id}`,
          day: text.begunAt,
          by: text.begunBy,
        },
      ]
    })
  },
}

function placeOf(one: FoundProject) {
  const schools = one.members.flatMap(({ as, schoolId, school, joinedAt, leftAt }) =>
    as === 'school' && schoolId && school && joinedAt && !leftAt ? [{ id: schoolId, name: school }] : [],
  )
  return { thing: `project ${one.project.id}`, label: '', schools, group: null }
}

function schoolsOf(one: FoundProject): string[] {
  return placeOf(one).schools.map(school => school.id)
}

function guestsOf({ members }: FoundProject): string[] {
  return members.flatMap(one =>
    one.as === 'guest' && one.personId && !one.leftAt ? [readers.author(one.personId)] : [],
  )
}

/** Those who are in it: colleagues of its schools, and each who joined or was asked by name. */
function insideOf({ project, members }: FoundProject): string[] {
  const here = members.filter(one => !one.leftAt)
  return [
    readers.author(project.contactId),
    ...here.flatMap(one => (one.personId ? [readers.author(one.personId)] : [])),
    ...here.flatMap(one => (one.as === 'school' && one.schoolId ? [readers.colleague(one.schoolId)] : [])),
  ]
}

async function wordsOfProjects(db: Db, ids: string[]): Promise<(one: FoundProject) => string> {
  if (ids.length === 0) return () => ''
  const steps = await db
    .selectFrom('projectSteps')
    .select(['projectId', 'words'])
    .where('projectId', 'in', ids)
    .where('removedAt', 'is', null)
    .orderBy('onDay')
    .orderBy('id')
    .execute()
  const outcomes = await db
    .selectFrom('projectOutcomes')
    .select(['projectId', 'words'])
    .where('projectId', 'in', ids)
    .orderBy('schoolId')
    .execute()
  return ({ project }) => {
    const of = (rows: { projectId: string; words: string }[]) =>
      rows.filter(row => row.projectId === project.id).map(row => row.words)
    const parts = [project.whatFor, project.whoFor, project.cameOfIt, ...of(outcomes), ...of(steps)]
    return plainWords(parts.filter(Boolean).join('\n\n'))
  }
}

interface TextFound {
  id: string
  projectId: string
  title: string
  about: string
  begunAt: string
  begunBy: string
  /** The newest issue that was agreed; null while none was. */
  agreed: string | null
}

async function textsWithIds(db: Db, ids: string[]): Promise<TextFound[]> {
  if (ids.length === 0) return []
  const texts = await db.selectFrom('projectTexts').selectAll().where('id', 'in', ids).execute()
  const issues = await db
    .selectFrom('projectIssues')
    .select(['textId', 'body'])
    .where('textId', 'in', ids)
    .where('agreedOn', 'is not', null)
    .orderBy('number', 'desc')
    .execute()
  return texts.map(text => ({ ...text, agreed: issues.find(one => one.textId === text.id)?.body ?? null }))
}

function wordsOfText({ about, agreed }: TextFound): string {
  return plainWords([about, agreed].filter(Boolean).join('\n\n'))
}

async function textsOf(db: Db, projectId: string | null): Promise<string[]> {
  const rows = await db.selectFrom('projectTexts').select('id').where('projectId', '=', projectId).execute()
  return rows.map(row => row.id)
}

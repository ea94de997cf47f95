import type { Db } from '../../database.js'
import { today } from '../../web/now.js'
import { addMistake, formOf, type FormState, read, type Reading, withChoices } from '../../web/read.js'
import { basePage } from '../base.js'
import type { Forum, FoundPost } from '../finding.js'
import { kindNamed, type PostKind, postKinds } from '../kinds.js'
import type { Option, PostEditPage } from '../pages.js'
import type { ForumPost } from '../tables.js'
import { pieceOn, piecesToShow, worksToShow } from './attaching.js'
import { PostForm, type PostWords } from './form.js'

/** A new post, begun as posts of its kind begin. */
export function newPostForm(kind: PostKind): FormState {
  return formOf({ kind, sentence: `${kindNamed(kind).begins} ` })
}

export function formOfPost(post: ForumPost): FormState {
  const { kind, sentence, more, forWhom, link, onDay, starts, ends, place, places } = post
  return formOf({
    ...{ kind, sentence, more, forWhom, link, onDay, starts, ends, place, places },
    school: post.schoolId,
    evidence: post.evidenceId,
    work: post.workId ? `${post.workKind} ${post.workId}` : '',
    asksWelcome: post.asksWelcomeAt ? 'yes' : '',
    mayTell: post.mayTellAt ? 'yes' : '',
  })
}

/** @param found the post that is changed; none where it is new */
export async function postFormPage(db: Db, forum: Forum, form: FormState, found?: FoundPost): Promise<PostEditPage> {
  const { person, network, address } = forum
  const before = found && (await pieceOn(db, person, found.post))
  const pieces = await piecesToShow(db, person, network)
  if (before && !pieces.some(one => one.id === before.id)) pieces.push(before)
  const kind = postKinds.find(one => one.kind === form.values.kind) ?? postKinds[2]
  const heading = found ? 'Change your post' : kind.label
  return {
    ...basePage(forum, heading),
    heading,
    action: found ? found.postAddress : address,
    back: found ? found.postAddress : address,
    isNew: found === undefined,
    form,
    example: `${kind.begins} ${kind.example}`,
    choices: {
      kinds: postKinds.map(one => ({ value: one.kind, text: one.label })),
      schools: await schoolChoices(db, forum),
      pieces: pieces.map(piece => ({ value: piece.id, text: `${piece.number} ${piece.title}` })),
      works: await worksToShow(db, person, network),
    },
    opensMore: hasMore(form),
  }
}

/** The schools from which somebody can speak in a network, by name. */
export async function schoolChoices(db: Db, { person, network }: Pick<Forum, 'person' | 'network'>): Promise<Option[]> {
  const ids = person.schoolsIn(network.id)
  if (ids.length === 0) return []
  const rows = await db.selectFrom('schools').select(['id', 'name']).where('id', 'in', ids).orderBy('name').execute()
  return rows.map(({ id, name }) => ({ value: id, text: name }))
}

/** The school that was chosen where there are several; the only one where there is one. */
export function schoolChosen({ person, network }: Pick<Forum, 'person' | 'network'>, chosen: string): string | null {
  const ids = person.schoolsIn(network.id)
  return ids.find(id => id === chosen) ?? ids[0] ?? null
}

/** What was typed of a post, held against what can hang on it and against the calendar. */
export async function readPost(
  db: Db,
  forum: Forum,
  body: unknown,
  found?: FoundPost,
): Promise<{ reading: Reading<PostWords>; page: PostEditPage }> {
  const { choices, ...page } = await postFormPage(db, forum, formOf(body), found)
  const known = withChoices(read(PostForm, body), body, {
    evidence: { among: choices.pieces, otherwise: 'Choose a piece that the network may see now, or none' },
    work: { among: choices.works, otherwise: 'Choose published work of this network, or none' },
  })
  const reading = withDateChecked(known, body, found?.post)
  const form = reading.ok ? page.form : reading.form
  return { reading, page: { ...page, choices, form, opensMore: hasMore(form) } }
}

/** What only the calendar and the records can tell of a post's date. */
function withDateChecked(reading: Reading<PostWords>, body: unknown, before?: ForumPost): Reading<PostWords> {
  if (!reading.ok) return reading
  const { onDay, places } = reading.values
  const form = formOf(body)
  if (onDay !== null && onDay < today() && onDay !== before?.onDay)
    addMistake(form, 'onDay', 'Choose a day that is still to come')
  if (before && places !== null && places < before.coming)
    addMistake(form, 'places', `${before.coming} colleagues have said that they come. Keep at least as many places`)
  return form.summary.length > 0 ? { ok: false, form } : reading
}

const behind = ['more', 'forWhom', 'link', 'evidence', 'work', 'onDay', 'starts', 'ends', 'place', 'places'] as const

function hasMore({ values, errors }: FormState): boolean {
  return [...behind, 'asksWelcome', 'mayTell'].some(name => Boolean(values[name]) || name in errors)
}

import type { Db } from '../../database.js'
import { namesOf } from '../../people/people.js'
import { today } from '../../web/now.js'
import { formOf, type FormState } from '../../web/read.js'
import { day } from '../../words/words.js'
import { answersTo } from '../answering/answering.js'
import { pressedOn } from '../answering/thanking.js'
import { basePage } from '../base.js'
import { type FoundPost, isStillHere, readsWordsOf } from '../finding.js'
import { joinedOn, takesJoins } from '../joining/joining.js'
import { kindNamed, outcomeNamed, ways } from '../kinds.js'
import type { PostPage } from '../pages.js'
import { mayChangePost, mayFoldAway, maySayMet, mayTakeUp } from '../permissions.js'
import { pieceOn, workOn } from '../posting/attaching.js'
import { filesOf } from '../posting/files.js'
import { schoolChoices } from '../posting/post-form-page.js'
import type { ForumPost } from '../tables.js'
import { type TakeUpShown, takeUpsOf } from '../taking-up/taking-up.js'

/** A post with everything that came of it. What it said is left out where only its mark is left. */
export async function postPage(
  db: Db,
  found: FoundPost,
  forms: { answer?: FormState; takeUp?: FormState } = {},
): Promise<PostPage> {
  const { person, post, postAddress, takesPart } = found
  const readsWords = readsWordsOf(found)
  const authorIsHere = await isStillHere(db, post)
  const takeUps = await takeUpsOf(db, post)
  const answers = await answersTo(db, post)
  const joined = post.onDay ? await joinedOn(db, post) : []
  const nameOf = await namesOf(db, [post.postedBy, post.foldedAwayBy])
  const piece = readsWords ? await pieceOn(db, person, post) : undefined
  const work = readsWords ? await workOn(db, person, post) : undefined
  const mine = joined.find(one => one.personId === person.id)
  const waiting = joined.filter(one => one.state === 'waiting')
  return {
    ...basePage(found, readsWords ? post.sentence : 'A post that is not in the forum any more'),
    post: readsWords ? post : wordless(post),
    readsWords,
    postAddress,
    kind: kindNamed(post.kind),
    by: nameOf(post.postedBy),
    school: await schoolName(db, post.schoolId),
    authorIsHere,
    files: readsWords ? await filesOf(db, post, postAddress) : [],
    piece: piece ?? null,
    piecesHidden: readsWords && post.evidenceId !== null && !piece,
    work: work ? { href: work.href, title: work.title, kind: work.kind } : null,
    workGone: readsWords && post.workId !== null && !work,
    date: readsWords ? dateOf(post) : null,
    joined,
    mine: {
      joined: mine?.state ?? null,
      waitsAt: waiting.findIndex(one => one.personId === person.id) + 1,
      takeUps: takeUps.filter(one => one.takenBy === person.id),
    },
    takeUps: bySchool(takeUps.filter(one => one.how !== 'not for us')),
    notForUs: takeUps.filter(one => one.how === 'not for us'),
    answers: answers
      .filter(one => one.underId === null)
      .map(one => ({ ...one, under: answers.filter(other => other.underId === one.id && !other.takenDownAt) }))
      .filter(one => one.takenDownAt === null || one.under.length > 0),
    metBy: answers.find(one => one.id === post.metByAnswer && one.takenDownAt === null) ?? null,
    ...(await pressedOn(db, post, person)),
    schools: takesPart ? await schoolChoices(db, found) : [],
    answerForm: forms.answer ?? formOf(),
    takeUpForm: forms.takeUp ?? formOf(),
    foldedBy: post.foldedAwayBy ? nameOf(post.foldedAwayBy) : '',
    may: {
      takePart: takesPart && post.goneAt === null,
      isGuest: !takesPart,
      change: mayChangePost(person, post),
      fold: post.goneAt === null && mayFoldAway(person, post),
      unfold: post.foldedAwayAt !== null && post.takenDownAt === null && mayFoldAway(person, post),
      sayMet: maySayMet(person, post, authorIsHere),
      takeUp: mayTakeUp(person, post),
      join: takesPart && takesJoins(post) && post.postedBy !== person.id,
      personId: person.id,
    },
  }
}

function wordless(post: ForumPost): ForumPost {
  return { ...post, sentence: '', more: '', forWhom: '', link: '', place: '', folded: '', foldedAwayBecause: '' }
}

function dateOf(post: ForumPost): PostPage['date'] {
  if (post.onDay === null) return null
  const clock = [post.starts, post.ends].filter(Boolean).join(' to ')
  const left = post.places === null ? null : Math.max(0, post.places - post.coming)
  return {
    when: [day(post.onDay), clock].filter(Boolean).join(', '),
    isOver: post.onDay < today(),
    isFull: left === 0,
    left,
  }
}

/** Schools in the alphabet, each with what its people say. */
function bySchool(takeUps: TakeUpShown[]): PostPage['takeUps'] {
  const schools = [...new Set(takeUps.map(one => one.school))]
  return schools.map(school => ({
    school,
    lines: takeUps
      .filter(one => one.school === school)
      .map(one => ({
        text: `${one.by} ${wayOf(one)[one.cameOf ? 'said' : 'says']}`,
        words: one.words,
        cameOf: one.cameOf ? `${outcomeNamed(one.cameOf).name}${one.cameOfWords ? `: ${one.cameOfWords}` : ''}` : '',
        at: one.cameOfAt ?? one.takenAt,
      })),
  }))
}

function wayOf({ how }: TakeUpShown) {
  return ways.find(way => way.how === how)!
}

async function schoolName(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null
  const row = await db.selectFrom('schools').select('name').where('id', '=', id).executeTakeFirst()
  return row?.name ?? null
}

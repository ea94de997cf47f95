import { sql } from 'kysely'
import type { Trx } from '../../database.js'
import { pieceIn } from '../../evidence/withdrawing/piece-in.js'
import { removeDraft } from '../../evidence/withdrawing/withdrawing.js'
import { recordAs } from '../../facts/facts.js'
import { forgetFormerNames } from '../../names/former-names.js'
import type { Brought } from '../../room.js'
import { newId } from '../../web/new-id.js'
import { now } from '../../web/now.js'
import '../facts.js'
import { forgetNameInTexts } from './forgetting-a-name.js'

/** Addresses of accounts that are closed end so; no letter goes there. */
export const formerEnding = '@former.invalid'
export const formerName = 'A former member'

/** Whether what somebody said beside evidence goes too, or stays by “a former member”. */
export type AccountChoice = 'words stay' | 'words go'

/** What opens a door for somebody, or was kept for them alone. */
const theirs = [
  ...([
    'sessions',
    'passwordResets',
    'keptForms',
    'sentForms',
    'secondSteps',
    'secondStepsAsked',
    'recoveryCodes',
  ] as const),
  ...(['begunSignIns', 'lettersNotWanted', 'lettersToSend', 'letterDoors', 'letterBoxes', 'calendarFeeds'] as const),
  ...([
    'toursTaken',
    'placesSeen',
    'weeklyLetters',
    'accountsUsed',
    'keepingTold',
    'graveActsTold',
    'halfUploads',
  ] as const),
]

/**
 * Closes an account for good: name, address and every way in go, every role and membership ends. What was done for a group stays,
 * by “a former member”. @param fact where it is known from a journal
 */
export async function closeAccount(
  trx: Trx,
  id: string,
  choice: AccountChoice,
  erases: Brought['erases'],
  { by = null, fact = newId() }: { by?: string | null; fact?: string } = {},
): Promise<void> {
  const person = await trx.selectFrom('people').select(['name', 'email']).where('id', '=', id).executeTakeFirst()
  if (!person) return
  const at = now()
  await trx
    .updateTable('networkRoles')
    .set({ endedAt: at })
    .where('personId', '=', id)
    .where('endedAt', 'is', null)
    .execute()
  await trx
    .updateTable('groupPeople')
    .set({ leftAt: at })
    .where('personId', '=', id)
    .where('leftAt', 'is', null)
    .execute()
  for (const table of theirs) await trx.deleteFrom(table).where('personId', '=', id).execute()
  await trx.deleteFrom('signInAttempts').where('account', '=', person.email).execute()
  await trx.deleteFrom('addressesThatReturn').where('email', '=', person.email).execute()
  await trx.deleteFrom('invitations').where('email', '=', person.email).execute()
  await eraseDrafts(trx, id, erases)
  await forgetWhatTheyKnow(trx, id)
  await forgetMentions(trx, id)
  await forgetNameInTexts(trx, { id, name: person.name }, formerName.toLowerCase())
  await forgetFormerNames(trx, id)
  if (choice === 'words go') await takeWordsAway(trx, id)
  await trx
    .updateTable('people')
    .set({ name: formerName, email: `${id}${formerEnding}`, passwordHash: null, administratorSince: null })
    .set({ disabledAt: at, disabledBy: null, evidenceAs: null })
    .where('id', '=', id)
    .execute()
  await recordAs(trx, fact, {
    kind: 'erased as a whole',
    by: by === null ? null : { id: by },
    aboutKind: 'person',
    aboutId: id,
    of: 'account',
    things: [id],
    choice,
  })
}

/** What nobody else has ever seen. */
async function eraseDrafts(trx: Trx, id: string, erases: Brought['erases']): Promise<void> {
  const drafts = await trx
    .selectFrom('evidence')
    .select('id')
    .where('loggedBy', '=', id)
    .where('sharedWithGroupAt', 'is', null)
    .execute()
  for (const draft of drafts) {
    const piece = await pieceIn(trx, draft.id)
    if (piece) await removeDraft(trx, piece, null, erases)
  }
}

/** What they offered colleagues about themselves. */
async function forgetWhatTheyKnow(trx: Trx, id: string): Promise<void> {
  await trx
    .deleteFrom('knowHowLetters')
    .where(eb => eb.or([eb('toPerson', '=', id), eb('fromPerson', '=', id)]))
    .execute()
  await trx.deleteFrom('knowHows').where('personId', '=', id).execute()
  await trx.deleteFrom('headsToRing').where('personId', '=', id).execute()
}

/** Their name behind an @, in the words of others. */
async function forgetMentions(trx: Trx, id: string): Promise<void> {
  const rows = await trx.selectFrom('mentions').selectAll().where('personId', '=', id).execute()
  for (const { id: mention, commentId, writtenAs, inAnswer } of rows) {
    const column = inAnswer ? 'answer' : 'body'
    await sql`update comments set ${sql.ref(column)} = replace(${sql.ref(column)}, ${`@${writtenAs}`}, ${`@${formerName.toLowerCase()}`})
      where id = ${commentId}`.execute(trx)
    await trx.updateTable('mentions').set({ writtenAs: formerName.toLowerCase() }).where('id', '=', mention).execute()
  }
}

/** What they said in their own name: comments, answers, posts. Evidence is the group’s. */
async function takeWordsAway(trx: Trx, id: string): Promise<void> {
  const gone = 'Taken away with the account of whoever wrote it.'
  await trx.updateTable('comments').set({ body: gone }).where('madeBy', '=', id).execute()
  await trx.updateTable('comments').set({ answer: gone }).where('answeredBy', '=', id).execute()
  await trx
    .updateTable('forumPosts')
    .set({ sentence: gone, more: '', link: '', folded: '' })
    .where('postedBy', '=', id)
    .execute()
  await trx.updateTable('forumAnswers').set({ words: gone }).where('answeredBy', '=', id).execute()
}

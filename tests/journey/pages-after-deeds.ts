import sharp from 'sharp'
import { findCodingGroup } from '../../src/coding/codebook/book.js'
import { keepProject } from '../../src/coding/bringing-in/keeping-project.js'
import { personById } from '../../src/people/people.js'
import { addressOfLink } from '../../src/reviews/links/links.js'
import { now } from '../../src/web/now.js'
import type { DemoHouse } from '../demo/demo-house.js'

type Send = (person: string, address: string, fields?: Record<string, string>) => Promise<string>

/** Pages that stand at an address of their own once somebody has done something. */
export interface PagesAfterDeeds {
  ticked: string
  done: string
  check: string
  asked: string
  abstract: string
  cover: string
  brought: string
  byLink: string
  answered: string
}

export async function pagesAfterDeeds(
  demo: DemoHouse,
  at: { review: string; draft: string; round: string },
  send: Send,
): Promise<PagesAfterDeeds> {
  await leaderOutsideSchools(demo)
  return {
    ...(await piecesTogether(demo, send)),
    ...(await checked(demo, at.draft, send)),
    abstract: await abstractIn(demo),
    cover: await pictureOfARound(demo, at.round),
    brought: await projectBrought(demo),
    ...(await byLinks(demo, at.review, send)),
  }
}

/** A project of another program, with a loss, that Sadia looks at before it comes in. */
async function projectBrought({ house: { db } }: DemoHouse): Promise<string> {
  const sadia = (await personById(db, 'sadia'))!
  const enquiry = await findCodingGroup(db, sadia, 'reading')
  const words = 'Nobody asked them. Then two did, and they read on.'
  const code = { guid: 'c1', name: 'Waiting to be asked', description: 'Nobody asks', colour: '#1F6F8B', parent: '' }
  const selection = { startsAt: 0, endsAt: 18, codes: ['c1'], notes: ['Again in June'] }
  const id = await keepProject(db, enquiry, sadia, 'lessons.qdpx', {
    ...{ form: 'project', origin: 'QualCoder 3.6', notes: [], pointedAt: {}, losses: ['1 picture'], pdfs: {} },
    codes: [{ ...code, notes: [] }],
    texts: [{ name: 'Interview 1', words, selections: [selection], pdf: null }],
  })
  return `/groups/reading/codes/imports/${id}`
}

/** Ruth leads a network and works in no school any more. */
async function leaderOutsideSchools({ house: { db } }: DemoHouse): Promise<void> {
  await db
    .updateTable('networkRoles')
    .set({ endedAt: now(), endedBy: 'ruth' })
    .where('personId', '=', 'ruth')
    .where('role', '=', 'staff')
    .execute()
}

async function piecesTogether({ house: { db } }: DemoHouse, send: Send) {
  const at = '/groups/reading/evidence/together'
  const { id } = await db
    .selectFrom('evidence')
    .select('id')
    .where('groupId', '=', 'reading')
    .where('loggedBy', '=', 'sadia')
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow()
  await send('sadia', at, { pieces: id, do: 'stage:purpose' })
  const done = await db.selectFrom('doneTogether').select('id').executeTakeFirstOrThrow()
  return { ticked: `${at}?pieces=${id}`, done: `${at}/${done.id}` }
}

/** Ifan asks Sam for a piece of his. */
async function checked({ house: { db } }: DemoHouse, writeUp: string, send: Send) {
  const piece = await db
    .selectFrom('evidence')
    .select('id')
    .where('groupId', '=', 'marking')
    .where('loggedBy', '=', 'sam')
    .where('sharedWithGroupAt', 'is not', null)
    .where('withdrawnAt', 'is', null)
    .where('sharedWithNetworkAt', 'is', null)
    .executeTakeFirstOrThrow()
  const check = `${writeUp}/check`
  await send('ifan', `${check}/asking`, { of: 'sam', pieces: piece.id })
  return { check, asked: `${writeUp}/asked` }
}

async function abstractIn({ house: { db } }: DemoHouse): Promise<string> {
  const session = await db
    .selectFrom('conferenceSessions')
    .select('conferenceId')
    .where('groupId', '=', 'reading')
    .executeTakeFirstOrThrow()
  return `/groups/reading/conference-abstracts/${session.conferenceId}`
}

/** Sadia brings a picture to the round that she prepares. */
async function pictureOfARound(demo: DemoHouse, round: string) {
  const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#d9cfae' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  const words = { title: 'A poster', words: '', alt: 'A poster on sand', school: 'weir', seen: 'no one', givenBy: '' }
  for (const [name, value] of Object.entries({ ...words, goesTo: 'judges', endsOn: '', nameless: 'yes' }))
    form.append(name, value)
  form.append('files', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'poster.jpg')
  await fetch(`${demo.address}${round}/pieces/files`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', Cookie: await demo.signInAs('sadia') },
    body: form,
  })
  const { pieceId, fileId } = await demo.house.db
    .selectFrom('moderationFiles')
    .innerJoin('moderationPieces', 'moderationPieces.id', 'moderationFiles.pieceId')
    .select(['pieceId', 'fileId'])
    .where('moderationPieces.addedBy', '=', 'sadia')
    .executeTakeFirstOrThrow()
  return `${round}/pieces/${pieceId}/files/${fileId}/covering`
}

/** Two people outside are asked by links, and one of them has answered. */
async function byLinks(demo: DemoHouse, review: string, send: Send) {
  const { db } = demo.house
  for (const name of ['ada', 'bea'])
    await send('nia', `${review}/company/outsiders`, { email: `${name}@next.example`, name, stands: 'peer' })
  const roundId = review.split('/').at(-1)!
  const round = await db.selectFrom('reviewRounds').selectAll().where('id', '=', roundId).executeTakeFirstOrThrow()
  const links = await db.selectFrom('reviewLinks').selectAll().where('roundId', '=', roundId).orderBy('email').execute()
  await db.updateTable('reviewLinks').set({ answered: 'done' }).where('id', '=', links[1]!.id).execute()
  return { byLink: addressOfLink(round, links[0]!), answered: addressOfLink(round, links[1]!) }
}

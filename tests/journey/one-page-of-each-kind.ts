import { inOne } from '../../src/database.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { beginImport } from '../../src/instruments/spreadsheets/importing.js'
import { beginFilling } from '../../src/instruments/sheets/filling-in.js'
import { findInstrument } from '../../src/instruments/instruments.js'
import { makeLinks } from '../../src/instruments/questionnaires/asking-by-link.js'
import { findQuestionnaire } from '../../src/instruments/questionnaires/questionnaires.js'
import { readCsv } from '../../src/instruments/spreadsheets/reading-sheets.js'
import { written } from '../../src/names/written.js'
import { keepForm } from '../../src/people/kept-forms/kept-forms.js'
import { personById } from '../../src/people/people.js'
import { now } from '../../src/web/now.js'
import type { DemoHouse } from '../demo/demo-house.js'

const money = '/networks/hafren/resources'

/** A page of the demo, and for some what is sent to it. */
export interface Visit {
  to: string
  status?: number
  sends?: Record<string, string>
  /** Where the answer leads, if it does not stay. */
  leadsTo?: string
}

/** What the demo holds, and what is made ready beforehand, by its address. */
interface Found {
  fund: string
  budget: string
  claimToAnswer: string
  adviser: string
  wish: string
  swot: string
  swotSettled: string
  evening: string
  piece: string
  gap: string
  list: string
  key: string
  claim: string
  /** A piece whose words claims lean on. */
  worded: string
  code: string
  memo: string
  reading: string
  compared: string
  measure: string
  measureImport: string
  instrument: string
  sheet: string
  asking: string
  asked: string
  answering: string
  reference: string
  listed: string
  action: string
  card: string
  copy: string
  comment: string
  recommendation: string
  answered: string
  writeUp: string
  part: string
  draft: string
  kept: string
  text: string
  scan: string
  versions: string
  covering: string
  invitation: string
  reset: string
  dossier: string
  conference: string
  session: string
  /** A role that waits for a second person, one that can be ended, and a key that somebody asks to take over. */
  confirmation: string
  role: string
  takeover: string
}

let found: Found

const at = (...addresses: string[]): Visit[] => addresses.map(to => ({ to }))
const stale = { body: 'Something quite different.', version: '0' }

/** One page of each kind, by who opens it. */
export const visits = {
  'a stranger': () => [
    ...at(
      '/',
      '/sign-in',
      '/forgotten-password',
      '/about',
      '/accessibility',
      '/privacy',
      '/who-sees-what',
      '/published',
      '/published/browse',
      '/published/write-ups/polish-is-for-the-car/compare',
      '/log/without-signal',
    ),
    ...at('/published/write-ups/polish-is-for-the-car', found.reset, found.invitation, found.dossier, found.answering),
    ...at('/published/write-ups/polish-is-for-the-car/summary', '/published/write-ups/polish-is-for-the-car/slides'),
    ...at('/published/write-ups/polish-is-for-the-car/poster-a3'),
    { to: '/published/reports/hafren-spring-2026', status: 410 },
    { to: '/invitations/nothing-like-it', status: 404 },
  ],
  sadia: () => [
    ...at(
      '/',
      '/groups',
      '/account',
      '/groups/reading',
      '/groups/reading/history',
      '/groups/reading/people',
      '/groups/reading/pseudonyms',
      '/groups/reading/keys',
      '/keys',
      found.key,
      `${found.key}/erasure`,
      `${found.key}/handover`,
    ),
    {
      to: '/groups/reading/stages/evidence/comments',
      status: 422,
      sends: { kind: 'comment', words: 'We saw Zuzanna.' },
    },
    ...at('/groups/reading/stages/context', '/groups/reading/stages/purpose', '/groups/reading/stages/evidence'),
    ...at('/groups/reading/stages/action', '/groups/reading/stages/evaluation', '/groups/reading/question'),
    ...at('/groups/reading/moves/new?to=action', '/groups/reading/stages/evidence/sharing', '/groups/talk/joining'),
    ...at('/groups/reading/details', '/groups/reading/handover', '/groups/reading/closing'),
    ...at('/groups/reading/knowledge', '/groups/reading/knowledge/new', '/groups/reading/knowledge/import'),
    ...at(found.reference, `${found.reference}/edit`, `${found.reference}/removal`, found.listed),
    { to: '/groups/reading/published-knowledge', status: 422, sends: { source: '' } },
    ...at('/groups/reading/evidence', '/groups/reading/evidence/new', '/groups/reading/write-up'),
    ...at('/search', '/search?q=reading', '/search?q=zzzz&kind=claim', '/search?q=read&order=closest&school=bryn'),
    ...at(found.versions, found.covering),
    ...at(found.card, found.scan, '/networks/hafren/groups/new', '/groups/marking/handover/answer'),
    ...at(
      '/groups/reading/codes',
      '/groups/reading/codes/new',
      '/groups/reading/coding/history',
      found.code,
      found.memo,
      '/groups/reading/coding',
      '/groups/reading/coding/pieces',
      '/groups/reading/coding/schools',
      '/groups/reading/coding/together',
      '/groups/reading/readings',
      '/groups/reading/readings/new',
      found.reading,
      found.compared,
    ),
    ...at(`${found.code}/edit`, `${found.code}/place`, `${found.code}/merging`, `${found.code}/retirement`),
    ...at(found.claim, `${found.claim}/evidence`, `${found.claim}/revise`, `${found.claim}/retirement`),
    ...at('/groups/reading/claims/map', `${found.worded}/passages?claim=${found.claim.split('/').at(-1)}`),
    ...at('/groups/reading/claims', '/groups/reading/claims/new', '/groups/reading/reports'),
    ...at('/groups/reading/reports/autumn-2026'),
    ...at('/groups/reading/copies', found.copy),
    ...at('/groups/reading/measures', '/groups/reading/measures/import', found.measure, found.measureImport),
    ...at('/groups/reading/instruments', found.instrument, `${found.instrument}/edit`, `${found.instrument}/sheets`),
    ...at(found.sheet, found.asking, found.asked, `${found.asking}/answer`),
    { to: `/comments/${found.comment}/answer`, status: 422, sends: { words: '' } },
    { to: '/texts/stage/reading-1/evidence.seeing', status: 409, sends: stale },
    { to: '/nowhere', status: 404 },
  ],
  sam: () => [
    ...at(
      `${found.piece}/coding`,
      '/log',
      found.piece,
      `${found.piece}/edit`,
      `${found.piece}/consent`,
      `${found.piece}/files`,
      found.gap,
      found.list,
    ),
    ...at(`${found.piece}/sharing`, `${found.piece}/withdrawal`, found.kept, found.text),
    { to: `${found.piece}/comments`, status: 422, sends: { words: '', kind: 'comment' } },
  ],
  ifan: () => [
    ...at('/groups/marking/actions', '/groups/marking/actions/new', found.action, `${found.action}/evidence`),
    ...at(`${found.action}/measures/new`, `${found.action}/removal`, `${found.action}/schools/coed`),
    ...at('/groups/marking/evaluation', `${found.action}/effects/coed`, '/groups/marking/recommendations'),
    ...at('/groups/marking/finishing'),
    ...at(
      '/groups/marking/recommendations/new',
      `${found.recommendation}/sending`,
      `${found.recommendation}/withdrawal`,
    ),
    ...at('/groups/marking/write-up', found.part, `${found.part}/earlier`, `${found.part}/composing`),
    ...at(`${found.draft}/preview`, `${found.draft}/submitting`, `${found.draft}/title`),
  ],
  eleri: () => at('/groups/bilingual', '/groups/bilingual/cycles/new'),
  maeve: () => at('/groups/number', '/groups/number/cycles/1'),
  imran: () =>
    at(
      '/',
      `${money}/ringing`,
      `${found.answered}/responses/weir`,
      `${found.answered}/responses/weir/adoption`,
      found.takeover,
    ),
  zofia: () => at('/who-sees-what', found.takeover),
  mair: () => at(found.confirmation, `${money}/swots`, found.swot, found.swotSettled),
  kasia: () => at(money, `${money}/claims`, found.budget, found.claimToAnswer),
  dilys: () => at(found.evening),
  fiona: () => at('/', '/join/join-talk-2026'),
  nia: () => [
    ...at('/', '/networks/hafren', '/networks/hafren/edit', '/networks/hafren/people', '/networks/hafren/people/sam'),
    ...at('/networks/hafren/people/sam/leaving', '/networks/hafren/people/invitations/new'),
    ...at(found.role, found.confirmation),
    ...at('/networks/hafren/people/invitations/many', '/networks/hafren/schools', '/networks/hafren/schools/new'),
    ...at('/networks/hafren/schools/by-hand', '/networks/hafren/terms', '/networks/hafren/terms/autumn-2026/edit'),
    ...at('/networks/hafren/themes', '/networks/hafren/recommendations', found.answered),
    ...at('/networks/hafren/schools/bryn/refusals', '/networks/hafren/schools/bryn/data-leads'),
    ...at('/networks/hafren/dossiers/weir'),
    ...at('/networks/hafren/conferences', found.conference, `${found.conference}/booklet`, `${found.conference}/edit`),
    ...at(money, `${money}/funds/new`, found.fund, `${found.fund}/edit`, `${found.fund}/closing`),
    ...at(`${found.fund}/contributions`, `${found.fund}/contributions/weir`, `${found.fund}/budgets/new`),
    ...at(
      `${money}/rates`,
      `${money}/claims/new`,
      `${money}/claims/new?kind=travel`,
      `${money}/bids`,
      `${money}/bids/new`,
    ),
    ...at(`${money}/together`, `${money}/colleagues`, `${money}/colleagues/new`, found.adviser, found.wish),
    ...at(`${money}/evenings`, `${money}/evenings/new`, found.evening),
    ...at('/networks/hafren/conferences/new', `${found.conference}/sessions/${found.session}/edit`),
    ...at('/networks/hafren/reports', '/networks/hafren/reports/autumn-2026'),
    ...at('/networks/hafren/reports/autumn-2026/parts/celebrating/pictures?from=all'),
    ...at('/networks/hafren/reports/autumn-2026/preview', '/networks/hafren/reports/summer-2026/withdrawal'),
    ...at(`${found.writeUp}/submission`, '/published/write-ups/polish-is-for-the-car/withdrawal'),
    ...at('/published/write-ups/polish-is-for-the-car/anonymous'),
    ...at('/groups/marking/evaluation', `${found.action}/effects/coed`),
  ],
  alex: () => [
    ...at('/networks', '/networks/new', '/establishments', '/administration', '/administration/audit'),
    ...at('/administration/networks', '/administration/people/sam', '/administration/people/sam/disabling'),
    ...at('/people/eleri/password-reset'),
    { to: '/networks', sends: aNetwork(), leadsTo: '/networks/moorland/first-leader' },
  ],
} satisfies Record<string, () => Visit[]>

function aNetwork(): Record<string, string> {
  const terms = ['Autumn', 'Spring', 'Summer'].flatMap((name, place) => [
    [`term${place + 1}`, `${name} term`],
    [`starts${place + 1}`, `203${place}-01-01`],
    [`ends${place + 1}`, `203${place}-03-01`],
  ])
  const leader = { leaderName: 'Ann Rees', leaderEmail: 'ann@schools.example' }
  return { name: 'Moorland', about: '', ...(Object.fromEntries(terms) as Record<string, string>), ...leader }
}

/** Makes ready what the demo does not hold by itself: offers, drafts, gaps, words that were kept. */
export async function arrange(demo: DemoHouse): Promise<void> {
  const { db } = demo.house
  await db
    .insertInto('handovers')
    .values({
      id: 'offered',
      groupId: 'marking',
      fromPerson: 'ifan',
      toPerson: 'sadia',
      note: 'Would you?',
      offeredAt: now(),
      acceptedAt: null,
      declinedAt: null,
    })
    .execute()
  await send(demo, 'ifan', '/groups/marking/write-up')
  const drafted = await db.selectFrom('writeUps').selectAll().where('groupId', '=', 'marking').executeTakeFirstOrThrow()
  const parts = await db.selectFrom('writeUpParts').selectAll().where('writeUpId', '=', drafted.id).execute()
  const published = await db
    .selectFrom('writeUps')
    .selectAll()
    .where('groupId', '=', 'bilingual')
    .executeTakeFirstOrThrow()
  await submitAgain(demo, published.id)
  await db
    .updateTable('editions')
    .set({ withdrawnAt: now(), withdrawnBy: 'nia', withdrawnBecause: 'A number was wrong.' })
    .where('slug', '=', 'hafren-spring-2026')
    .execute()
  const pieces = await db
    .selectFrom('evidence')
    .select('id')
    .where('groupId', '=', 'reading')
    .where('loggedBy', '=', 'sam')
    .where('sharedWithGroupAt', 'is not', null)
    .orderBy('number')
    .execute()
  await send(demo, 'sam', `/evidence/${pieces[1]!.id}/withdrawal`, { reason: 'The wrong class.' })
  await send(demo, 'sadia', '/groups/reading/codes', { name: 'A code of the journey', description: 'Seen on the way.' })
  const code = await db
    .selectFrom('codes')
    .select('id')
    .where('name', '=', 'A code of the journey')
    .executeTakeFirstOrThrow()
  await send(demo, 'sadia', `/codes/${code.id}/memos`, { words: 'Look again in a month.' })
  const memo = await db.selectFrom('memos').select('id').where('codeId', '=', code.id).executeTakeFirstOrThrow()
  const blind = async () => {
    const asked = { secondReader: 'sam', why: 'Do we mean the same?', pieces: pieces[0]!.id, codes: code.id }
    const page = await send(demo, 'sadia', '/groups/reading/readings', asked)
    return /\/readings\/\w{12}/.exec(page)![0]
  }
  const compared = await blind()
  for (const reader of ['sadia', 'sam']) await send(demo, reader, `${compared}/done`)
  const reading = await blind()
  const kept = { fields: { claim: 'Children read what a friend has read.' }, withFiles: false, filesLost: false }
  const invited = { email: 'new@schools.example', name: 'Ann Rees', role: 'staff', school: 'coed', theme: '' }
  const passphrase = 'four quiet herons walk'
  await send(demo, 'sadia', '/groups/reading/keys', { passphrase })
  const key = await db.selectFrom('pupilKeys').select('id').where('ownerId', '=', 'sadia').executeTakeFirstOrThrow()
  await send(demo, 'sadia', `/keys/${key.id}/openings`, { because: 'To look at the page.', passphrase })
  found = {
    key: `/keys/${key.id}`,
    piece: `/evidence/${pieces[0]!.id}`,
    gap: `/evidence/${pieces[1]!.id}`,
    list: `/withdrawals/${(await db.selectFrom('withdrawals').select('id').where('evidenceId', '=', pieces[1]!.id).executeTakeFirstOrThrow()).id}`,
    claim: `/claims/${await idIn(demo, 'claims', 'reading')}`,
    worded: `/evidence/${(await db.selectFrom('claimPassages').select('evidenceId').limit(1).executeTakeFirstOrThrow()).evidenceId}`,
    code: `/codes/${code.id}`,
    memo: `/memos/${memo.id}`,
    reading,
    compared,
    reference: `/references/${(await db.selectFrom('publishedReferences').select('id').where('key', '=', 'clark2006').executeTakeFirstOrThrow()).id}`,
    listed: await listToLookAt(demo),
    action: `/actions/${await idIn(demo, 'actions', 'marking')}`,
    recommendation: `/recommendations/${await idIn(demo, 'recommendations', 'marking')}`,
    measure: `/measures/${await measureIn(demo)}`,
    measureImport: `/measure-imports/${await fileOnItsWay(demo)}`,
    ...(await instrumentsIn(demo)),
    answered: await answeredByWeirLane(demo),
    card: `/groups/reading/context-cards/${await cardOf(demo)}`,
    copy: await copyTaken(demo),
    comment: await challengeTo(demo),
    writeUp: `/write-ups/${published.id}`,
    draft: `/write-ups/${drafted.id}`,
    part: `/write-up-parts/${parts[0]!.id}`,
    kept: `/kept-forms/${await keepForm(db, 'sam', '/groups/reading/claims', kept)}`,
    ...(await textsIn(demo)),
    invitation: linkIn(await send(demo, 'nia', '/networks/hafren/people/invitations', invited), 'invitations'),
    ...(await toTakeAway(demo)),
    reset: linkIn(await send(demo, 'alex', '/people/huw/password-reset'), 'password-resets'),
    ...(await rolesIn(demo)),
    takeover: await takeoverAskedFor(demo),
    ...(await meansIn(demo)),
  }
}

/** A fund, a budget, a claim that waits, the adviser, and what heads and governors look at. */
async function meansIn({ house: { db } }: DemoHouse) {
  const idOf = (query: { executeTakeFirstOrThrow(): Promise<{ id: string }> }) =>
    query.executeTakeFirstOrThrow().then(row => row.id)
  const adviser = await idOf(db.selectFrom('outsideColleagues').select('id'))
  const swots = db.selectFrom('swots').select('id')
  return {
    fund: `${money}/funds/${await idOf(db.selectFrom('funds').select('id').where('kind', '=', 'contributions'))}`,
    budget: `${money}/budgets/${await idOf(db.selectFrom('budgets').select('id').where('ofId', '=', 'outdoors'))}`,
    claimToAnswer: `${money}/claims/${await idOf(db.selectFrom('expenseClaims').select('id').where('personId', '=', 'kasia'))}`,
    adviser: `${money}/colleagues/${adviser}`,
    wish: `${money}/colleagues/${adviser}/wishes/${await idOf(db.selectFrom('colleagueWishes').select('id').where('answeredAt', 'is', null))}`,
    swot: `${money}/swots/${await idOf(swots.where('settledAt', 'is', null))}`,
    swotSettled: `${money}/swots/${await idOf(swots.where('settledAt', 'is not', null))}`,
    evening: `${money}/evenings/${await idOf(db.selectFrom('dataEvenings').select('id'))}`,
  }
}

/** Huw should become headteacher, which his head has not confirmed yet; and a role of his that can be ended. */
async function rolesIn(demo: DemoHouse) {
  const { db } = demo.house
  await send(demo, 'nia', '/networks/hafren/people/huw/roles', { role: 'headteacher', school: 'bryn', theme: '' })
  const role = await db.selectFrom('networkRoles').select('id').where('personId', '=', 'huw').executeTakeFirstOrThrow()
  return {
    confirmation: await roleThatWaits(demo, 'huw'),
    role: `/networks/hafren/people/huw/roles/${role.id}/end`,
  }
}

/** Zofia becomes data lead of her school and asks for the key that Sam looks after. */
async function takeoverAskedFor(demo: DemoHouse): Promise<string> {
  const { db } = demo.house
  await send(demo, 'imran', '/networks/hafren/schools/weir/data-leads', { person: 'zofia' })
  await send(demo, 'sam', `${await roleThatWaits(demo, 'zofia')}/agreement`)
  const key = await db.selectFrom('pupilKeys').select('id').where('ownerId', '=', 'sam').executeTakeFirstOrThrow()
  await send(demo, 'zofia', `/keys/${key.id}/takeovers`, { because: 'Whoever knew the passphrase has left.' })
  const asked = await db.selectFrom('keyTakeovers').select('id').executeTakeFirstOrThrow()
  return `/keys/${key.id}/takeovers/${asked.id}`
}

async function roleThatWaits({ house: { db } }: DemoHouse, person: string): Promise<string> {
  const row = await db
    .selectFrom('roleConfirmations')
    .select('id')
    .where('personId', '=', person)
    .where('confirmedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return `/confirmations/${row.id}`
}

/** A link to a dossier, and what the network's conference is called. */
async function toTakeAway(demo: DemoHouse) {
  const made = await send(demo, 'nia', '/networks/hafren/dossiers/weir/links', { days: '7' })
  const session = await demo.house.db
    .selectFrom('conferenceSessions')
    .select(['id', 'conferenceId'])
    .where('groupId', 'is not', null)
    .executeTakeFirstOrThrow()
  return {
    dossier: linkIn(made, 'dossiers'),
    conference: `/networks/hafren/conferences/${session.conferenceId}`,
    session: session.id,
  }
}

/** The page of a text that was read from a file, and the page where what a scan says is typed. */
async function textsIn({ house: { db } }: DemoHouse) {
  const texts = db
    .selectFrom('fileReadings')
    .innerJoin('evidence', 'evidence.id', 'fileReadings.evidenceId')
    .leftJoin('readableTexts', 'readableTexts.fileId', 'fileReadings.fileId')
    .select(['evidence.id as piece', 'fileReadings.fileId', 'readableTexts.id as text'])
    .where('evidence.groupId', '=', 'reading')
  const read = await texts.where('outcome', '=', 'text').executeTakeFirstOrThrow()
  const scan = await texts.where('fileReadings.outcome', '=', 'none').executeTakeFirstOrThrow()
  const picture = await db
    .selectFrom('evidenceFiles')
    .innerJoin('files', 'files.id', 'evidenceFiles.fileId')
    .select('files.id')
    .where('evidenceId', '=', scan.piece)
    .where('files.kind', '=', 'image')
    .executeTakeFirstOrThrow()
  return {
    versions: `/evidence/${scan.piece}/files/${picture.id}/versions`,
    covering: `/evidence/${scan.piece}/files/${picture.id}/covering`,
    text: `/evidence/${read.piece}/texts/${read.text}`,
    scan: `/evidence/${scan.piece}/files/${scan.fileId}/text`,
  }
}

/** A list of references that somebody sent and has not looked at yet. */
async function listToLookAt(demo: DemoHouse): Promise<string> {
  const list =
    '@book{a, title={A new book}, year={2020}}\n@book{b, title={The Rights of the Reader}, year={2006}}\n@book{c}'
  await send(demo, 'sadia', '/groups/reading/knowledge/imports', { list })
  const { id } = await demo.house.db.selectFrom('referenceImports').select('id').executeTakeFirstOrThrow()
  return `/groups/reading/knowledge/imports/${id}`
}

async function submitAgain({ house: { db } }: DemoHouse, writeUpId: string): Promise<void> {
  const last = await db
    .selectFrom('submissions')
    .selectAll()
    .where('ofId', '=', writeUpId)
    .orderBy('submittedAt', 'desc')
    .executeTakeFirstOrThrow()
  const again = { id: 'again', reason: 'A name was spelled wrongly.', submittedAt: now() }
  await db
    .insertInto('submissions')
    .values({ ...last, ...again, returnedAt: null, approvedAt: null, approvedBy: null, takenBackAt: null })
    .execute()
}

async function idIn({ house: { db } }: DemoHouse, table: 'claims' | 'actions' | 'recommendations', groupId: string) {
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('groupId', '=', groupId)
    .orderBy('number')
    .executeTakeFirstOrThrow()
  return row.id
}

async function answeredByWeirLane({ house: { db } }: DemoHouse): Promise<string> {
  const row = await db
    .selectFrom('responses')
    .select('recommendationId')
    .where('schoolId', '=', 'weir')
    .where('answer', '=', 'accept')
    .executeTakeFirstOrThrow()
  return `/recommendations/${row.recommendationId}`
}

async function measureIn({ house: { db } }: DemoHouse): Promise<string> {
  const row = await db
    .selectFrom('measures')
    .select('id')
    .where('groupId', '=', 'reading')
    .where('baselineUntil', 'is not', null)
    .executeTakeFirstOrThrow()
  return row.id
}

/** A schedule with sheets, a sheet on somebody's screen, a questionnaire that is open and one that is closed, and a link. */
async function instrumentsIn({ house: { db } }: DemoHouse) {
  const sadia = (await personById(db, 'sadia'))!
  const of = (name: string) =>
    db.selectFrom('instruments').select('id').where('name', '=', written(name)).where('groupId', '=', 'reading')
  const { id } = await of('Why this book?').executeTakeFirstOrThrow()
  const questionnaires = db.selectFrom('questionnaires').select('id').where('groupId', '=', 'reading')
  const open = await questionnaires.where('closedAt', 'is', null).executeTakeFirstOrThrow()
  const closed = await questionnaires.where('closedAt', 'is not', null).executeTakeFirstOrThrow()
  const [token] = await inOne(db, async trx => makeLinks(trx, await findQuestionnaire(trx, sadia, open.id), 1))
  return {
    instrument: `/instruments/${id}`,
    sheet: `/fillings/${await beginFilling(db, await findInstrument(db, sadia, id), sadia)}`,
    asking: `/questionnaires/${open.id}`,
    asked: `/questionnaires/${closed.id}`,
    answering: `/answer/${token}`,
  }
}

/** A spreadsheet that waits, with something to mend in it and a school that nobody knows. */
async function fileOnItsWay({ house: { db } }: DemoHouse): Promise<string> {
  const sadia = await personById(db, 'sadia')
  const rows = [
    'School,Date,Words,Name',
    'Ysgol y Bryn,31/02/2026,12,Mali',
    'Weir Lane,1/3/2026,9,Sam',
    'Elsewhere,1/3/2026,4,Bo',
  ]
  const sheet = readCsv(Buffer.from(rows.join('\n')))
  if (!sadia || 'refused' in sheet) throw new Error('The sheet cannot be sent')
  return beginImport(db, await findEnquiry(db, sadia, 'reading'), sadia, 'words.csv', sheet)
}

async function cardOf({ house: { db } }: DemoHouse): Promise<string> {
  const row = await db
    .selectFrom('contextCards')
    .select('id')
    .where('enquiryId', '=', 'reading-1')
    .executeTakeFirstOrThrow()
  return row.id
}

async function copyTaken(demo: DemoHouse): Promise<string> {
  await send(demo, 'sadia', '/groups/reading/copies', { audience: 'network', form: 'folder' })
  const row = await demo.house.db.selectFrom('copies').select('id').executeTakeFirstOrThrow()
  return `/copies/${row.id}`
}

async function challengeTo({ house: { db } }: DemoHouse): Promise<string> {
  const row = await db
    .selectFrom('comments')
    .select('id')
    .where('kind', '=', 'challenge')
    .where('aboutId', '=', 'reading-1.purpose')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Sends a form as somebody's browser does, and reads the page that comes back. */
async function send(demo: DemoHouse, person: string, address: string, fields: Record<string, string> = {}) {
  const answer = await fetch(demo.address + address, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', Cookie: await demo.signInAs(person) },
    body: new URLSearchParams(fields),
  })
  const page = await answer.text()
  if (!answer.ok)
    throw new Error(
      `${address} answered ${answer.status}: ${page.slice(page.indexOf('<main'), page.indexOf('<main') + 900)}`,
    )
  return page
}

function linkIn(page: string, place: string): string {
  const link = new RegExp(`/${place}/[\\w-]{20,}`).exec(page)
  if (!link) throw new Error(`No link to ${place} stands on the page`)
  return link[0]
}

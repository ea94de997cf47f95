import { doorOf } from '../../src/mail/doors.js'
import { inOne } from '../../src/database.js'
import { findEnquiry } from '../../src/enquiries/enquiry.js'
import { beginImport } from '../../src/instruments/spreadsheets/importing.js'
import { beginFilling } from '../../src/instruments/sheets/filling-in.js'
import { findInstrument } from '../../src/instruments/instruments.js'
import { makeLinks } from '../../src/instruments/questionnaires/asking-by-link.js'
import { findQuestionnaire } from '../../src/instruments/questionnaires/questionnaires.js'
import { readCsv } from '../../src/instruments/spreadsheets/reading-sheets.js'
import { unread } from '../../src/names/names.js'
import { written } from '../../src/names/written.js'
import { keepForm } from '../../src/people/kept-forms/kept-forms.js'
import { personById } from '../../src/people/people.js'
import { now, today } from '../../src/web/now.js'
import type { DemoHouse } from '../demo/demo-house.js'
import { type PagesAfterDeeds, pagesAfterDeeds } from './pages-after-deeds.js'
import { doorsIn, pagesOfDoors } from './pages-of-doors.js'
import { type PagesOfThemes, pagesOfThemes } from './pages-of-themes.js'
import { type Together, together, togetherIn } from './working-together.js'
import { pagesOfRequests, requestsToLookAt, type RequestsToLookAt } from '../requests/pages-to-look-at.js'
import { pagesOfVisits, type VisitsToLookAt, visitsToLookAt } from '../visits/pages-to-look-at.js'

const money = '/networks/hafren/resources'

/** A page of the demo, and for some what is sent to it. */
export interface Visit {
  to: string
  status?: number
  sends?: Record<string, string>
  /** Where the answer leads, if it does not stay. */
  leadsTo?: string
  /** What the browser holds by then. */
  cookie?: [name: string, value: string]
}

/** Circles and meetings of the demo, in each of their states. */
interface MeetingsFound {
  circle: string
  /** Where a date is being found. */
  undated: string
  coming: string
  item: string
  /** Its minutes are open for amendments, one of which is asked for. */
  open: string
  openItem: string
  agreed: string
  decision: string
  action: string
}

/** What the demo holds, and what is made ready beforehand, by its address. */
interface Found {
  /** What comes due. */
  goes: string
  after: PagesAfterDeeds
  /** A version of a text that somebody else has written over since. */
  stale: string
  fund: string
  /** Where letters of a kind are stopped. */
  off: string
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
  /** Two rounds of one questionnaire side by side. */
  rounds: string
  questionPart: string
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
  /** Answered on paper by a school without a head here. */
  onPaper: string
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
  commonDay: string
  /** Where an address of the leader’s calendar is renewed. */
  feed: string
  session: string
  meeting: MeetingsFound
  /** Posts of the forum: an invitation, a request that is open, one of Kasia’s that she took up herself, and one folded away. */
  invites: string
  asks: string
  kasias: string
  takeUp: string
  foldedAway: string
  /** Reviews: closed ones, the one that stands beside the first, one of the square, one that is open, and a point. */
  reviews: Record<'led' | 'before' | 'square' | 'placing' | 'open' | 'draft', string>
  point: string
  ownInstrument: string
  /** A role that waits for a second person, one that can be ended, and a key that somebody asks to take over. */
  confirmation: string
  role: string
  takeover: string
  /** What a colleague asked the network leader. */
  question: string
  themes: PagesOfThemes
  together: Together
  visits: VisitsToLookAt
  requests: RequestsToLookAt
}

let found: Found

const at = (...addresses: string[]): Visit[] => addresses.map(to => ({ to }))
const stale = () => ({ body: 'Something quite different.', version: found.stale })

/** One page of each kind, by who opens it. */
export const visits = {
  'a stranger': () => [
    ...at(found.off, '/complaints', '/complaints/hafren', '/complaints/hafren/received'),
    ...at(
      '/',
      '/sign-in',
      '/forgotten-password',
      '/about',
      ...['/help', '/help/words', '/help/yourself', '/help/what-if', '/help/keys', '/help/for/governor'],
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
    ...at(found.after.byLink, found.after.answered),
    { to: '/published/reports/hafren-spring-2026', status: 410 },
    { to: '/invitations/nothing-like-it', status: 404 },
    ...pagesOfDoors['a stranger'](),
  ],
  sadia: () => [
    ...at('/groups/reading/meetings'),
    ...at(...together.sadia(found.together)),
    ...at(
      '/',
      '/groups',
      '/account',
      '/groups/reading',
      '/groups/reading/history',
      '/groups/reading/codes/import',
      found.after.brought,
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
    ...at(
      '/groups/reading/question-parts',
      found.questionPart,
      found.rounds,
      `${found.asking}/closing`,
      `${found.asked}/reopening`,
    ),
    ...at('/groups/reading/moves/new?to=action', '/groups/reading/stages/evidence/sharing', '/groups/talk/joining'),
    ...at(`${found.themes.theme}/reading`, `${found.themes.theme}/reading/codes/reading`),
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
    ...at(found.after.ticked, found.after.done, found.after.abstract, found.after.cover),
    ...at('/networks/hafren/forum', '/networks/hafren/forum?words=zzzz', '/networks/hafren/forum/new?kind=come'),
    ...at(found.invites, found.asks, '/networks/hafren/forum/talk', '/letters'),
    { to: '/networks/hafren/forum', status: 422, sends: { kind: 'come', sentence: '', starts: 'noon' } },
    { to: `${found.asks}/answers`, status: 422, sends: { words: '' } },
    { to: `${found.kasias}/take-ups`, status: 422, sends: { how: 'tried it', words: '' } },
    ...at('/groups/reading/measures', '/groups/reading/measures/import', found.measure, found.measureImport),
    ...at('/groups/reading/instruments', found.instrument, `${found.instrument}/edit`, `${found.instrument}/sheets`),
    ...at(found.sheet, found.asking, found.asked, `${found.asking}/answer`),
    { to: `/comments/${found.comment}/answer`, status: 422, sends: { words: '' } },
    { to: '/texts/stage/reading-1/evidence.seeing', status: 409, sends: stale() },
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
    ...at(found.after.asked),
    { to: `${found.piece}/comments`, status: 422, sends: { words: '', kind: 'comment' } },
    { to: `${found.piece}/claims`, status: 422, sends: { claim: '', bearing: 'for' } },
  ],
  ifan: () => [
    ...at(found.after.check),
    ...at(`${found.meeting.open}/minutes`),
    ...at(...together.ifan(found.together)),
    ...at(
      '/groups/marking/actions',
      '/groups/marking/actions/new',
      found.action,
      `${found.action}/evidence`,
      `${found.action}/schools`,
    ),
    ...at(`${found.action}/measures/new`, `${found.action}/removal`, `${found.action}/schools/coed`),
    ...at('/groups/marking/evaluation', `${found.action}/effects/coed`, '/groups/marking/recommendations'),
    ...at('/groups/marking/finishing'),
    ...at(
      '/groups/marking/recommendations/new',
      `${found.recommendation}/sending`,
      `${found.recommendation}/withdrawal`,
      `${found.recommendation}/evidence`,
      `${found.onPaper}/responses/coed/slip`,
    ),
    ...at('/groups/marking/write-up', found.part, `${found.part}/earlier`, `${found.part}/composing`),
    ...at(`${found.draft}/preview`, `${found.draft}/submitting`, `${found.draft}/title`, `${found.draft}/authors`),
  ],
  kasia: () => [
    ...at(`${found.kasias}/edit`, `${found.kasias}/files`, `${found.kasias}/taking-down`, found.takeUp),
    ...at(money, `${money}/claims`, found.budget, found.claimToAnswer),
  ],
  eleri: () => at('/groups/bilingual', '/groups/bilingual/cycles/new', ...pagesOfVisits(found.visits).eleri),
  maeve: () =>
    at(
      '/groups/number',
      '/groups/number/cycles/1',
      '/groups/number/cycles/2/comparison',
      ...pagesOfVisits(found.visits).maeve,
    ),
  huw: () => at(...pagesOfVisits(found.visits).huw),
  gwen: () => at(...pagesOfVisits(found.visits).gwen),
  carys: () => at(...pagesOfVisits(found.visits).carys),
  imran: () => [
    ...at('/', found.meeting.action, ...together.imran(found.together), `${money}/ringing`),
    ...at(`${found.answered}/responses/weir`, `${found.answered}/responses/weir/adoption`, found.takeover),
    ...at(...pagesOfRequests(found.requests)),
  ],
  tomasz: () => [
    ...at(found.themes.theme, `${found.themes.theme}/leading`, `${found.themes.theme}/reading`),
    ...at(`${found.themes.theme}/edit`, `${found.themes.theme}/closing`, `${found.themes.theme}/plan`),
    ...at(`${found.themes.theme}/objectives`, found.themes.objective, `${found.themes.theme}/activities`),
    ...at(`${found.themes.theme}/activities/new`, found.themes.activity, `${found.themes.theme}/sessions`),
    ...at(`${found.themes.theme}/sessions?which=past`, `${found.themes.theme}/sessions/new`, found.themes.session),
    ...at(`${found.themes.session}/edit`, `${found.themes.session}/cancellation`, `${found.themes.theme}/notes`),
    ...at(`${found.themes.theme}/notes/autumn-2026`, `${found.themes.theme}/champions/new?school=river`),
    { to: `${found.themes.theme}/sessions`, status: 422, sends: { title: '' } },
  ],
  alys: () => at(found.themes.theme, found.themes.champion, '/networks/hafren/themes', found.themes.session),
  zofia: () => at('/who-sees-what', found.takeover, ...together.zofia(found.together)),
  mair: () => [
    ...at(found.confirmation, ...pagesOfVisits(found.visits).mair),
    ...at(`${money}/swots`, found.swot, found.swotSettled),
  ],
  fiona: () => at('/', '/join/join-talk-2026', found.meeting.undated, '/networks/hafren/forum', found.invites),
  rhian: () => [
    ...at(found.meeting.undated, `${found.meeting.undated}/dates`),
    { to: `${found.meeting.openItem}/amendments`, status: 422, sends: { words: '' } },
  ],
  dilys: () => at('/networks/hafren/meetings', found.evening),
  nia: () => [
    ...pagesOfDoors.nia(),
    ...at('/', '/networks/hafren', '/networks/hafren/edit', '/networks/hafren/people', '/networks/hafren/people/sam'),
    ...at(
      '/networks/hafren/people/sam/leaving',
      '/networks/hafren/schools/weir/leaving',
      '/networks/hafren/people/invitations/new',
    ),
    ...at(found.role, found.confirmation),
    ...at(
      '/networks/hafren/people/invitations/many',
      '/networks/hafren/schools',
      '/networks/hafren/schools/new',
      '/networks/hafren/schools/many',
    ),
    ...at('/networks/hafren/keeping', '/networks/hafren/keeping/recordings', '/networks/hafren/keeping/coming'),
    ...at(found.goes, '/groups/reading/deletion'),
    ...at('/networks/hafren/schools/by-hand', '/networks/hafren/terms', '/networks/hafren/terms/autumn-2026/edit'),
    ...at('/networks/hafren/themes', `${found.themes.theme}/handover?find=gwen`),
    ...at('/networks/hafren/partners', '/networks/hafren/partners/new'),
    ...at('/networks/hafren/partners/childrens-centre/edit', '/networks/hafren/partners/childrens-centre/ending'),
    ...at('/networks/hafren/recommendations', found.answered),
    ...at('/networks/hafren/schools/bryn/refusals', '/networks/hafren/schools/bryn/data-leads'),
    ...at('/networks/hafren/dossiers/weir'),
    ...at('/networks/hafren/schools/weir', '/networks/hafren/schools/weir/recommendations'),
    ...at('/networks/hafren/week', '/networks/hafren/copy', '/networks/hafren/influence?term=ever'),
    ...at('/networks/hafren/figures', '/networks/hafren/who-knows-how', found.question),
    ...at('/networks/hafren/who-knows-how/people/sam'),
    ...at('/networks/hafren/conferences', found.conference, `${found.conference}/booklet`, `${found.conference}/edit`),
    ...at('/networks/hafren/meetings', '/networks/hafren/meetings?when=past', '/networks/hafren/circles'),
    ...at('/networks/hafren/circles/new', '/networks/hafren/decisions', '/networks/hafren/meeting-actions'),
    ...at(found.meeting.circle, `${found.meeting.circle}/edit`, `${found.meeting.circle}/closing`),
    ...at(`${found.meeting.circle}/people?find=a`, `${found.meeting.circle}/terms`, `${found.meeting.circle}/year`),
    ...at(`${found.meeting.circle}/year?year=2026&rhythm=monthly&weekday=2&starts=16:00&ends=17:00&place=`),
    ...at(`${found.meeting.circle}/meetings/new`, found.meeting.coming, `${found.meeting.coming}/edit`),
    ...at(
      `${found.meeting.coming}/moving`,
      `${found.meeting.coming}/cancellation`,
      `${found.meeting.coming}/items/new`,
    ),
    ...at(`${found.meeting.item}/edit`, `${found.meeting.coming}/papers/new`, `${found.meeting.coming}/guests?find=d`),
    ...at(`${found.meeting.open}/minutes`, `${found.meeting.agreed}/minutes`, found.meeting.decision),
    ...[
      { to: `${found.meeting.openItem}/decisions`, status: 422, sends: { decision: '', reason: 'It rains' } },
      { to: `${found.meeting.openItem}/actions`, status: 422, sends: { what: 'Ask', owner: '', dueOn: '' } },
    ],
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
    ...at('/networks/hafren/calendar', '/networks/hafren/calendar?view=list', '/networks/hafren/common-days'),
    ...at('/networks/hafren/common-days/new', '/networks/hafren/common-days/from-last-year', found.commonDay),
    ...at(`${found.commonDay}/edit`, `${found.commonDay}/cancellation`, `${found.commonDay}/schools/weir`),
    ...at('/calendar', '/groups/reading/calendar', '/calendar/feeds', found.feed),
    ...at('/networks/hafren/forum/readers', '/networks/hafren/forum/talk', `${found.asks}/folding`, found.foldedAway),
    { to: '/networks/hafren/forum/talk', status: 422, sends: { minutes: '' } },
    ...at('/networks/hafren/reviews', '/networks/hafren/reviews/new', found.reviews.led, `${found.reviews.led}/spread`),
    ...at(`${found.reviews.led}/beside/${found.reviews.before.split('/').at(-1)}`, `${found.reviews.square}/spread`),
    ...at(`${found.reviews.led}/telling`, `${found.reviews.square}/chosen/new`, found.point, found.reviews.open),
    ...at(
      `${found.reviews.open}/closing`,
      `${found.reviews.open}/answer`,
      `${found.reviews.open}/answer/1`,
      `${found.reviews.placing}/answer/3`,
    ),
    ...at(`${found.reviews.open}/answer/done`, found.reviews.draft, `${found.reviews.draft}/removal`),
    ...at(`${found.reviews.draft}/company`, '/networks/hafren/reviews/instruments/structures-and-processes'),
    ...at('/networks/hafren/reviews/instruments/new?from=partnership', `${found.ownInstrument}/edit`),
    ...at('/networks/hafren/reports', '/networks/hafren/reports/autumn-2026'),
    ...at('/networks/hafren/reports/autumn-2026/parts/celebrating/pictures?from=all'),
    ...at('/networks/hafren/reports/autumn-2026/preview', '/networks/hafren/reports/summer-2026/withdrawal'),
    ...at('/networks/hafren/groups', `${found.writeUp}/submission/comparison`),
    ...at(`${found.writeUp}/submission`, '/published/write-ups/polish-is-for-the-car/withdrawal'),
    ...at('/published/write-ups/polish-is-for-the-car/anonymous'),
    ...at('/published/write-ups/polish-is-for-the-car/anonymous?title=A+write-up&group=A+group'),
    ...at('/groups/marking/evaluation', `${found.action}/effects/coed`),
  ],
  ruth: () => at('/networks/harbour/groups/new'),
  yusra: pagesOfDoors.yusra,
  marek: pagesOfDoors.marek,
  alex: () => [
    ...at('/networks', '/networks/new', '/establishments', '/administration', '/administration/audit'),
    ...at('/administration/running', '/account/second-step'),
    ...at('/administration/networks', '/administration/people/sam', '/administration/people/sam/disabling'),
    ...at('/people/eleri/password-reset'),
    ...pagesOfDoors.alex(),
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
  await doorsIn(demo)
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
  const seeing = '/texts/stage/reading-1/evidence.seeing'
  const version = async () =>
    (
      await db
        .selectFrom('texts')
        .select('version')
        .where('owner', '=', 'reading-1')
        .where('field', '=', 'evidence.seeing')
        .executeTakeFirst()
    )?.version ?? 0
  await send(demo, 'sam', seeing, { body: 'Twelve of them choose by the cover.', version: String(await version()) })
  const stale = String(await version())
  await send(demo, 'huw', seeing, { body: 'Nobody chooses any more, since the rain.', version: stale })
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
  const reviews = await reviewsIn(demo)
  const worked = await togetherIn(demo, fields => send(demo, 'sadia', '/networks/hafren/moderation', fields))
  const after = await pagesAfterDeeds(
    demo,
    { review: reviews.reviews.open, draft: `/write-ups/${drafted.id}`, round: worked.prepared },
    (...sent) => send(demo, ...sent),
  )
  found = {
    after,
    stale,
    off: `/letters/off/${await doorOf(db, { id: 'nia' })}/weekly`,
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
    onPaper: await answeredOnPaper(demo),
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
    meeting: await meetingsIn(demo),
    together: worked,
    question: await askedOfNia(demo),
    ...(await postsIn(demo)),
    ...reviews,
    reset: linkIn(await send(demo, 'alex', '/people/huw/password-reset'), 'password-resets'),
    ...(await rolesIn(demo)),
    feed: await feedMade(demo),
    takeover: await takeoverAskedFor(demo),
    themes: await pagesOfThemes(demo),
    visits: await visitsToLookAt(db),
    requests: await requestsToLookAt(db, (address, fields) => send(demo, 'imran', address, fields)),
    goes: await whatWillGo(demo),
    ...(await meansIn(demo)),
  }
}

/** Two pieces whose time is nearly over, one of them held back. */
async function whatWillGo({ house: { db } }: DemoHouse): Promise<string> {
  const pieces = await db
    .selectFrom('evidence')
    .select(['id', 'number'])
    .where('groupId', '=', 'reading')
    .where('sharedWithGroupAt', 'is not', null)
    .orderBy('number')
    .limit(2)
    .execute()
  const of = { networkId: 'hafren', groupId: 'reading', kind: 'evidence' }
  await db
    .insertInto('keepingRounds')
    .values({ id: 'goes', ...of, announcedOn: today(), announcedAt: now(), ran: 0, endedAt: null })
    .execute()
  for (const { id, number } of pieces)
    await db
      .insertInto('keepingThings')
      .values({ roundId: 'goes', thing: id, label: `E${number}`, dueOn: today(), goneAt: null, droppedAt: null })
      .execute()
  const held = {
    thing: pieces[0]!.id,
    label: `E${pieces[0]!.number}`,
    because: 'A book is being made of it',
    until: null,
  }
  await db
    .insertInto('keepingHolds')
    .values({ id: 'held', ...of, ...held, heldAt: now(), heldBy: 'sadia', endedAt: null, endedBy: null })
    .execute()
  return '/keeping/goes'
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

async function feedMade(demo: DemoHouse): Promise<string> {
  await send(demo, 'nia', '/calendar/feeds', { of: 'own' })
  const feed = await demo.house.db.selectFrom('calendarFeeds').select('id').executeTakeFirstOrThrow()
  return `/calendar/feeds/${feed.id}/renewal`
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
  const asked = await db.selectFrom('graveActs').select('id').where('ofId', '=', key.id).executeTakeFirstOrThrow()
  return `/grave-acts/${asked.id}`
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

/** A circle, and its meetings in their states. */
async function meetingsIn({ house: { db } }: DemoHouse): Promise<MeetingsFound> {
  const circle = await db.selectFrom('circles').select('id').where('kind', '=', 'operational').executeTakeFirstOrThrow()
  const meetings = await db
    .selectFrom('meetings')
    .selectAll('meetings')
    .innerJoin('meetingCircles', 'meetingCircles.meetingId', 'meetings.id')
    .where('meetingCircles.circleId', '=', circle.id)
    .orderBy('startsAt')
    .execute()
  const undated = await db.selectFrom('meetings').select('id').where('startsAt', 'is', null).executeTakeFirstOrThrow()
  const coming = meetings.find(one => one.title.startsWith('Heads and'))!
  const open = meetings.findLast(one => one.minutesOpenedAt && !one.minutesAgreedAt)!
  const itemOf = async (meeting: string) =>
    (
      await db
        .selectFrom('agendaItems')
        .select('id')
        .where('meetingId', '=', meeting)
        .where('kind', '=', 'item')
        .orderBy('position')
        .executeTakeFirstOrThrow()
    ).id
  const action = await db
    .selectFrom('meetingActions')
    .select('id')
    .where('ownerId', '=', 'imran')
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow()
  const decision = await db
    .selectFrom('decisions')
    .select('id')
    .where('circleId', '=', circle.id)
    .where('supersededBy', 'is not', null)
    .executeTakeFirstOrThrow()
  return {
    circle: `/circles/${circle.id}`,
    undated: `/meetings/${undated.id}`,
    coming: `/meetings/${coming.id}`,
    item: `/meetings/${coming.id}/items/${await itemOf(coming.id)}`,
    open: `/meetings/${open.id}`,
    openItem: `/meetings/${open.id}/items/${await itemOf(open.id)}`,
    agreed: `/meetings/${meetings.find(one => one.minutesAgreedAt)!.id}`,
    decision: `/decisions/${decision.id}`,
    action: `/meeting-actions/${action.id}`,
  }
}

/** A link to a dossier, and what the network's conference is called. */
async function toTakeAway(demo: DemoHouse) {
  const made = await send(demo, 'nia', '/networks/hafren/dossiers/weir/links', { days: '7' })
  const session = await demo.house.db
    .selectFrom('conferenceSessions')
    .select(['id', 'conferenceId'])
    .where('groupId', 'is not', null)
    .executeTakeFirstOrThrow()
  const common = await demo.house.db
    .selectFrom('commonDays')
    .select('id')
    .where('title', '=', 'Maths that children can touch')
    .executeTakeFirstOrThrow()
  return {
    dossier: linkIn(made, 'dossiers'),
    commonDay: `/networks/hafren/common-days/${common.id}`,
    conference: `/networks/hafren/conferences/${session.conferenceId}`,
    session: session.id,
  }
}

async function postsIn({ house: { db } }: DemoHouse) {
  const posts = db.selectFrom('forumPosts').select('id').where('networkId', '=', 'hafren').orderBy('postedAt', 'desc')
  const inForum = ({ id }: { id: string }) => `/networks/hafren/forum/${id}`
  const taken = await db
    .selectFrom('forumTakeUps')
    .select(['id', 'postId'])
    .where('takenBy', '=', 'kasia')
    .where('askAfter', 'is not', null)
    .executeTakeFirstOrThrow()
  return {
    invites: inForum(await posts.where('onDay', '>', '2026-12-01').executeTakeFirstOrThrow()),
    asks: inForum(await posts.where('openSince', 'is not', null).executeTakeFirstOrThrow()),
    kasias: inForum(await posts.where('postedBy', '=', 'kasia').executeTakeFirstOrThrow()),
    takeUp: `${inForum({ id: taken.postId })}/take-ups/${taken.id}`,
    foldedAway: inForum(await posts.where('foldedAwayAt', 'is not', null).executeTakeFirstOrThrow()),
  }
}

/** Nia and Sam say that colleagues may ask them, and Sadia asks Nia. */
async function askedOfNia(demo: DemoHouse): Promise<string> {
  const directory = '/networks/hafren/who-knows-how'
  for (const person of ['nia', 'sam']) await send(demo, person, directory, { what: `What ${person} knows`, school: '' })
  await send(demo, 'sadia', `${directory}/people/nia`, { words: 'How do you begin a meeting?' })
  const { id } = await demo.house.db.selectFrom('knowHowLetters').select('id').executeTakeFirstOrThrow()
  return `${directory}/questions/${id}`
}

/** The network's reviews; one more is prepared, and one is opened in which the network is placed on the square. */
async function reviewsIn(demo: DemoHouse) {
  const { db } = demo.house
  const words = { company: 'heads', roles: 'headteacher', answerBy: '2099-12-11' }
  const begun = (instrument: string, title: string) => ({ ...words, instrument, title })
  await send(demo, 'nia', '/networks/hafren/reviews', begun('partnership', 'Draft of the journey'))
  await send(demo, 'nia', '/networks/hafren/reviews', begun('structures-and-processes', 'Square of the journey'))
  const rounds = await db.selectFrom('reviewRounds').select(['id', 'title']).execute()
  const by = (title: string) => `/networks/hafren/reviews/${rounds.find(one => one.title === title)!.id}`
  const placing = by('Square of the journey')
  await send(demo, 'nia', `${placing}/company/people`, { person: 'nia' })
  await send(demo, 'nia', `${placing}/opening`)
  await send(demo, 'nia', `${placing}/answer/places`, { called: 'The valley', across: '2', up: '3' })
  const led = by('How we lead together, a year on')
  const point = await db
    .selectFrom('reviewChosen')
    .select('id')
    .where('roundId', '=', led.split('/').at(-1)!)
    .executeTakeFirstOrThrow()
  const own = await db.selectFrom('reviewInstruments').select('id').executeTakeFirstOrThrow()
  return {
    reviews: {
      ...{ led, placing, before: by('How we lead together, autumn 2025') },
      ...{ square: by('Where our network is, summer 2026'), open: by('Our meetings, before we plan the spring') },
      draft: by('Draft of the journey'),
    },
    point: `${led}/chosen/${point.id}`,
    ownInstrument: `/networks/hafren/reviews/instruments/${own.id}`,
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

async function answeredOnPaper({ house: { db } }: DemoHouse): Promise<string> {
  const row = await db
    .selectFrom('responses')
    .select('recommendationId')
    .where('fromPaperOn', 'is not', null)
    .executeTakeFirstOrThrow()
  return `/recommendations/${row.recommendationId}`
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
    rounds: await secondRound(db, closed.id),
    questionPart: `/question-parts/${(await db.selectFrom('questionParts').select('id').orderBy('place').limit(1).executeTakeFirstOrThrow()).id}`,
    answering: `/answer/${token}`,
  }
}

/** The same colleagues are asked the same once more, and the round is closed. @returns where both stand side by side */
async function secondRound(db: DemoHouse['house']['db'], id: string): Promise<string> {
  const first = await db.selectFrom('questionnaires').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const again = { id: 'asked-once-more', evidenceId: null, closedAt: now() }
  await db
    .insertInto('questionnaires')
    .values(unread({ ...first, ...again }))
    .execute()
  const answers = await db.selectFrom('questionnaireAnswers').selectAll().where('questionnaireId', '=', id).execute()
  for (const [at, one] of answers.entries())
    await db
      .insertInto('questionnaireAnswers')
      .values({ ...one, id: `again-${at}`, questionnaireId: again.id })
      .execute()
  return `/instruments/${first.instrumentId}/rounds`
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

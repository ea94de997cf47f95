import { type Request, Router } from 'express'
import type { Db } from '../../database.js'
import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../../enquiries/head.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import type { Brought } from '../../room.js'
import { isStage } from '../../stages.js'
import { sendCsv } from '../../web/csv.js'
import { pageNumber, pageOf, queried } from '../../web/page-of.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { audiences } from '../../reach/audiences.js'
import { audienceInWords } from '../../reach/audience-in-words.js'
import { cardOf } from './cards.js'
import { stageChoices } from '../logging/choices.js'
import { evidenceColumns } from '../columns.js'
import { kindKeys, kinds } from '../kinds.js'
import { evidenceOf, type EvidenceFilters, piecesAPage, sourcesOf } from './listing.js'
import type { Narrowing } from './narrowing.js'
import type { EvidenceIndexPage } from '../pages.js'
import { mayLogEvidence } from '../permissions.js'

/** A group's evidence as pictures and words, and as a file. */
export function listingRoutes({ db, baseUrl }: House, { narrows }: Pick<Brought, 'narrows'>): Router {
  const routes = Router()

  routes.get('/groups/:group/evidence', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const filters = filtersIn(req)
    const further = await furtherFields(req, db, person, enquiry, narrows)
    const { pieces, total, counted } = await evidenceOf(db, person, enquiry, filters, pageNumber(req), further.among)
    const address = `/groups/${enquiry.groupId}/evidence`
    const chosen = [...Object.entries(filters), ...further.fields.map(({ name, value }) => [name, value])]
    const query = new URLSearchParams(chosen.filter(([, word]) => word !== '') as string[][]).toString()
    show(res, 'evidence/index', {
      title: `Evidence of ${enquiry.groupName}`,
      breadcrumbs: crumbsOf(enquiry),
      head: headOf(enquiry, 'evidence'),
      page: pageOf(
        req,
        pieces.map(piece => cardOf(piece, person)),
        total,
        piecesAPage,
      ),
      filters: [
        ...filterFields(filters, await sourcesOf(db, person, enquiry.groupId, counted), enquiry.standing.member),
        ...further.fields,
      ],
      isFiltered: query !== '',
      copies: enquiry.standing.member ? `/groups/${enquiry.groupId}/copies` : null,
      csv: `${address}.csv${query ? `?${query}` : ''}`,
      address,
      may: { log: mayLogEvidence(enquiry) },
    })
  })

  routes.get('/groups/:group/evidence.csv', async (req, res) => {
    const person = signedIn(res)
    const enquiry = await findEnquiry(db, person, req.params.group)
    const { among } = await furtherFields(req, db, person, enquiry, narrows)
    const { pieces } = await evidenceOf(db, person, enquiry, filtersIn(req), undefined, among)
    const lines = pieces.map(piece => ({ piece, seenBy: audienceInWords(piece, person) }))
    sendCsv(res, `${enquiry.groupId}-evidence`, evidenceColumns(baseUrl), lines)
  })

  return routes
}

/** What later rooms narrow by: their fields, and the pieces that fit all of what was chosen; undefined when nothing was. */
async function furtherFields(req: Request, db: Db, person: Reader, enquiry: Enquiry, narrowings: Narrowing[]) {
  const fields: { name: string; label: string; value: string; options: { value: string; text: string }[] }[] = []
  let among: string[] | undefined
  for (const { name, label, choices, pieces } of narrowings) {
    const options = await choices(db, person, enquiry)
    if (options.length === 0) continue
    const value = options.find(one => one.value === queried(req, name))?.value ?? ''
    fields.push({ name, label, value, options })
    if (value === '') continue
    const fitting = new Set(await pieces(db, person, enquiry, value))
    among = among ? among.filter(id => fitting.has(id)) : [...fitting]
  }
  return { fields, among }
}

/** Only what can be a filter is taken from the address; anything else narrows nothing. */
function filtersIn(req: Request): EvidenceFilters {
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(queried(req, name)) ? queried(req, name) : '')
  const one = (name: string, of: readonly string[]) => (of.includes(queried(req, name)) ? queried(req, name) : '')
  return {
    words: queried(req, 'words'),
    kind: one('kind', kindKeys),
    school: queried(req, 'school'),
    stage: isStage(queried(req, 'stage')) ? queried(req, 'stage') : '',
    who: queried(req, 'who'),
    audience: one('audience', audiences),
    from: day('from'),
    to: day('to'),
  }
}

function filterFields(
  filters: EvidenceFilters,
  { schools, people }: Awaited<ReturnType<typeof sourcesOf>>,
  isMember: boolean,
): EvidenceIndexPage['filters'] {
  const asChoices = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, text: name }))
  const seenBy = [
    { value: 'author', text: 'only me' },
    { value: 'group', text: 'the group' },
    { value: 'school', text: 'the group and its school' },
    { value: 'network', text: 'the network' },
  ]
  return [
    { name: 'words', label: 'Words, or a number like E12', value: filters.words },
    {
      name: 'kind',
      label: 'Kind',
      value: filters.kind,
      options: kinds.map(one => ({ value: one.key, text: one.name })),
    },
    { name: 'school', label: 'School', value: filters.school, options: asChoices(schools) },
    { name: 'stage', label: 'Stage', value: filters.stage, options: stageChoices },
    { name: 'who', label: 'Logged by', value: filters.who, options: asChoices(people) },
    ...(isMember ? [{ name: 'audience', label: 'Seen by', value: filters.audience, options: seenBy }] : []),
    { name: 'from', label: 'From', value: filters.from, type: 'date' },
    { name: 'to', label: 'To', value: filters.to, type: 'date' },
  ]
}

import type { Db } from '../database.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf } from '../enquiries/head.js'
import type { Reader } from '../names/reader.js'
import { aroundInstruments } from './around-instruments.js'
import { type FoundInstrument, instrumentsOf, sharedInNetwork } from './instruments.js'
import { type InstrumentKind, instrumentKindInWords } from './kinds.js'
import type { InstrumentPage, InstrumentsIndexPage } from './pages.js'
import { mayUseInstruments } from './permissions.js'
import { daysAfter, today } from '../web/now.js'
import { formOf, type FormState } from '../web/read.js'
import { questionnairesOf } from './questionnaires/questionnaires.js'
import { closedRounds } from './questionnaires/two-rounds.js'
import { whatIsMissing } from './questions.js'
import { unfinishedOf } from './sheets/filling-in.js'
import { sheetsOf } from './sheets/sheets.js'
import { templates } from './templates.js'

/** The instruments of a group, what is begun with them, and what one can begin from. */
export async function instrumentsPage(db: Db, person: Reader, enquiry: Enquiry): Promise<InstrumentsIndexPage> {
  const may = { use: mayUseInstruments(enquiry) }
  return {
    title: 'Instruments',
    breadcrumbs: crumbsOf(enquiry),
    head: headOf(enquiry, 'instruments'),
    instruments: (await instrumentsOf(db, enquiry)).map(kindSaid),
    unfinished: may.use ? await unfinishedOf(db, person, enquiry) : [],
    questionnaires: await questionnairesOf(db, enquiry),
    templates: templates.map(({ key, name, purpose, kind }) => kindSaid({ key, name, purpose, kind })),
    offered: may.use ? (await sharedInNetwork(db, person, enquiry)).map(kindSaid) : [],
    address: `/groups/${enquiry.groupId}/instruments`,
    may,
  }
}

function kindSaid<One extends { kind: InstrumentKind }>(one: One): Omit<One, 'kind'> & { kind: string } {
  return { ...one, kind: instrumentKindInWords[one.kind] }
}

/** An instrument's own page: its questions, and what was made with it. @param form of the next round, with the last day that is proposed */
export async function instrumentPage(
  db: Db,
  person: Reader,
  found: FoundInstrument,
  form: FormState = formOf({ endsOn: daysAfter(today(), 14) }),
): Promise<InstrumentPage> {
  const { id, name, purpose, version, changedAt, sharedAt, kind, enquiry } = found
  const sheets = await sheetsOf(db, person, found)
  return {
    title: name,
    ...aroundInstruments(enquiry),
    instrument: {
      ...{ id, name, purpose, version, changedAt, sharedAt },
      isQuestionnaire: kind === 'questionnaire',
      kind: instrumentKindInWords[kind],
    },
    origin: found.origin,
    sheets: sheets.length,
    questionnaires: (await questionnairesOf(db, enquiry)).filter(one => one.instrumentId === id),
    rounds: kind === 'questionnaire' && (await closedRounds(db, found)).length > 1 ? `/instruments/${id}/rounds` : null,
    form,
    questions: found.questions,
    missing: whatIsMissing(found.questions),
    may: { use: mayUseInstruments(enquiry) },
  }
}

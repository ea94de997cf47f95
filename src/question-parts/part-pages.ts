import type { Db } from '../database.js'
import { cyclesToChoose } from '../enquiries/cycles/cycles-to-choose.js'
import type { Enquiry } from '../enquiries/enquiry.js'
import { crumbsOf, headOf, ofCycle, stageAddress } from '../enquiries/head.js'
import { mayReadStage } from '../enquiries/permissions.js'
import type { Reader } from '../names/reader.js'
import { formOf, type FormState } from '../web/read.js'
import { answeredParts, thingsOf } from './answers.js'
import type { QuestionPartPage, QuestionPartsPage } from './pages.js'
import type { FoundPart } from './parts.js'
import { mayKeepParts } from './permissions.js'
import { type ThingKind, thingKinds, things } from './things.js'

/** The parts of a question and what answers each. */
export async function partsPage(
  db: Db,
  person: Reader,
  enquiry: Enquiry,
  form: FormState = formOf(),
): Promise<QuestionPartsPage> {
  const may = { keep: mayKeepParts(enquiry) }
  const address = addressOfParts(enquiry)
  const all = await thingsOf(db, person, enquiry)
  return {
    title: 'Parts of the question',
    ...around(enquiry),
    parts: await answeredParts(db, person, enquiry, all),
    claims: all.claims,
    removed: may.keep ? await removedFrom(db, enquiry) : [],
    address,
    form,
    cycles: cyclesToChoose(enquiry, '/question-parts'),
    csv: `${address}.csv${ofCycle(enquiry)}`,
    may,
  }
}

/** One part: what answers it, and for the group the ticks of each kind. */
export async function partPage(
  db: Db,
  person: Reader,
  found: FoundPart,
  forms: { name?: FormState } = {},
): Promise<QuestionPartPage> {
  const { enquiry } = found
  const all = await thingsOf(db, person, enquiry)
  const part = (await answeredParts(db, person, enquiry, all)).find(one => one.id === found.id)
  const nothing = Object.fromEntries(thingKinds.map(kind => [kind, []])) as unknown as typeof all
  const shown = part ?? {
    ...{ id: found.id, name: found.name, href: `/question-parts/${found.id}`, answers: nothing, isAnswered: false },
  }
  const back = addressOfParts(enquiry) + ofCycle(enquiry)
  return {
    title: found.name,
    ...around(enquiry, { href: back, text: 'Parts of the question' }),
    part: shown,
    removedAt: found.removedAt,
    kinds: thingKinds
      .map(kind => kindShown(kind, shown.answers[kind], all[kind]))
      .filter(one => one.choices.length > 0),
    evidence: `/groups/${enquiry.groupId}/evidence?question-part=${found.id}`,
    back,
    form: forms.name ?? formOf({ name: found.name }),
    may: { keep: mayKeepParts(enquiry) && found.removedAt === null },
  }
}

function kindShown(kind: ThingKind, answers: QuestionPartPage['kinds'][number]['answers'], all: typeof answers) {
  return {
    ...{ kind, heading: things[kind].heading, answers },
    choices: all.map(({ id, label, text }) => ({ value: id, text: label ? `${label} ${text}` : text })),
    form: formOf({ things: answers.map(one => one.id) }),
  }
}

export function addressOfParts({ groupId }: Enquiry): string {
  return `/groups/${groupId}/question-parts`
}

function around(enquiry: Enquiry, ...more: { href: string; text: string }[]) {
  const purpose = mayReadStage(enquiry, 'purpose') ? [{ href: stageAddress(enquiry, 'purpose'), text: 'Purpose' }] : []
  return { breadcrumbs: crumbsOf(enquiry, ...purpose, ...more), head: headOf(enquiry, 'stage purpose') }
}

async function removedFrom(db: Db, { id, names }: Enquiry): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('questionParts')
    .select(['id', 'name'])
    .where('enquiryId', '=', id)
    .where('removedAt', 'is not', null)
    .orderBy('place')
    .execute()
  return names.read(rows)
}

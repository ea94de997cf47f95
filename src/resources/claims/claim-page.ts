import type { Db } from '../../database.js'
import { day } from '../../words/words.js'
import { type FormState, formOf } from '../../web/read.js'
import { today } from '../../web/now.js'
import type { ResourcesOfNetwork } from '../finding.js'
import { budgetsToClaimOn } from '../funds/budgets.js'
import { claimLine } from '../lines.js'
import { pounds, typedDays, typedPounds } from '../money.js'
import type { Choice, ClaimFormPage, ExpenseClaimPage } from '../pages.js'
import {
  mayAnswerClaim,
  mayChangeClaim,
  mayGoOver,
  mayPayClaim,
  maySayYesAsHead,
  maySayYesForBudget,
  needsHead,
} from '../permissions.js'
import type { ClaimRates, ExpenseKind } from '../tables.js'
import { claimsAlike } from './alike.js'
import { beyondBudget } from './claiming.js'
import type { FoundClaim } from './claims.js'
import { placeAt, placeSaid } from './for-what.js'
import { coverSaid, kindSaid } from './in-words.js'
import { namesOf } from './names.js'
import { placesToChoose } from './places-to-choose.js'
import { ratesOf } from './rates.js'
import { receiptsOf } from './receipts.js'

/** A claim with what was said to it, and what this person can do with it. */
export async function claimPage(
  db: Db,
  { person, head, address: at }: ResourcesOfNetwork,
  claim: FoundClaim,
  forms: { form?: FormState; payForm?: FormState } = {},
): Promise<ExpenseClaimPage> {
  const address = `${at}/claims/${claim.id}`
  const change = mayChangeClaim(person, claim)
  const names = await namesOf(db, [claim.headYesBy, claim.holderYesBy, claim.answeredBy, claim.paidBy])
  const receipts = await receiptsOf(db, claim)
  const budget = claim.budget?.name ?? 'The network leaders choose'
  return {
    title: `${kindSaid[claim.kind]}: ${claim.forWhat}`,
    head,
    at,
    address,
    claim: {
      ...claimLine(at, claim),
      kind: kindSaid[claim.kind],
      cover: claim.cover && coverSaid[claim.cover],
      budget,
      forHref: claim.forHref,
      forSaid: claim.forKind ? placeSaid[claim.forKind] : '',
      answerWord: claim.answerWord,
      answeredBy: names(claim.answeredBy),
      overBecause: claim.overBecause,
      paid: claim.paidOn && `Paid on ${day(claim.paidOn)}${claim.reference ? `, reference ${claim.reference}` : ''}`,
    },
    alike: claim.state === 'declined' ? [] : (await claimsAlike(db, person, claim)).map(one => claimLine(at, one)),
    steps: stepsOf(claim, names),
    receipts: receipts.map(file => {
      const own = `${address}/receipts/${file.id}`
      const href = `${own}/${encodeURIComponent(file.name)}`
      return { name: file.name, href, removeAt: change ? `${own}/removal` : null }
    }),
    answer: mayAnswerClaim(person, claim) ? await answerOf(db, person, claim) : null,
    form: forms.form ?? formOf({ budget: claim.budgetId ?? '' }),
    payForm: forms.payForm ?? formOf({ paidOn: today() }),
    may: {
      change,
      takeBack: claim.personId === person.id && claim.state === 'sent' && !claim.headYesAt && !claim.holderYesAt,
      pay: mayPayClaim(person, claim),
    },
  }
}

function stepsOf(claim: FoundClaim, names: (id: string | null) => string) {
  if (claim.state === 'draft') return []
  const yes = (what: string, by: string | null, at: string | null) => ({
    text: at ? `${what} said yes: ${names(by)}, ${day(at)}` : `${what} says yes`,
    done: at !== null,
  })
  return [
    { text: `Sent on ${day(claim.sentAt)}`, done: claim.sentAt !== null },
    ...(needsHead(claim.kind) ? [yes('The head', claim.headYesBy, claim.headYesAt)] : []),
    yes('Whoever holds the budget', claim.holderYesBy, claim.holderYesAt),
    { text: claim.paidOn ? `Paid on ${day(claim.paidOn)}` : 'It is paid', done: claim.paidOn !== null },
  ]
}

async function answerOf(db: Db, person: ResourcesOfNetwork['person'], claim: FoundClaim) {
  const asHead = maySayYesAsHead(person, claim)
  const forBudget = maySayYesForBudget(person, claim)
  const leads = person.isNetworkLeaderOf(claim.networkId)
  const over = forBudget ? await beyondBudget(db, claim) : undefined
  const budgets = forBudget && leads ? await budgetsToClaimOn(db, person, { id: claim.networkId }) : []
  return {
    needsBudget: budgets.length > 0,
    mayGoOver: mayGoOver(person, claim),
    over: over ?? null,
    says:
      asHead && forBudget
        ? 'You answer as the head and for the budget.'
        : asHead
          ? `You answer as the head: can ${claim.name} be away then?`
          : 'You answer for the budget: is this what the money is for?',
    budgets: budgets.map(({ id, name }) => ({ value: id, text: name })),
  }
}

/** The form of a claim of one kind. */
export async function claimFormPage(
  db: Db,
  { person, network, head, address: at }: ResourcesOfNetwork,
  kind: ExpenseKind,
  { claim, form }: { claim?: FoundClaim; form?: FormState },
): Promise<ClaimFormPage> {
  const schools = person.schoolsIn(network.id)
  const named =
    schools.length < 2 ? [] : await db.selectFrom('schools').select(['id', 'name']).where('id', 'in', schools).execute()
  const address = claim ? `${at}/claims/${claim.id}` : `${at}/claims`
  const budgets = await budgetsToClaimOn(db, person, network)
  return {
    title: claim ? 'Change a claim' : `Claim: ${kindSaid[kind].toLowerCase()}`,
    head,
    at,
    address,
    back: claim ? address : `${at}/claims/new`,
    form: form ?? (claim ? formOf(typedIn(claim)) : formOf({ kind, onDay: today() })),
    kind,
    kindName: kindSaid[kind],
    rate: rateSaid(kind, await ratesOf(db, network.id)),
    choices: {
      schools: named.map(({ id, name }) => ({ value: id, text: name })),
      budgets: budgets.map(({ id, name }) => ({ value: id, text: name })),
      places: withKnown(await placesToChoose(db, person, network), form, claim),
    },
    receipts: claim
      ? (await receiptsOf(db, claim)).map(({ id, name }) => ({
          name,
          href: `${address}/receipts/${id}/${encodeURIComponent(name)}`,
        }))
      : [],
  }
}

/** What it stands beside already stays in the list, whatever else is in it. */
function withKnown(places: Choice[], form: FormState | undefined, claim: FoundClaim | undefined): Choice[] {
  const known = placeAt(String(form?.values.forHref ?? claim?.forHref ?? ''))
  if (!known || places.some(one => one.value === known.href)) return places
  return [{ value: known.href, text: `${placeSaid[known.kind]} from which you came` }, ...places]
}

function rateSaid(kind: ExpenseKind, { halfDayPence, hourPence, milePence }: ClaimRates): string {
  if (kind === 'release') return `The network pays ${pounds(halfDayPence)} to your school for each half day.`
  if (kind === 'twilight') return `The network pays ${pounds(hourPence)} an hour.`
  if (kind === 'travel') return `The network pays ${milePence}p a mile, or the fare.`
  return ''
}

function typedIn(claim: FoundClaim) {
  return {
    ...{ kind: claim.kind, onDay: claim.onDay, school: claim.schoolId, forWhat: claim.forWhat },
    ...{ forHref: claim.forHref, budget: claim.budgetId ?? '', cover: claim.cover ?? '' },
    halfDays: claim.halfDays === null ? '' : typedDays(claim.halfDays),
    hours: claim.minutes === null ? '' : String(Math.round((claim.minutes * 100) / 60) / 100),
    miles: claim.tenthsOfMiles === null ? '' : String(claim.tenthsOfMiles / 10),
    fare: claim.kind === 'travel' && claim.tenthsOfMiles === null ? typedPounds(claim.pence) : '',
    sum: claim.kind === 'materials' ? typedPounds(claim.pence) : '',
    version: claim.version,
  }
}

import { nothingAgainstSaid, sureness } from '../handouts/leads.js'
import { butInShort, objection, unnamedObjection } from '../handouts/sentences.js'
import { day, dayAndTime, listed, plural } from '../words/words.js'

/** Sentences that a termly report adds to what people wrote. Examples: tests/termly-reports/sentences.test.ts. */

/** What opens the part that sets two terms beside each other. @param before undefined in the first term that is told of */
export function comparisonOpens(term: string, before: string | undefined): string {
  return before
    ? `${term} beside ${before}, from the records of both. More is not better, and fewer is not worse: a term of looking again counts as well.`
    : 'This is the first term that is told of here, so there is nothing to compare it with. Next term’s report begins from these numbers.'
}

export const nothingRecorded = 'Nothing has been recorded this term yet.'

/** What grew, what shrank and what stayed, without a word of praise or blame. */
export function termsInOneSentence(
  term: string,
  before: string | undefined,
  counted: { name: string; now: number; before: number }[],
): string {
  if (!before) return `What was counted in ${term}.`
  const named = (is: (one: { now: number; before: number }) => boolean) =>
    listed(counted.filter(one => one.now + one.before > 0 && is(one)).map(one => begunSmall(one.name)))
  const said = [
    ['more', named(one => one.now > one.before)],
    ['fewer', named(one => one.now < one.before)],
    ['as many', named(one => one.now === one.before)],
  ].flatMap(([how, what]) => (what ? [`${how} ${what}`] : []))
  return `${term} beside ${before}: ${said.join('; ')}.`
}

/** Every piece is of one kind, so that the bars add up to all of them. */
export function evidenceInOneSentence(
  term: string,
  kinds: { kind: string; now: number; before: number }[],
  before: string | undefined,
): string {
  const sum = (of: 'now' | 'before') => kinds.reduce((all, one) => all + one[of], 0)
  const most = Math.max(0, ...kinds.map(one => one.now))
  const often = kinds.filter(one => one.now === most).map(one => one.kind)
  const named =
    most > 0 && often.length < 3 && kinds.length > 1
      ? `, most of all by ${listed(often)} (${most}${often.length > 1 ? ' each' : ''})`
      : ''
  const then = before
    ? `; in ${before} there were ${sum('before') === 0 ? 'none' : sum('before').toLocaleString('en-GB')}`
    : ''
  return `${plural(sum('now'), 'piece', 'pieces')} of evidence in ${term}${named}${then}.`
}

/**
 * A claim among what a group learned, with how sure it is and the strongest thing against it: a hunch is none of it.
 * @param against what the group says of the pieces against it, empty where it says nothing of one
 */
export function learned(claim: string, strength: 'fairly sure' | 'sure', against: string[]): string {
  const said = claim.replace(/\s+/g, ' ').trim()
  const note = against
    .find(words => words.trim() !== '')
    ?.replace(/\s+/g, ' ')
    .trim()
  const but = note ? objection({ title: '', note }) : unnamedObjection
  const told = against.length === 0 ? nothingAgainstSaid : butInShort(but, against.length - 1)
  return `**${/[.!?…]$/.test(said) ? said : `${said}.`}** ${sureness[strength]}. ${told}`
}

/** What a group suspects, or of which as much speaks against as for it. */
export function suspected(claim: string): string {
  return `${claim.replace(/\s+/g, ' ').trim().replace(/[.]$/, '')} (a hunch, still to be looked into).`
}

export function disputed(claim: string, speakFor: number, against: number): string {
  return `${claim.replace(/\s+/g, ' ').trim().replace(/[.]$/, '')} (${plural(speakFor, 'piece speaks', 'pieces speak')} for it, ${against} against).`
}

/** What a school brought to a term. */
export interface Brought {
  joined: boolean
  /** Groups that may be named beside it, and how many more there are. */
  groups: string[]
  unnamedGroups: number
  people: number
  evidence: number
  answers: number
  inPlace: number
}

/** In one friendly line. A school that brought nothing this term is one of us all the same. */
export function broughtBySchool(school: Brought): string {
  const { groups, unnamedGroups, people, evidence, answers, inPlace } = school
  const joined = school.joined ? 'Joined the network this term. ' : ''
  if (people + evidence + answers + inPlace === 0)
    return joined
      ? `${joined}Welcome: every group has a place open.`
      : 'One of our schools, with its hands full this term. Every group has a place open, and everything here is for its classrooms too.'
  const among = [...groups, ...(unnamedGroups > 0 ? [plural(unnamedGroups, 'other group', 'other groups')] : [])]
  const where =
    groups.length === 0 && unnamedGroups > 0 ? plural(unnamedGroups, 'enquiry group', 'enquiry groups') : listed(among)
  const brought = [
    people > 0 ? `${plural(people, 'colleague', 'colleagues')} in ${where}` : '',
    evidence > 0 ? `${plural(evidence, 'piece', 'pieces')} of evidence` : '',
    answers > 0 ? `${plural(answers, 'answer', 'answers')} to recommendations` : '',
    inPlace > 0 ? `${plural(inPlace, 'recommendation', 'recommendations')} put in place` : '',
  ].filter(Boolean)
  return `${joined}${begunLarge(listed(brought))}.`
}

export const schoolsBesideEachOther =
  'Schools in alphabetical order. Each has its own circumstances, and nothing here is a comparison.'

/** What was done, as the parts of a sentence that begins with “We” or “they”. */
export function doneInWords(done: {
  pieces: number
  schools: number
  claims: number
  actions: number
  recommendations: number
  effects?: number
}): string[] {
  const { pieces, schools, claims, actions, recommendations, effects = 0 } = done
  return [
    pieces > 0
      ? `logged ${plural(pieces, 'piece', 'pieces')} of evidence${schools > 1 ? ` from ${schools} schools` : ''}`
      : '',
    claims > 0 ? `made ${plural(claims, 'claim', 'claims')}` : '',
    actions > 0 ? `agreed to ${plural(actions, 'action', 'actions')}` : '',
    recommendations > 0 ? `sent ${plural(recommendations, 'recommendation', 'recommendations')} to schools` : '',
    effects > 0 ? `judged ${plural(effects, 'effect', 'effects')}, each in one school` : '',
  ].filter(Boolean)
}

export function inThatTime(done: string[]): string {
  return `In that time, they ${listed(done)}.`
}

/** Release time that the groups counted, beside that of the term before. */
export function releaseTimeUsed(days: number, before: number | null): string {
  const beside =
    before === null ? '' : days === before ? ', as many as last term' : `; last term ${plural(before, 'day', 'days')}`
  return `Together, the groups used ${plural(days, 'day', 'days')} of release time this term${beside}.`
}

/** How heads who let their answer be told stand to what was recommended before the term. */
export function saidYesBefore(times: number, states: { said: string; schools: number }[]): string {
  const stands = listed(states.map(one => `${begunSmall(one.said)}: ${one.schools}`))
  return `Before this term, heads who let it be told said yes to a recommendation ${plural(times, 'time', 'times')}. Where these stand now: ${stands}.`
}

/** Who of those asked has answered, and what heads let be told of it. */
export function answersInReport(
  { answered, asked, onPaper }: { answered: number; asked: number; onPaper: number },
  told: string[],
): string {
  const paper = onPaper > 0 ? `, ${onPaper} of them on paper` : ''
  const count = `${answered} of ${plural(asked, 'school', 'schools')} answered${paper}.`
  return told.length > 0 ? `${count} ${told.join('; ')}.` : count
}

export const celebrated = {
  finished: (group: string) => `${group} finished a cycle of its enquiry.`,
  published: ' is published, for everybody to read.',
  inPlace: (school: string, recommendation: string) => `In place at ${school}: ${recommendation}`,
  began: (group: string) => `${group} began.`,
}

/** The same beside its stage mark, among all groups. @param moved whether it came there in the term */
export function whereAtAGlance(stage: string, finished: boolean, moved: boolean): string {
  if (finished) return 'Finished its cycle.'
  return moved ? `At ${stage}, since this term.` : `At ${stage}.`
}

export const atAGlance = 'Where the groups are'

/** Where a group stands, under its question. */
export function whereGroupStands(stage: string, finished: boolean): string {
  return finished ? 'This cycle is finished.' : `The group is at ${stage}.`
}

export const sentNoReport = 'The group had not sent its own report when this was put together.'

/** Which reports are not in what was submitted: `1 report came after this was submitted: Monday.` */
export function cameLate(groups: string[]): string {
  if (groups.length === 0) return ''
  return `${plural(groups.length, 'report', 'reports')} came after this was submitted: ${listed(groups)}.`
}

/** A report that is sent before its term is over tells of part of it. @param today `2026-12-01` */
export function termGoesOn({ name, endsOn }: { name: string; endsOn: string }, today: string): string {
  return today < endsOn ? `${name} lasts until ${day(endsOn)}. What happens until then is not in this edition.` : ''
}

/** What a group is told of its words, once the report of the network is on its way or out. */
export function whereOurWordsGo(now: { state: 'submitted' | 'published'; asAt: string } | null): string {
  if (!now) return 'A change reaches the network leader as you make it; send it again to say so.'
  const since = `What was sent or changed after ${dayAndTime(now.asAt)} is not in it`
  return now.state === 'submitted'
    ? `The network’s report has been submitted. ${since}; whoever approves it sees that a report came, and can have it put together again.`
    : `The network’s report is published. ${since}, and can come into its next edition.`
}

export function releaseTimeOfGroup(days: number): string {
  return `Release time used: ${plural(days, 'day', 'days')}.`
}

export function movedOn(from: string, to: string): string {
  return `We moved on from ${from} to ${to}.`
}

export function wentBack(to: string, because: string): string {
  return `We went back to ${to}: ${because}`
}

export const needsAnotherSchool = 'A volunteer from a second school.'

export const writeBeforeComing = 'These are in place. Write to the school before you come.'

function begunSmall(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

function begunLarge(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

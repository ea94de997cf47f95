import { leads, sureness } from '../handouts/leads.js'
import { day, figure, fromTo, listed, plural } from '../words/words.js'

/**
 * Every sentence that a write-up is composed of besides what the group wrote itself, as a colleague would say it. Examples
 * of each: tests/write-ups/sentences.test.ts.
 */

/** A sentence that ends like one. */
export function ended(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line === '' || /[.!?…”’)]$/.test(line) ? line : `${line}.`
}

/** The first letter large, where words begin a line. */
export function begun(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function howSureWeAre(strength: string): string {
  return `${sureness[strength as keyof typeof sureness] ?? 'We have not said how sure we are'}.`
}

/** What stands on both sides of a claim, counted as the two lists below it are. */
export function onBothSides(speakFor: number, against: number): string {
  if (speakFor + against === 0) return 'No evidence is told for it or against it.'
  const supports =
    speakFor === 0 ? 'No piece speaks for it' : `${plural(speakFor, 'piece speaks', 'pieces speak')} for it`
  return `${supports}, ${against === 0 ? 'none' : figure(against)} against.`
}

/** `The evidence comes from Ysgol y Bryn and from elsewhere.` */
export function whereItComesFrom(schools: string[], withoutSchool: number, elsewhere = 0): string {
  const places = [...schools, ...(elsewhere > 0 ? ['elsewhere'] : [])]
  if (places.length < 2) return ''
  const others = withoutSchool > 0 ? `; ${noSchoolNoted(plural(withoutSchool, 'piece', 'pieces'))}` : ''
  return `What we looked at comes from ${listed(places)}${others}.`
}

/** @param pieces `one piece`, `3 of them` */
function noSchoolNoted(pieces: string): string {
  return `for ${pieces} no school was noted`
}

export const nothingAgainst = `**${leads.against}:** nothing that we have logged.`

/** The strongest objection where a claim stands in a list. @param reference `[[E12]]` */
export function againstInShort(reference: string, note: string, more: number): string {
  const others = more > 0 ? ` So ${more === 1 ? 'does one more piece' : `do ${more} more`}.` : ''
  return note ? `Against it speaks ${reference}: ${ended(note)}${others}` : `Against it speaks ${reference}.${others}`
}

/** Passages that the text has no room for are not dropped in silence. */
export function morePassages(more: number): string {
  if (more <= 0) return ''
  return `*${plural(more, 'more passage is', 'more passages are')} marked in these pieces.*`
}

/** `Asked, and not answered yet: …` @param challenges null for one that is not quoted, because it came from outside the group */
export function notAnswered(challenges: (string | null)[]): string {
  if (challenges.length === 0) return ''
  const own = challenges.flatMap(words => (words === null ? [] : [ended(words)]))
  const others = challenges.length - own.length
  const lines = others > 0 ? [...own, `${plural(others, 'challenge', 'challenges')} from outside the group.`] : own
  return `**${leads.asked}**\n\n${lines.map(line => `- ${line}`).join('\n')}`
}

/** What an action did in one school, with how sure the group is of it; nobody is sure of what it is too early to say. */
export function effectSaid(judgement: string, confidence: string): string {
  if (judgement === 'too early to say') return 'It is too early to say what difference it made.'
  const sure = confidence === 'a hunch' ? 'It is a hunch that it' : confidence ? `We are ${confidence} that it` : 'It'
  return `${sure} ${judgement}.`
}

/** The same in a cell of a table. */
export function effectInCell(judgement: string, confidence: string): string {
  return judgement === 'too early to say' || !confidence ? begun(judgement) : `${begun(judgement)} (${confidence})`
}

/** Cells of the table of effects, where an action was not tried at a school, and where nobody has judged it there. */
export const notTried = 'Not tried here'
export const notJudgedYet = 'Tried, and not judged yet'

/** `pupils, teachers` → `It was seen with pupils and teachers.` Of what it is too early to say, nothing was seen yet. */
export function forWhomSaid(judgement: string, forWhom: string): string {
  const whom = forWhom.split(/,\s*/).filter(Boolean)
  return whom.length === 0 || judgement === 'too early to say'
    ? ''
    : `It was seen with ${listed(whom.map(one => (one === 'leadership' ? 'those who lead' : one)))}.`
}

/** What came to nothing, so that it is told as plainly as what worked. */
export function madeNoDifference(action: string, school: string, judgement: string, confidence: string): string {
  const sure =
    confidence === 'a hunch' ? ', as far as we can tell' : confidence ? `, of which we are ${confidence}` : ''
  return `${ended(action).replace(/\.$/, '')}, at ${school}: it ${judgement}${sure}.`
}

/** `**Nia (Ysgol y Bryn)** knows how to run a book talk.` */
export function knowsHow(who: string, school: string | null, what: string, howWeKnow: string): string {
  const name = school ? `${who} (${school})` : who
  const knows = /^\p{Ll}/u.test(what.trim()) ? `**${name}** knows how to ${ended(what)}` : `**${name}:** ${ended(what)}`
  return howWeKnow.trim() ? `${knows} How we know: ${ended(howWeKnow)}` : knows
}

/** One of the four tests of a question: `**It matters to children: partly.** Heads who think otherwise …` */
export function leverageSaid(test: string, judgement: string, because: string): string {
  return `**${test}: ${judgement}.** ${begun(ended(because))}`.trim()
}

/** `On 5 March 2027`, `From 5 March 2027 to 9 April 2027` */
export function whenSaid(startsOn: string | null, endsOn: string | null): string {
  if (!startsOn) return endsOn ? `Until ${day(endsOn)}` : ''
  if (!endsOn) return `From ${day(startsOn)}`
  return day(startsOn) === day(endsOn) ? `On ${day(startsOn)}` : `From ${fromTo(startsOn, endsOn)}`
}

/** Who asked, when, where, and how much they looked at. */
export function whoAsked(given: {
  question: string
  beganAt: string
  finishedAt: string | null
  authors: number
  schools: string[]
  pieces: number
}): string {
  const { beganAt, finishedAt, authors, schools } = given
  const isOneDay = finishedAt !== null && day(beganAt) === day(finishedAt)
  const when =
    finishedAt === null
      ? `Since ${day(beganAt)}`
      : isOneDay
        ? `On ${day(beganAt)}`
        : `Between ${day(beganAt)} and ${day(finishedAt)}`
  const who = `${plural(authors, 'colleague', 'colleagues')}${schools.length > 0 ? ` from ${listed(schools)}` : ''}`
  const logged = given.pieces > 0 ? ` We logged ${plural(given.pieces, 'piece', 'pieces')} of evidence.` : ''
  return `${when}, ${who} asked${authors > 1 ? ' together' : ''}: *${given.question}*${logged}`
}

/** How much was logged, by how many, where and when. @param withoutSchool how many of the pieces name no school */
export function howMuchWasLogged(given: {
  people: number
  pieces: number
  schools: number
  /** Whether some of it comes from outside the network. */
  elsewhere?: boolean
  withoutSchool: number
  first: string
  last: string
}): string {
  const { people, pieces, schools, elsewhere = false, withoutSchool, first, last } = given
  const when = day(first) === day(last) ? `on ${day(first)}` : `between ${day(first)} and ${day(last)}`
  const places = [schools > 0 ? `in ${plural(schools, 'school', 'schools')}` : '', elsewhere ? 'elsewhere' : '']
  const where = places.filter(Boolean).length > 0 ? ` ${listed(places.filter(Boolean))}` : ''
  const others =
    schools > 0 && withoutSchool > 0 ? ` ${begun(noSchoolNoted(plural(withoutSchool, 'of them', 'of them')))}.` : ''
  return `${plural(people, 'colleague', 'colleagues')} logged ${plural(pieces, 'piece', 'pieces')} of evidence${where}, gathered ${when}.${others}`
}

/** `Kinds and schools beside each other`: what the chart of the evidence shows. */
export function evidenceInOneSentence(given: {
  pieces: number
  most: { kind: string; count: number } | undefined
  inSeveral: number
  withoutSchool: number
}): string {
  const { pieces, most, inSeveral, withoutSchool } = given
  const kind = most && most.count < pieces ? `, ${most.count} of them by ${most.kind}` : ''
  const several =
    inSeveral > 0
      ? ` ${plural(inSeveral, 'piece comes from several schools and is counted', 'pieces come from several schools and are counted')} at each.`
      : ''
  const none = withoutSchool > 0 ? ` ${begun(noSchoolNoted(plural(withoutSchool, 'piece', 'pieces')))}.` : ''
  return `${plural(pieces, 'piece', 'pieces')} of evidence${kind}.${several}${none}`
}

/** What has become of what was recommended, counted in answers: a school owes one to each recommendation sent to it. */
export function answersInOneSentence(given: {
  schools: number
  recommendations: number
  asked: number
  answered: number
  published: number
}): string {
  const { schools, recommendations, asked, answered, published } = given
  const sent = `${plural(recommendations, 'recommendation was', 'recommendations were')} sent to ${plural(schools, 'school', 'schools')}`
  const due = asked === 1 ? 'one answer' : `${asked} answers in all`
  const came =
    answered === asked
      ? 'all have come'
      : answered === 0
        ? 'none has come'
        : `${answered} ${answered === 1 ? 'has' : 'have'} come`
  return `${sent}, which makes ${due}: ${came}, and ${published === answered && answered > 0 ? 'all of these' : published} may be told here.`
}

/** Schools whose answers are not told, by why: three different things. */
export function answersNotTold({
  privately,
  unanswered,
  withoutHead,
}: {
  privately: number
  unanswered: number
  withoutHead: number
}): string {
  return [
    privately > 0 ? `${plural(privately, 'school has', 'schools have')} answered, for the group alone.` : '',
    unanswered > 0 ? `${plural(unanswered, 'school has', 'schools have')} not answered yet.` : '',
    withoutHead > 0
      ? `${plural(withoutHead, 'school has', 'schools have')} no head here who could answer, and ${withoutHead === 1 ? 'has' : 'have'} not answered on paper.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

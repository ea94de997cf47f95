import { listed, plural } from '../../words/words.js'
import type { Chart } from '../../charts/chart.js'
import { chartOnPage } from '../../charts/draw.js'
import type { House } from '../../house.js'
import { formOf, type FormState } from '../../web/read.js'
import { aroundInstruments } from '../around-instruments.js'
import type { Person } from '../../people/person.js'
import type { QuestionnairePage } from './pages.js'
import { mayReopen, mayUseInstruments } from '../permissions.js'
import { nextLetters, schoolsToAsk } from './asking-by-letter.js'
import { spreadOf } from './closing.js'
import { type FoundQuestionnaire, isOver } from './questionnaires.js'
import { nextLastDay } from './reopening.js'
import type { Spread } from './spread.js'

/** A questionnaire for those who ask it. @param links those that have just been made */
export async function questionnairePage(
  { db, mail, baseUrl }: House,
  person: Person,
  found: FoundQuestionnaire,
  links: string[],
  form?: FormState,
): Promise<QuestionnairePage> {
  const { id, name, endsOn, closedAt, enquiry } = found
  const results = await spreadOf(db, found)
  const kept = formOf({
    endsOn: isOver(found) ? nextLastDay() : endsOn,
    schools: found.askedSchools.split(' ').filter(Boolean),
  })
  return {
    title: name,
    ...aroundInstruments(enquiry),
    questionnaire: { id, name, endsOn, closedAt, over: isOver(found) },
    letters: {
      mails: mail.leaves,
      schools: (await schoolsToAsk(db, found)).map(school => ({ value: school.id, text: school.name })),
      askedAt: found.askedAt,
      next: nextLetters(found),
    },
    address: `/questionnaires/${id}`,
    colleagues: `${baseUrl}/questionnaires/${id}/answer`,
    answers: results?.answers ?? 0,
    spread: await Promise.all(
      (results?.spread ?? []).map(async one => ({
        ...one,
        chart: one.counts.length > 0 ? await chartOnPage(barsOf(one)) : null,
      })),
    ),
    evidence: found.evidenceId ? `/evidence/${found.evidenceId}` : null,
    links,
    form: form ? { ...form, values: { ...kept.values, ...form.values } } : kept,
    may: { use: mayUseInstruments(enquiry), reopen: mayReopen(person, found) },
  }
}

/** How many chose each answer, and which was chosen most often. */
function barsOf({ words, kind, counts }: Spread): Chart {
  return {
    kind: 'grid',
    title: words,
    of: kind === 'scale' ? 'step' : 'choice',
    sentence: mostChosen(counts),
    rows: counts.map(one => one.text),
    columns: ['how many chose it'],
    cells: counts.map(one => [one.count]),
  }
}

function mostChosen(counts: Spread['counts']): string {
  const most = Math.max(0, ...counts.map(one => one.count))
  const chosen = counts.filter(one => one.count === most).map(one => `“${one.text}”`)
  if (most === 0) return 'Nobody chose any of these.'
  if (chosen.length === counts.length) return `All were chosen equally often, ${plural(most, 'time', 'times')} each.`
  return `${listed(chosen)} ${chosen.length > 1 ? 'were each' : 'was'} chosen most often, ${plural(most, 'time', 'times')}.`
}

import type { Db } from '../../database.js'
import { inDaysOfSchool } from '../../networks/terms/school-days.js'
import { mayProposeGroups } from '../../groups/permissions.js'
import { type FormState, formOf } from '../../web/read.js'
import { rolesThat } from '../../people/roles/roles.js'
import { mayFinish, mayLead } from '../permissions.js'
import { peopleToAsk } from '../rounds/company.js'
import type { FoundRound } from '../rounds/rounds.js'
import { itemIn } from '../spread/spread.js'
import type { ChosenWithOwner } from './choosing.js'
import type { ChoosePage, PointPage } from './pages.js'

const daysForAnAction = 42

export function choosePage({ round, instrument, head, address }: FoundRound, form: FormState): ChoosePage {
  const item = itemIn(instrument, String(form.values.item ?? ''))
  return {
    title: 'Choose something to work on',
    ...{ head, address, review: round.title, form },
    from: item?.words ?? '',
  }
}

export async function pointPage(
  db: Db,
  { person, network, round, instrument, head, address }: FoundRound,
  point: ChosenWithOwner,
  forms: Partial<Pick<PointPage, 'form' | 'ending'>> = {},
): Promise<PointPage> {
  const ended = point.doneAt !== null || point.letGoAt !== null
  const change = !ended && mayLead(person, round)
  const people = change ? await peopleToAsk(db, network.id, null) : []
  const { doing, ownerId, dueOn } = point
  const proposed = await inDaysOfSchool(db, network.id, daysForAnAction)
  return {
    title: point.what,
    ...{ head, address, review: round.title, point },
    from: itemIn(instrument, point.itemId)?.words ?? '',
    people: people
      .filter(one => one.roles.some(role => rolesThat('works').some(works => works === role)))
      .map(one => ({ value: one.id, text: one.name })),
    form: forms.form ?? formOf({ doing, owner: ownerId ?? '', dueOn: dueOn ?? proposed }),
    ending: forms.ending ?? formOf(),
    question: formOf({ question: point.what }),
    project: formOf({ name: point.what.slice(0, 160) }),
    propose: point.into === 'question' && mayProposeGroups(person, network.id) ? (point.address ?? '') : '',
    may: { change, finish: !ended && mayFinish(person, round, point) },
  }
}

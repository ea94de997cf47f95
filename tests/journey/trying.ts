import type { Colleague } from './colleague.js'
import { coed, group, openStage, weir } from './enquiring.js'

/** What the group tried, what it did in each school, what it recommends, and what a head answers. */

export const recommendation = 'Let every child choose one piece in three to be marked.'
export const answer = 'From Year 3 up, because our infants talk about their work instead.'

export async function agreeAnAction(alys: Colleague): Promise<void> {
  await alys.turnTo('Action', 'Actions')
  await alys.follow('Agree the first action')
  await alys.fill('What will you try?', 'A green slip on the page that you want marked')
  await alys.fill('What do you expect it to change, and for whom?', 'More second looks, in Year 4.')
  for (const school of [coed, weir]) await alys.choose('Which schools will try it?', school)
  await alys.press('Agree the action')
  await alys.sees('A1 is agreed.')
}

export async function sayHowItWent(colleague: Colleague, school: string, adaptation: string): Promise<void> {
  await colleague.follow(`Say how it went at ${school}`)
  await colleague.fill('How did this school make it its own?', adaptation)
  await colleague.fill('What really happened?', 'Slips ran out on the second day.')
  await colleague.press(/^Save$/)
  await colleague.sees(`What ${school} did is saved.`, adaptation)
}

export async function judgeTheEffect(alys: Colleague, school: string, why: string): Promise<void> {
  await openStage(alys, 'Evaluation')
  await alys.follow(`Say what happened with A1 at ${school}`)
  await alys.choose('What difference did it make here?', 'Made some difference')
  await alys.fill('What happened?', 'Two thirds went back to the page.')
  await alys.fill('Why here?', why)
  await alys.choose('For whom?', /^pupils$/i)
  await alys.choose('How sure are you?', /^Fairly sure/)
  if (alys.script) {
    await alys.main.getByRole('status').filter({ hasText: 'Saved at' }).last().waitFor()
    await alys.press('Close this cell')
    await alys.sees(why)
  } else {
    await alys.press(/^Save$/)
    await alys.sees(`What A1 did at ${school} is saved.`, why)
  }
}

export async function recommendIt(alys: Colleague): Promise<void> {
  await alys.turnTo('Evaluation', 'Recommendations and dossiers')
  await alys.follow('Draft a recommendation')
  await alys.fill('What should a school do?', recommendation)
  await alys.fill('Why: what you found that speaks for it, and what does not', 'They read what they chose.')
  await alys.press('Keep it as a draft')
  await alys.sees('It has not been sent yet.')
}

export async function sendItTo(alys: Colleague, school: string): Promise<void> {
  await alys.follow('Send to schools')
  await alys.choose('Schools', school)
  // Both schools that take part are ticked, and this one has no head here who could answer.
  await alys.choose(coed, 'On paper')
  await alys.press('Send to these schools')
  await alys.sees('The recommendation is sent.', 'No answer yet')
}

export async function answerIt(imran: Colleague): Promise<void> {
  await imran.follow(`Answer it: ${group} recommends to ${weir}`)
  await imran.sees(recommendation)
  await imran.choose('What will your school do?', 'Accept with changes')
  await imran.fill('Your reason', answer)
  await imran.main.getByLabel('My answer and its reason may stand in the published write-up').check()
  await imran.press('Give this answer')
  await imran.sees('Your answer is with the group.', 'Accepted with changes')
}

export async function readTheAnswer(alys: Colleague): Promise<void> {
  await alys.turnTo('Evaluation', 'Recommendations and dossiers')
  await alys.follow(recommendation)
  await alys.sees('Accepted with changes', answer)
}

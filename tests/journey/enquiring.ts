import { password } from '../../src/demo/cast.js'
import type { Colleague } from './colleague.js'

/** From signing in to a question that is worth asking: the first two stages. */

export const question = 'What happens when children choose which of their pieces of writing is marked?'
export const group = 'Marked by choice'
export const coed = 'Ysgol Coed-y-dŵr'
export const weir = 'Weir Lane Primary'

export async function signIn(colleague: Colleague, person: string, first: string): Promise<void> {
  await colleague.page.goto('/')
  await colleague.follow('Sign in')
  await colleague.fill('Email address', `${person}@schools.example`)
  await colleague.page.getByLabel('Password', { exact: true }).fill(password)
  await colleague.press('Sign in')
  // Whose role reaches far is asked for a second step, which may wait.
  const notNow = colleague.page.getByRole('button', { name: 'Not now' })
  await colleague.page
    .getByRole('heading', { name: /Your day|A second step for you/ })
    .first()
    .waitFor()
  if (await notNow.isVisible()) await colleague.press('Not now')
  await colleague.seesHeading(`Your day, ${first}`)
}

export async function proposeQuestion(alys: Colleague): Promise<void> {
  await alys.follow('Propose a question')
  await alys.fill('What would you like to find out?', question)
  await alys.fill('A short name for the group', group)
  await alys.fill('What made you wonder?', 'They read the marks on work they are proud of, and nothing else.')
  await alys.press('Propose the question')
  await alys.sees('The group has begun, and you lead it.')
  await alys.seesHeading(group)
  await alys.sees(question)
}

export async function copyJoinLink(alys: Colleague): Promise<string> {
  return alys.page.getByText(/\/join\//).innerText()
}

export async function volunteerFromTheOpenList(sam: Colleague): Promise<void> {
  await sam.goTo('Groups')
  await sam.seesHeading('Groups that take volunteers')
  await sam.follow(group)
  await volunteer(sam)
}

export async function volunteerByTheLink(sam: Colleague, link: string): Promise<void> {
  await sam.page.goto(link)
  await volunteer(sam)
}

async function volunteer(sam: Colleague): Promise<void> {
  await sam.sees('They read the marks on work they are proud of')
  await sam.press('Volunteer')
  await sam.sees(`You are in. ${group} is one of your groups now.`)
}

export async function openStage(colleague: Colleague, stage: string): Promise<void> {
  await colleague.turnTo(stage)
  await colleague.seesHeading(new RegExp(`^${stage}$`))
}

export async function writeContextCard(alys: Colleague): Promise<void> {
  await openStage(alys, 'Context')
  await alys.press(`Begin this card: ${coed}`)
  await alys.seesHeading(`Context card: ${coed}`)
  await alys.write('Our circumstances', 'Three mixed classes, and most of us mark on the bus.')
  await openStage(alys, 'Context')
  await alys.sees('most of us mark on the bus')
  await alys.sees('Volunteers from two schools')
}

export async function moveOn(alys: Colleague, from: string, to: string, learned: string): Promise<void> {
  await openStage(alys, from)
  await alys.follow(`Move on to ${to}`)
  await alys.fill(`What did we learn in ${from}? One sentence.`, learned)
  await alys.press(`Move on to ${to}`)
  await alys.sees(`The group is at ${to} now.`)
}

export async function testTheLeverage(alys: Colleague): Promise<void> {
  await openStage(alys, 'Purpose')
  const tests = {
    'It matters to children': 'they stop reading what we write',
    'It is within our power': 'each of us decides what we mark',
    'Our schools share it': 'both schools have the same pile',
    'Evidence can be had in the time': 'the books are in front of us',
  }
  for (const [test, because] of Object.entries(tests)) {
    await alys.choose(test, 'Yes')
    await alys.fill(`${test}, because`, because)
  }
  await alys.press('Save the four tests')
  await alys.sees('The tests of leverage are saved.')
}

export async function sayWhatWouldCountAsSuccess(alys: Colleague): Promise<void> {
  await alys.fill('The sign', 'A child goes back to a marked page without being told')
  await alys.fill('How we would know', 'A second colour in the margin')
  await alys.press('Add the sign')
  await alys.sees('The sign of success is added.', 'A second colour in the margin')
}

export async function bringInWhatOthersKnow(alys: Colleague): Promise<void> {
  await alys.unfold('Add something published')
  await alys.fill('What it is called', 'Marks that are read')
  await alys.fill('Who wrote it', 'Reader, Anna')
  await alys.fill('Year', '2019')
  await alys.choose('What it does to your thinking', /challenges/i)
  await alys.fill('In one sentence, what it tells you', 'Choice helped the keenest and passed the others by.')
  await alys.press('Add it')
  await alys.sees('What it says is added.', 'Choice helped the keenest')
}

export async function sayHowItIsKeptRight(alys: Colleague): Promise<void> {
  await alys.write('What do we intend to learn?', 'Whether choosing changes what children do with a mark.')
  await alys.write(
    'How do we keep this right for the children and colleagues in it?',
    'Parents are asked before a page is photographed. No child is named.',
  )
  await openStage(alys, 'Purpose')
  await alys.sees('No child is named.')
}

import { inOne } from '../../../database.js'
import type { House } from '../../../house.js'
import { findNetwork } from '../../../networks/networks.js'
import { answerToChallenge, findComment, sayToText } from '../../../projects/drafting/comments.js'
import { issuesOf, keepIssue } from '../../../projects/drafting/issues.js'
import { beginText, projectTextKind, textsOfProject, theText } from '../../../projects/drafting/texts.js'
import { endProject } from '../../../projects/ending/ending.js'
import { sayOutcome } from '../../../projects/ending/outcomes.js'
import {
  acceptInvitation,
  inviteToProject,
  joinAsColleague,
  joinSchool,
  leaveProject,
} from '../../../projects/joining/joining.js'
import { beginProject, findProject, proposeProject } from '../../../projects/projects.js'
import { noteStep } from '../../../projects/steps/steps.js'
import { explainHome, findHome, homeKind, shareHome, takeHome } from '../../../projects/taking-home/homes.js'
import { issueById } from '../../../projects/drafting/issues.js'
import { putText } from '../../../texts/texts.js'
import { type DemoProject, projects } from '../../material/together/projects.js'
import { castPerson, type Deed, moment } from '../deeds.js'

/** What schools and colleagues do together for a while, from the proposal to what came of it. */
export function projectDeeds(house: House): Deed[] {
  return projects.flatMap(project => new ProjectStory(house, project).deeds())
}

class ProjectStory {
  #id = ''

  constructor(
    private readonly house: House,
    private readonly told: DemoProject,
  ) {}

  deeds(): Deed[] {
    const { told } = this
    return [
      { at: moment(told.on, '16:20'), act: () => this.propose() },
      ...told.schools.map(one => ({ at: moment(one.on, '17:05'), act: () => this.school(one) })),
      ...told.colleagues.flatMap(one => [
        { at: moment(one.on, '16:45'), act: () => this.colleague(one) },
        ...(one.left ? [{ at: moment(one.left.on, '18:10'), act: () => this.leave(one.person, one.left!.word) }] : []),
      ]),
      ...told.guests.flatMap(one => [
        { at: moment(one.on, '09:40'), act: () => this.invite(one.person) },
        ...(one.yesOn ? [{ at: moment(one.yesOn, '11:15'), act: () => this.sayYes(one.person) }] : []),
      ]),
      ...(told.begunOn ? [{ at: moment(told.begunOn, '18:30'), act: () => this.begin() }] : []),
      ...told.steps.map(one => ({ at: moment(one.noted, '19:10'), act: () => this.step(one) })),
      ...this.#drafting(),
      ...this.#ending(),
    ]
  }

  async #found(by: string) {
    const person = await castPerson(this.house, by)
    return { person, ...(await findProject(this.house.db, person, this.told.network, this.#id)) }
  }

  async propose(): Promise<void> {
    const { db } = this.house
    const { by, title, whatFor, whoFor, theme, from, until, network } = this.told
    const person = await castPerson(this.house, by)
    const of = await findNetwork(db, person, network)
    const words = { title, whatFor, whoFor, themeId: theme ?? null, link: '', startsOn: from, endsOn: until }
    this.#id = (await inOne(db, trx => proposeProject(trx, of, person, words))).id
  }

  async school({ school, by, word }: DemoProject['schools'][number]): Promise<void> {
    const { person, ...found } = await this.#found(by)
    await inOne(this.house.db, trx => joinSchool(trx, found, person, { id: school }, word ?? ''))
  }

  async colleague({ person: id, school }: DemoProject['colleagues'][number]): Promise<void> {
    const { person, ...found } = await this.#found(id)
    await inOne(this.house.db, trx => joinAsColleague(trx, found, person, school))
  }

  async leave(id: string, word: string): Promise<void> {
    const { person, ...found } = await this.#found(id)
    const member = found.members.find(one => one.personId === id)!
    await inOne(this.house.db, trx => leaveProject(trx, found, person, member, word))
  }

  async invite(id: string): Promise<void> {
    const { person, ...found } = await this.#found(this.told.by)
    await inOne(this.house.db, trx => inviteToProject(trx, found, person, id))
  }

  async sayYes(id: string): Promise<void> {
    const { person, ...found } = await this.#found(id)
    const member = found.members.find(one => one.personId === id)!
    await inOne(this.house.db, trx => acceptInvitation(trx, found, person, member))
  }

  async begin(): Promise<void> {
    const { person, project } = await this.#found(this.told.by)
    await inOne(this.house.db, trx => beginProject(trx, project, person))
  }

  async step({ by, on, words, place }: DemoProject['steps'][number]): Promise<void> {
    const { person, project } = await this.#found(by)
    await inOne(this.house.db, trx => noteStep(trx, project, person, { onDay: on, words, place: place ?? '' }))
  }

  #ending(): Deed[] {
    const { ended, by } = this.told
    if (!ended) return []
    return [
      {
        at: moment(ended.on, '17:00'),
        act: async () => {
          const { person, project } = await this.#found(by)
          await inOne(this.house.db, trx => endProject(trx, project, person, ended.cameOfIt))
        },
      },
      ...ended.outcomes.map(one => ({
        at: moment(one.on, '16:30'),
        act: async () => {
          const { person, project } = await this.#found(one.by)
          await inOne(this.house.db, trx => sayOutcome(trx, project, person, one.school, one.words))
        },
      })),
    ]
  }

  #drafting(): Deed[] {
    const { text } = this.told
    if (!text) return []
    const { db } = this.house
    const there = async (by: string) => {
      const found = await this.#found(by)
      return { ...found, text: (await textsOfProject(db, found.project))[0]! }
    }
    const begin = async () => {
      const { person, project } = await this.#found(text.by)
      await inOne(db, trx => beginText(trx, project, person, { title: text.title, about: text.about }, text.writers))
    }
    const issues = text.issues.map(issue => ({
      at: moment(issue.on, '18:20'),
      act: async () => {
        const { person, project, text: of } = await there(issue.by)
        await inOne(db, async trx => {
          await putText(trx, { kind: projectTextKind, owner: of.id, field: theText }, issue.body, person)
          await keepIssue(trx, project, of, person, { name: issue.name, agreedOn: issue.agreedOn ?? null })
        })
      },
    }))
    const said = text.said.flatMap(({ answer, ...one }) => {
      let id = ''
      const say = async () => {
        const { person, project, text: of } = await there(one.by)
        id = await inOne(db, trx => sayToText(trx, project, of, person, one))
      }
      const reply = async () => {
        const { person, project, text: of } = await there(answer!.by)
        const comment = await findComment(db, of, id)
        await inOne(db, trx => answerToChallenge(trx, project, of, person, comment, answer!.words))
      }
      return [
        { at: moment(one.on, '20:05'), act: say },
        ...(answer ? [{ at: moment(answer.on, '19:35'), act: reply }] : []),
      ]
    })
    const homes = text.homes.map(one => ({
      at: moment(one.on, '17:45'),
      act: async () => {
        const { person, project, text: of } = await there(one.by)
        const agreed = (await issuesOf(db, [of])).find(issue => issue.agreedOn)!
        const issue = await issueById(db, agreed.id)
        await inOne(db, trx => takeHome(trx, project, of, issue, person, one.school))
        const home = await findHome(db, of, one.school)
        await inOne(db, async trx => {
          await putText(trx, { kind: homeKind, owner: home.id, field: theText }, one.body, person)
          await explainHome(trx, project, of, home, person, { changed: one.changed, because: one.because })
          if (one.shared) await shareHome(trx, project, of, home, person, true)
        })
      },
    }))
    return [{ at: moment(text.on, '19:00'), act: begin }, ...issues, ...said, ...homes]
  }
}

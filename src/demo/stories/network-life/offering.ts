import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inOne, type Trx } from '../../../database.js'
import { bringIn } from '../../../files/bringing-files-in.js'
import { prepareFile } from '../../../files/keeping.js'
import { answerPost, findAnswer, follow } from '../../../forum/answering/answering.js'
import { support, thank } from '../../../forum/answering/thanking.js'
import { findPost } from '../../../forum/finding.js'
import { inviteReader } from '../../../forum/inviting/readers.js'
import { joinPost } from '../../../forum/joining/joining.js'
import { attached, piecesToShow, worksToShow } from '../../../forum/posting/attaching.js'
import { addFiles } from '../../../forum/posting/files.js'
import { foldAway, sayMet, sayOpen, takeDown } from '../../../forum/posting/going.js'
import { addPost } from '../../../forum/posting/posting.js'
import { findTakeUp, takeUp, tellWhatCameOfIt, waveAway } from '../../../forum/taking-up/taking-up.js'
import { chooseTopics, wantedTopics } from '../../../forum/talking/topics.js'
import type { House } from '../../../house.js'
import { findNetwork } from '../../../networks/networks.js'
import { root } from '../../../root.js'
import { harbourPosts } from '../../material/forum/harbour.js'
import { hafrenPosts } from '../../material/forum/hafren/index.js'
import type { DemoPost, DemoTakeUp } from '../../material/forum/types.js'
import { filesFolder } from '../../material/index.js'
import { castPerson, type Deed, moment } from '../deeds.js'

/** What schools offer each other and ask for, who takes it up and what comes of it. */
export function forumDeeds(house: House): Deed[] {
  return [
    ...[...hafrenPosts, ...harbourPosts].flatMap((post, place) => storyOfPost(house, post, place)),
    { at: moment('2026-09-08', '17:00'), act: () => inviteGuest(house) },
    { at: moment('2026-11-13', '16:40'), act: () => chooseForSession(house) },
  ]
}

function storyOfPost(house: House, post: DemoPost, place: number): Deed[] {
  const told = new ToldPost(house, post)
  const { by, on, network: _, date: __, ...came } = post
  const thanked = came.thanks ?? []
  return [
    { at: moment(on, '15:40', place), act: () => told.post() },
    ...(came.follows ?? []).map((person, turn) => ({
      at: moment(on, '18:00', turn),
      act: () => told.press(person, (trx, { post: row, person: who }) => follow(trx, row, who)),
    })),
    ...thanked.map((person, turn) => ({
      at: moment(on, '17:00', turn),
      act: () => told.press(person, (trx, { post: row, person: who }) => thank(trx, row, row.id, who)),
    })),
    ...(came.supports ?? []).map((person, turn) => ({
      at: moment(on, '19:00', turn),
      act: () => told.press(person, (trx, { post: row, person: who }) => support(trx, row, who)),
    })),
    ...(came.answers ?? []).map((answer, turn) => ({
      at: moment(answer.on, '16:10', turn),
      act: () => told.answer(answer),
    })),
    ...(came.joins?.people ?? []).map((person, turn) => ({
      at: moment(came.joins!.on, '12:20', turn),
      act: () => told.join(person),
    })),
    ...(came.takeUps ?? []).flatMap((taking, turn) => told.takingUp(taking, turn)),
    ...(came.met ? [{ at: moment(came.met.on, '16:30'), act: () => told.met(came.met!.answer) }] : []),
    ...(came.stillOpenOn
      ? [
          {
            at: moment(came.stillOpenOn, '16:30'),
            act: () => told.press(by, (trx, { post: row, person: who }) => sayOpen(trx, row, who)),
          },
        ]
      : []),
    ...(came.takenDownOn
      ? [
          {
            at: moment(came.takenDownOn, '16:30'),
            act: () => told.press(by, (trx, { post: row, person: who }) => takeDown(trx, row, who)),
          },
        ]
      : []),
    ...(came.foldedAway
      ? [
          {
            at: moment(came.foldedAway.on, '16:30'),
            act: () =>
              told.press(came.foldedAway!.by, (trx, { post: row, person: who }) =>
                foldAway(trx, row, who, came.foldedAway!.because),
              ),
          },
        ]
      : []),
  ]
}

/** A post while it is told: its id, and those of its answers. */
class ToldPost {
  private id = ''
  private answers: string[] = []

  constructor(
    private readonly house: House,
    private readonly told: DemoPost,
  ) {}

  private async found(person: string) {
    const who = await castPerson(this.house, person)
    return findPost(this.house.db, who, { network: this.told.network, post: this.id })
  }

  async press(
    person: string,
    does: (trx: Trx, found: Awaited<ReturnType<ToldPost['found']>>) => Promise<unknown>,
  ): Promise<void> {
    const found = await this.found(person)
    await inOne(this.house.db, trx => does(trx, found))
  }

  async post(): Promise<void> {
    const { house, told } = this
    const { db, store } = house
    const person = await castPerson(house, told.by)
    const network = await findNetwork(db, person, told.network)
    const pieces = told.piece ? await piecesToShow(db, person, network) : []
    const works = told.work ? await worksToShow(db, person, network) : []
    const hanging = attached({
      evidence: pieces.find(one => one.title === told.piece)?.id ?? '',
      work: works.find(one => one.text.includes(told.work!))?.value ?? '',
    })
    const { kind, sentence, more = '', forWhom = '', link = '', date } = told
    const day = date ?? { onDay: null, starts: '', ends: '', place: '', places: null }
    const ticked = { asksWelcome: told.asksWelcome === true, mayTell: told.mayTell === true }
    const given = { kind, sentence, more, forWhom, link, ...day, ...ticked, ...hanging }
    const school = person.schoolsIn(network.id)[0] ?? null
    this.id = await inOne(db, trx => addPost(trx, network, person, given, school))
    if (!told.file) return
    const { name, alt } = told.file
    const file = await prepareFile(store, await bringIn(store, name, await readFile(join(root, filesFolder, name))))
    await inOne(db, trx => addFiles(trx, { id: this.id }, person, [file], alt))
  }

  async answer({ by, words, under, thanks }: NonNullable<DemoPost['answers']>[number]): Promise<void> {
    const { db } = this.house
    const { person, post, network } = await this.found(by)
    const answered = under === undefined ? null : await findAnswer(db, post, this.answers[under]!)
    const schoolId = person.schoolsIn(network.id)[0] ?? null
    const id = await inOne(db, trx => answerPost(trx, post, person, { words, under: answered, schoolId }))
    this.answers.push(id)
    for (const one of thanks ?? []) await this.press(one, (trx, { person: who }) => thank(trx, post, id, who))
  }

  async join(by: string): Promise<void> {
    await this.press(by, (trx, { post, person, network }) =>
      joinPost(trx, post, person, person.schoolsIn(network.id)[0] ?? null),
    )
  }

  met(answer: number | undefined): Promise<void> {
    const id = answer === undefined ? null : this.answers[answer]!
    return this.press(this.told.by, (trx, { post, person }) => sayMet(trx, post, person, id))
  }

  takingUp(taking: DemoTakeUp, turn: number): Deed[] {
    const { by, on, how, words = '', cameOf, wavedAwayOn } = taking
    let id = ''
    const take = async () => {
      const { post, person, network } = await this.found(by)
      const school = person.schoolsIn(network.id).at(-1)!
      const given = { how, school, words, cameOf: null, mayTell: taking.mayTell === true }
      id = await inOne(this.house.db, trx => takeUp(trx, post, person, given))
    }
    const tell = async () => {
      const { post, person } = await this.found(by)
      const takenUp = await findTakeUp(this.house.db, post, id)
      const given = { cameOf: cameOf!.what, cameOfWords: cameOf!.words, mayTell: cameOf!.mayTell === true }
      await inOne(this.house.db, trx => tellWhatCameOfIt(trx, takenUp, person, given))
    }
    const wave = async () => {
      const { post } = await this.found(by)
      const takenUp = await findTakeUp(this.house.db, post, id)
      await inOne(this.house.db, trx => waveAway(trx, takenUp))
    }
    return [
      { at: moment(on, '17:20', turn), act: take },
      ...(cameOf ? [{ at: moment(cameOf.on, '17:40', turn), act: tell }] : []),
      ...(wavedAwayOn ? [{ at: moment(wavedAwayOn, '17:40', turn), act: wave }] : []),
    ]
  }
}

/** The university colleague reads along for a school year. */
async function inviteGuest(house: House): Promise<void> {
  const leader = await castPerson(house, 'nia')
  const days = { fromDay: '2026-09-08', untilDay: '2027-07-21' }
  await inOne(house.db, trx => inviteReader(trx, { id: 'hafren' }, leader, { person: 'fiona', ...days }))
}

/** The network leader takes what most would like to talk about to the next session. */
async function chooseForSession(house: House): Promise<void> {
  const leader = await castPerson(house, 'nia')
  const network = await findNetwork(house.db, leader, 'hafren')
  const wanted = await wantedTopics(house.db, network)
  const given = { minutes: 15, meetingId: null }
  await inOne(house.db, trx => chooseTopics(trx, network, leader, wanted.slice(0, 2), given))
}

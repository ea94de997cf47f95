import type { DemoHouse } from '../demo/demo-house.js'

const network = '/networks/hafren'

/** Projects and rounds of moderation in the demo, by their addresses. */
export interface Together {
  project: string
  step: string
  text: string
  comment: string
  ended: string
  round: string
  piece: string
  example: string
  prepared: string
}

/** @param prepare sends the form by which a round is prepared */
export async function togetherIn(
  { house: { db } }: DemoHouse,
  prepare: (fields: Record<string, string>) => Promise<unknown>,
): Promise<Together> {
  const projects = await db.selectFrom('projects').select(['id', 'title']).execute()
  const project = `${network}/projects/${projects.find(one => one.title.startsWith('One feedback'))!.id}`
  const step = await db
    .selectFrom('projectSteps')
    .select('id')
    .where('words', 'like', 'We laid three%')
    .executeTakeFirstOrThrow()
  const text = await db
    .selectFrom('projectTexts')
    .select('id')
    .where('title', '=', 'Feedback policy')
    .executeTakeFirstOrThrow()
  const comment = await db
    .selectFrom('projectComments')
    .select('id')
    .where('saidBy', '=', 'imran')
    .executeTakeFirstOrThrow()
  const ended = projects.find(one => one.title.startsWith('Five evenings'))!
  const piece = await db
    .selectFrom('moderationPieces')
    .select(['id', 'roundId'])
    .where('title', '=', 'When the hens got out')
    .executeTakeFirstOrThrow()
  const round = `${network}/moderation/${piece.roundId}`
  const title = 'Instructions in Year 2'
  await prepare({ title, about: '', judgeBy: '2027-02-01' })
  const prepared = await db
    .selectFrom('moderationRounds')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow()
  return {
    ...{ project, step: `${project}/steps/${step.id}`, text: `${project}/texts/${text.id}` },
    comment: `${project}/texts/${text.id}/comments/${comment.id}`,
    ended: `${network}/projects/${ended.id}`,
    ...{ round, piece: `${round}/pieces/${piece.id}`, example: `${network}/moderation/examples/${piece.id}` },
    prepared: `${network}/moderation/${prepared.id}`,
  }
}

/** One page of each kind. */
export const together = {
  ifan: ({ project, step, text }: Together) => [
    ...[`${network}/projects`, `${network}/projects?state=ended&words=nothing`, `${network}/projects/new`, project],
    ...[`${project}/edit`, `${project}/people`, `${project}/extension`, `${project}/ending`, `${step}/edit`],
    ...[`${project}/texts/new`, text, `${text}/issues/2`, `${text}/schools/weir`],
  ],
  sadia: ({ text, round, piece, prepared }: Together) => [
    ...[
      text,
      `${text}/schools/st-davids`,
      `${network}/moderation`,
      `${network}/moderation/new`,
      round,
      `${round}/edit`,
    ],
    ...[
      piece,
      `${piece}/removal`,
      prepared,
      `${prepared}/criteria/new`,
      `${prepared}/judges`,
      `${prepared}/pieces/new`,
    ],
  ],
  imran: ({ comment }: Together) => [`${comment}/removal`],
  zofia: ({ ended, example }: Together) => [
    ...[ended, `${ended}/outcomes/weir`, `${ended}/reopening`, `${network}/moderation/examples`, example],
  ],
}

import { stageNamed } from '../../stages.js'
import { listed } from '../../words/words.js'
import { cyclesFinished, groupsBegun, type StageMove, stageMoves } from './movements.js'
import type { TermInRecords } from './term-in-records.js'

/**
 * What happened to the groups in the term, as the first words of that part. The numbers stand below it by themselves,
 * beside last term's (comparing.ts).
 */
export async function composedChanges(records: TermInRecords): Promise<string> {
  const moved = await records.moved()
  const began = groupsBegun(moved)
  const finished = [...new Set(cyclesFinished(moved))]
  const published = await Promise.all(
    (await records.writeUps()).map(async ({ title, groupId }) => {
      const { read: words } = await records.namesIn(groupId)
      return `“${words(title)}”`
    }),
  )
  const lines = [
    began.length > 0 ? `${listed(began)} began.` : '',
    ...wayOfEach(stageMoves(moved)),
    finished.length > 0 ? `${listed(finished)} finished a cycle.` : '',
    published.length > 0 ? `Published: ${listed(published)}.`.replace(/([?!]”)\.$/, '$1') : '',
  ]
  return lines
    .filter(Boolean)
    .map(line => `- ${line}`)
    .join('\n')
}

/** One line a group: where it stood at the start, and where it stands now. */
function wayOfEach(moves: StageMove[]): string[] {
  const ways = new Map<string, { from: string; to: string }>()
  for (const move of moves) ways.set(move.group, { from: ways.get(move.group)?.from ?? move.from, to: move.to })
  return [...ways]
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, way]) =>
      way.from === way.to
        ? `${name} went round and is at ${stageNamed(way.to).name} again.`
        : `${name} went from ${stageNamed(way.from).name} to ${stageNamed(way.to).name}.`,
    )
}

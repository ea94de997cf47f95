import type { Db } from '../../database.js'
import { namesOutside } from '../../names/names.js'
import type { Network, Term } from '../../networks/tables.js'
import { stageNamed } from '../../stages.js'
import { listed } from '../../words/words.js'
import { cyclesFinishedIn, groupsBegunIn, type Move, movesIn, writeUpsPublishedIn } from './what-happened.js'
import { windowOf } from './window.js'

/**
 * What happened to the groups in the term, as the first words of that part. The numbers stand below it by themselves,
 * beside last term's (comparing.ts).
 */
export async function composedChanges(db: Db, network: Network, term: Term): Promise<string> {
  const window = await windowOf(db, term)
  const scope = { networkId: network.id }
  const began = await groupsBegunIn(db, scope, window)
  const finished = [...new Set(await cyclesFinishedIn(db, scope, window))]
  const pseudonyms = namesOutside()
  const published = await Promise.all(
    (await writeUpsPublishedIn(db, network.id, window)).map(async ({ title, groupId }) => {
      const { read: words } = await pseudonyms.namesIn(db, groupId)
      return `“${words(title)}”`
    }),
  )
  const lines = [
    began.length > 0 ? `${listed(began)} began.` : '',
    ...wayOfEach(await movesIn(db, scope, window)),
    finished.length > 0 ? `${listed(finished)} finished a cycle.` : '',
    published.length > 0 ? `Published: ${listed(published)}.` : '',
  ]
  return lines
    .filter(Boolean)
    .map(line => `- ${line}`)
    .join('\n')
}

/** One line a group: where it stood at the start, and where it stands now. */
function wayOfEach(moves: Move[]): string[] {
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

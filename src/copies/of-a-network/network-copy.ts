import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import type { Network } from '../../networks/tables.js'
import type { NetworkList } from '../../networks/year.js'
import { dayAndTime } from '../../words/words.js'
import { type Entry, textEntry } from '../zipping.js'

/** Every list of a network, each as its own page gives it to this reader, and a word on what they are. */
export async function* networkCopy(
  db: Db,
  lists: NetworkList[],
  person: Reader,
  network: Network,
  at: string,
): AsyncIterable<Entry> {
  yield textEntry('read-me.txt', readMe(lists, person, network, at))
  for (const list of lists) yield textEntry(`lists/${list.name}.csv`, await list.csv(db, person, network))
}

function readMe(lists: NetworkList[], person: Reader, network: Network, at: string): string {
  const lines = lists.map(({ name, title }) => `lists/${name}.csv  ${title}`)
  return [
    `${network.name}: the network’s lists`,
    `Taken by ${person.name} on ${dayAndTime(at)}.`,
    '',
    'Each list holds what its page shows to the person who took it. What is confidential to others is not in it, and what',
    'groups keep to themselves is not in it either: a group takes its own copy.',
    '',
    ...lines,
    '',
  ].join('\r\n')
}

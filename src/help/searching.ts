import { foldedWord } from '../search/words/folding.js'
import type { FoundPlace } from '../search/pages.js'
import { roleHelp } from './roles.js'
import { hrefOf } from './topics/topic-at.js'
import type { Topic } from './topics/topic.js'
import { helpParts, type TopicName } from './topics/topics.js'
import { whatIf } from './what-if.js'
import { meaningOf, words } from './words.js'

const most = 4

interface Findable extends FoundPlace {
  /** What it says, besides its name. */
  says: string
}

const all: Findable[] = [
  ...helpParts.flatMap(({ name: part, topics }) =>
    Object.entries<Topic>(topics).map(([name, topic]) => ({
      ...{ href: hrefOf(name as TopicName), text: topic.name, of: 'Help', part },
      says: [topic.about, ...topic.ways].join(' '),
    })),
  ),
  ...words.map(({ name, word, means }) => ({
    ...{ href: meaningOf(name).href, text: word, of: 'Help', part: 'Words' },
    says: means,
  })),
  ...whatIf.map(({ question, answer }, place) => ({
    ...{ href: `/help/what-if#what-if-${place + 1}`, text: question, of: 'Help', part: 'What if' },
    says: answer,
  })),
  ...roleHelp.map(({ path, name, about }) => ({
    ...{ href: `/help/for/${path}`, text: `For a ${name.toLowerCase()}`, of: 'Help', part: 'Roles' },
    says: about,
  })),
]
const known = all.map(one => ({ ...one, named: foldedIn(one.text), said: foldedIn(one.says) }))

/** What the help says about words such as `hand over`: what is called so comes before what only speaks of it. */
export function helpFound(q: string): FoundPlace[] {
  const asked = foldedIn(q)
  if (asked.length === 0) return []
  const holds = (names: string[]) => asked.every(word => names.some(name => name.startsWith(word)))
  const named = known.filter(one => holds(one.named))
  const said = known.filter(one => !named.includes(one) && holds([...one.named, ...one.said]))
  return [...named, ...said].slice(0, most).map(({ href, text, of, part }) => ({ href, text, of, part }))
}

function foldedIn(said: string): string[] {
  return (said.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldedWord).filter(Boolean)
}

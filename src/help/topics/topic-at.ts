import { anchorOf } from '../words.js'
import { type HelpOfPages, helpParts, type TopicName } from './topics.js'

/** The address of the help about a page: its own section, or the front page of the help where there is none. */
export function helpAt(here: string, help: HelpOfPages): string {
  const topic = topicAt(here, help)
  return topic ? hrefOf(topic) : '/help'
}

/** @param here an address without its question, such as `/groups/reading/claims/map` */
export function topicAt(here: string, help: HelpOfPages): TopicName | undefined {
  const [first = '', , ...deeper] = here.split('/').slice(1)
  const within = (first === 'groups' || first === 'networks') && deeper.length > 0
  const rest = here.split('/').slice(within ? 3 : 1)
  const names = within
    ? [`${first}/${pair(rest)}`, pair(rest), `${first}/${rest[0]}`, rest[0]!, first]
    : [pair(rest), first]
  const found = names.find(name => Object.hasOwn(help, name))
  return found === undefined ? undefined : help[found]
}

export function hrefOf(topic: TopicName): string {
  const { part } = helpParts.find(one => topic in one.topics)!
  return `/help/${part}#${anchorOf(topic)}`
}

function pair([one, two]: string[]): string {
  return `${one}/${two ?? ''}`
}

/** Whether it may be read without signing in. */
export function isOpenHelp(href: string): boolean {
  return href === '/help' || helpParts.some(one => one.open && href.startsWith(`/help/${one.part}#`))
}

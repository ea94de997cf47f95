import { groupTopics } from './group.js'
import { networkTopics } from './network.js'
import type { Topic } from './topic.js'
import { yourselfTopics } from './yourself.js'

/** The parts of the help about pages. Only what is everybody's is read without signing in. */
export const helpParts = [
  {
    part: 'yourself',
    name: 'Pages for everybody',
    about: 'Your day, search, account, signing in',
    topics: yourselfTopics,
    open: true,
  },
  {
    part: 'group',
    name: 'Pages of a group',
    about: 'From the question to the write-up',
    topics: groupTopics,
    open: false,
  },
  {
    part: 'network',
    name: 'Pages of a network',
    about: 'Meetings, forum, visits, reports, money',
    topics: networkTopics,
    open: false,
  },
] as const satisfies { part: string; name: string; about: string; topics: Record<string, Topic>; open: boolean }[]

/** The name of a topic, by which rooms point at it. */
export type TopicName = keyof typeof groupTopics | keyof typeof networkTopics | keyof typeof yourselfTopics

/**
 * Where pages of a room find their help, by the words of their address: `claims` is `/claims/c1` and
 * `/groups/reading/claims`; `groups/reports` is only the one of groups; `stages/purpose` goes before `stages`.
 */
export type HelpOfPages = Record<string, TopicName>

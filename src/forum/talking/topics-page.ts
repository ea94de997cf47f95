import type { Db } from '../../database.js'
import type { FormState } from '../../web/read.js'
import { basePage } from '../base.js'
import type { Forum } from '../finding.js'
import { kindNamed } from '../kinds.js'
import type { TopicsPage } from '../pages.js'
import { mayChooseTopics } from '../permissions.js'
import { meetingsAhead } from '../../meetings/agenda/meetings-ahead.js'
import { isInTheChair } from './in-the-chair.js'
import { chosenTopics, wantedTopics } from './topics.js'

export async function topicsPage(db: Db, forum: Forum, form: FormState): Promise<TopicsPage> {
  const { person, network } = forum
  const wanted = await wantedTopics(db, network)
  const chosen = await chosenTopics(db, network)
  const choose = mayChooseTopics(person, network, await isInTheChair(db, person, network))
  return {
    ...basePage(forum, 'What to talk about'),
    wanted: wanted.map(post => ({ ...post, label: kindNamed(post.kind).label })),
    chosen: chosen.map(topic => ({ ...topic, label: kindNamed(topic.kind).label })),
    minutes: chosen.reduce((sum, topic) => sum + topic.minutes, 0),
    meetings: choose ? await meetingsAhead(db, person, network) : [],
    form,
    may: { choose },
  }
}

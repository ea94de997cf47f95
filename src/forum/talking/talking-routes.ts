import { Router } from 'express'
import { inOne } from '../../database.js'
import { allow, NotFound } from '../../errors.js'
import type { House } from '../../house.js'
import { tell } from '../../people/sessions.js'
import { addMistake, formOf, read } from '../../web/read.js'
import { show } from '../../web/show.js'
import { signedIn } from '../../web/signed-in.js'
import { plural } from '../../words/words.js'
import { findForum, type Forum } from '../finding.js'
import { TopicsForm } from '../forms.js'
import '../pages.js'
import { mayChooseTopics } from '../permissions.js'
import { topicsPage } from './topics-page.js'
import { isInTheChair } from './in-the-chair.js'
import { chooseTopics, chosenTopics, haveTalked, putBack, wantedTopics } from './topics.js'

/** What people would like to talk about, and what whoever is in the chair takes to the next session. */
export function talkingRoutes({ db }: House): Router {
  const routes = Router()
  const at = '/networks/:network/forum/talk' as const

  routes.get(at, async (req, res) => {
    const forum = await findForum(db, signedIn(res), req.params.network)
    show(res, 'forum/talk', await topicsPage(db, forum, formOf({ minutes: 10 })))
  })

  routes.post(at, async (req, res) => {
    const forum = await findForum(db, signedIn(res), req.params.network)
    await allowChoosing(forum)
    const { person, network, address } = forum
    const reading = read(TopicsForm, req.body)
    if (!reading.ok) return show(res.status(422), 'forum/talk', await topicsPage(db, forum, reading.form))
    const { posts: ids, minutes, meeting } = reading.values
    const page = await topicsPage(db, forum, formOf(req.body))
    if (meeting !== '' && !page.meetings.some(one => one.id === meeting)) {
      addMistake(page.form, 'meeting', 'Choose a meeting that is still to come')
      return show(res.status(422), 'forum/talk', page)
    }
    const posts = (await wantedTopics(db, network)).filter(post => ids.includes(post.id))
    const given = { minutes, meetingId: meeting || null }
    await inOne(db, trx => chooseTopics(trx, network, person, posts, given))
    await tell(db, res, `${plural(posts.length, 'post is', 'posts are')} on the list for the next session.`)
    res.redirect(303, `${address}/talk`)
  })

  routes.post(`${at}/over`, async (req, res) => {
    const forum = await findForum(db, signedIn(res), req.params.network)
    await allowChoosing(forum)
    const topics = await chosenTopics(db, forum.network)
    await inOne(db, trx => haveTalked(trx, topics))
    await tell(db, res, 'The list is empty again. Each post says that it was talked about.')
    res.redirect(303, `${forum.address}/talk`)
  })

  routes.post(`${at}/:topic/removal`, async (req, res) => {
    const forum = await findForum(db, signedIn(res), req.params.network)
    await allowChoosing(forum)
    const topic = (await chosenTopics(db, forum.network)).find(one => one.id === req.params.topic)
    if (!topic) throw new NotFound('topic')
    await inOne(db, trx => putBack(trx, topic))
    res.redirect(303, `${forum.address}/talk`)
  })

  async function allowChoosing({ person, network }: Forum): Promise<void> {
    allow(
      mayChooseTopics(person, network, await isInTheChair(db, person, network)),
      'Those who lead the network or a theme, or chair a circle or the next meeting, choose what goes on the list.',
    )
  }

  return routes
}

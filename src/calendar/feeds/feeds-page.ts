import type { Response } from 'express'
import type { Db } from '../../database.js'
import type { Reader } from '../../names/reader.js'
import { handedToPage } from '../../people/handing-to-pages.js'
import type { FormState } from '../../web/read.js'
import { feedChoices, groupIn, valueOf } from './choices.js'
import { feedsOf } from './feeds.js'
import type { FeedsPage } from './pages.js'

/** What is handed to the page that follows: an address that is stored nowhere. */
export interface MadeFeed {
  name: string
  address: string
}

export const nameless = 'A calendar that you may not open now'

/** How to read calendars elsewhere, and the addresses at which they are read now. */
export async function feedsPage(db: Db, res: Response, person: Reader, form: FormState): Promise<FeedsPage> {
  const feeds = await feedsOf(db, person)
  const choices = await feedChoices(db, person, [groupIn(String(form.values.of)), ...feeds.map(feed => feed.groupId)])
  const made = await handedToPage<MadeFeed>(db, res)
  return {
    title: 'In my phone’s calendar',
    made: made && { ...made, subscribe: made.address.replace(/^https?:/, 'webcal:') },
    feeds: feeds.map(feed => {
      const choice = choices.find(one => one.value === valueOf(feed))
      const { id, madeAt, renewedAt } = feed
      return { id, madeAt, renewedAt, name: choice?.name ?? nameless, isGone: !choice }
    }),
    choices: choices.map(({ value, name }) => ({ value, text: name })),
    form,
  }
}

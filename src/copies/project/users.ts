import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { guidOf } from './guid.js'
import type { Writing } from './writing.js'
import { plainXml } from './xml.js'

/** Whoever is named in the project. @param all the place that was kept for them */
export function putUsers(all: XMLBuilder, { users }: Writing): void {
  for (const [id, name] of users) all.ele('User', { guid: guidOf('person', id), name: plainXml(name) })
  if (users.size === 0) all.remove()
}

import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { guidOf } from './guid.js'
import type { Writing } from './writing.js'

export function putLinks(root: XMLBuilder, { links }: Writing): void {
  if (links.length === 0) return
  const all = root.ele('Links')
  for (const { from, to, name } of links)
    all.ele('Link', {
      guid: guidOf('link', `${from} ${to} ${name}`),
      name,
      direction: 'OneWay',
      originGUID: from,
      targetGUID: to,
    })
}

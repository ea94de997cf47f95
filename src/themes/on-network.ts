import type { NetworkPart } from '../networks/network-parts.js'
import { themesInList } from './describing/theme-list.js'
import { themeAddress } from './themes.js'

const most = 8

/** What the network’s themes are about: a line each, with its groups and who leads it. */
export const themesOnNetwork: NetworkPart = {
  place: 'groups',
  view: 'themes/_on-network',
  async load(db, person, network) {
    if (!person.works(network.id)) return undefined
    const themes = (await themesInList(db, network.id)).filter(theme => theme.closedAt === null)
    if (themes.length === 0) return undefined
    return {
      address: `/networks/${network.id}/themes`,
      more: Math.max(0, themes.length - most),
      themes: themes.slice(0, most).map(theme => ({
        ...{ href: themeAddress(theme), name: theme.name, focus: theme.focus, groups: theme.groups },
        leaders: theme.leaders,
      })),
    }
  },
}

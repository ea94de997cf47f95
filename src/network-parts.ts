import type { NetworkPart } from './networks/network-parts.js'

/** What later rooms bring to the network's page, in the order in which it is read. Filled when the house is put together. */
export const networkParts: NetworkPart[] = []

/** Who hears of a fact: the people of a group, also whoever looks into it from outside, or the whole network. */
export type HeardBy = 'the group' | 'around the group' | 'the network'

export interface NewsPositionTable {
  heardBy: HeardBy
  /** The group or the network. */
  placeId: string
  /** The newest fact of which is told there. */
  number: number
  /** Who did it: nobody is told of their own deeds. */
  personId: string | null
  /** The newest of somebody else; 0 for none. */
  otherNumber: number
}

export interface PlaceSeenTable {
  personId: string
  place: 'group' | 'network'
  placeId: string
  /** Up to which fact everything has been seen. */
  number: number
  /** From where on the page shows what is new, as long as the visit goes on. */
  shownFrom: number
  seenAt: string
}

declare module '../../database.js' {
  interface Tables {
    newsPositions: NewsPositionTable
    placesSeen: PlaceSeenTable
  }
}

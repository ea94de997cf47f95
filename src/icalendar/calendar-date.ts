/** Something that stands in the calendar of a network, a group or a person. */
export interface CalendarDate {
  /** The same however often it is moved, among all dates of the installation: `meeting-m17`. */
  uid: string
  /** What it is, in a word or two: `meeting`, `visit`, `term`. */
  kind: string
  /** Says nothing that is confidential: it stands in feeds that anybody with their address reads. */
  title: string
  /** A whole day, `2027-03-05`, or a moment in UTC. */
  starts: string
  /** The last day, or the moment at which it ends; null for a single day, or a moment alone. */
  ends: string | null
  where: string
  /** Its page here. */
  href: string
  networkId: string
  groupId: string | null
  /** Whether it concerns the person themselves: they are asked, come, or owe it, or it is the same for everybody there. */
  mine: boolean
  /** How often it was changed since it was made; that it was cancelled, or is held after all, is a change too. */
  sequence: number
  changedAt: string
  /** Cancelled dates are told of for as long as they lie ahead, so that calendars elsewhere take them out. */
  cancelledAt: string | null
}

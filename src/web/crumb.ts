/** A step on the way to a page. */
export interface Crumb {
  href: string
  text: string
}

/** A reading as it comes from a file, before it is kept. */
export interface Gathered {
  schoolId: string
  measure: string
  measuredOn: string
  value: number | null
  pupils: number | null
}

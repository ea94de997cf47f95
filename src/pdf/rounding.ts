/** A length as it is written into a file: hundredths of a point are enough. */
export function round(length: number): number {
  return Math.round(length * 100) / 100
}

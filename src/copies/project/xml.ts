/** The program that a file says it comes from. */
export const origin = 'Enquiry Workbench'

/** XML 1.0 cannot hold control characters or halves of letters, not even escaped; each becomes a space of the same length. */
export function plainXml(words: string): string {
  return words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ' ')
}

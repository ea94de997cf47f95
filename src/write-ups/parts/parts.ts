/** The parts of a write-up, in the order of the stages. A group words the headings as it likes, and leaves parts out. */
export const writeUpParts = [
  { part: 'summary', heading: 'In short', holds: 'What you asked, what you are most sure of, and what you recommend.' },
  {
    part: 'question',
    heading: 'Our question, and why we asked it',
    holds: 'The question, why it matters, and who asked.',
  },
  {
    part: 'context',
    heading: 'Where we started',
    holds: 'Each school in its own words, and what you agreed about the start.',
  },
  {
    part: 'purpose',
    heading: 'What we wanted to learn',
    holds: 'What you intended to learn, and what was known already.',
  },
  {
    part: 'evidence',
    heading: 'What we did to find out',
    holds: 'The evidence by kind and school, and the way you went.',
  },
  {
    part: 'claims',
    heading: 'What we found',
    holds: 'Each claim, with what speaks for it and what speaks against it.',
  },
  { part: 'action', heading: 'What we tried, and where', holds: 'Each action, and how every school made it its own.' },
  {
    part: 'evaluation',
    heading: 'What difference it made',
    holds: 'The effects, school by school, and how sure you are.',
  },
  {
    part: 'what-did-not-work',
    heading: 'What did not work',
    holds: 'What colleagues who come after you need not try again.',
  },
  {
    part: 'recommendations',
    heading: 'What we recommend',
    holds: 'What you asked of the heads, and what they agreed to publish.',
  },
  { part: 'next', heading: 'What we would ask next', holds: 'What is still open.' },
  { part: 'thanks', heading: 'Who we are', holds: 'The people and the schools.' },
  {
    part: 'appendix',
    heading: 'The evidence we refer to',
    holds: 'Made by itself: each piece that is referred to, by its number.',
  },
] as const

export type PartName = (typeof writeUpParts)[number]['part']

/** The appendix is made when the document is, so that it always lists what is really referred to. */
export const appendix: PartName = 'appendix'

export function holdsOf(part: PartName): string {
  return writeUpParts.find(one => one.part === part)?.holds ?? ''
}

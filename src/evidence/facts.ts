import { counted, kind, toGroup, type DetailsOf } from '../facts/kinds.js'
import { plural } from '../words/words.js'

const sharedWith = {
  group: 'with the group',
  school: 'with its own school',
  network: 'with the network',
  outside: 'with the group’s facilitators',
}

const narrowedTo = {
  author: (evidence: string) => `took ${evidence} back as a draft`,
  group: (evidence: string) => `narrowed ${evidence} to the group`,
  inside: (evidence: string) => `took ${evidence} back from the group’s facilitators`,
}

/** Every kind names a piece by its number, never by its words. */
interface Numbered {
  number: number
}
interface WithFile extends Numbered {
  file: string
}
interface WithFiles extends Numbered {
  files: string[]
}

/** Of a draft that is gone altogether, so that its words can be found in the index and taken out. */
interface GoneWords {
  texts: string[]
  passages: string[]
}

/** What people do with evidence. What changes who can see a piece stands in the audit trail too. */
export const evidenceFacts = {
  'evidence logged': kind<Numbered>({
    news: {
      to: toGroup,
      says: counted('logged', 'a piece of evidence', 'pieces of evidence'),
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/evidence/${aboutId}` : `/groups/${groupId}/evidence`),
    },
    says: ({ number }) => `logged evidence E${number} and shared it with the group`,
  }),
  'evidence revised': kind<Numbered>({}),
  'evidence shared': kind<Numbered & { with: keyof typeof sharedWith }>({
    news: {
      to: toGroup,
      says: counted('shared', 'a piece of evidence', 'pieces of evidence'),
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/evidence/${aboutId}` : `/groups/${groupId}/evidence`),
    },
    says: fact => `shared evidence E${fact.number} ${sharedWith[fact.with]}`,
    audit: fact => `shared evidence ${sharedWith[fact.with]}`,
  }),
  'evidence narrowed': kind<Numbered & { to: keyof typeof narrowedTo }>({
    says: ({ number, to }) => narrowedTo[to](`evidence E${number}`),
    audit: ({ to }) => narrowedTo[to]('evidence'),
    forgetsDrawings: true,
  }),
  'evidence withdrawn': kind<Numbered & { list: string | null }>({
    news: {
      to: toGroup,
      says: counted('withdrew', 'a piece of evidence', 'pieces of evidence'),
      at: ({ groupId }) => `/groups/${groupId}/history`,
    },
    says: ({ number }) => `withdrew evidence E${number}`,
    audit: 'withdrew evidence',
    forgetsDrawings: true,
  }),
  'evidence put back': kind<Numbered>({
    says: ({ number }) => `put evidence E${number} back`,
    audit: 'put evidence back',
  }),
  'draft erased': kind<WithFiles & GoneWords>({
    audit: 'erased a draft',
    forgetsDrawings: true,
    erasesFiles: ({ files }) => files,
  }),
  'evidence erased': kind<WithFiles>({
    says: ({ number }) => `had evidence E${number} erased for good`,
    audit: 'erased evidence',
    forgetsDrawings: true,
    erasesFiles: ({ files }) => files,
  }),
  'consent recorded': kind<Numbered>({
    says: ({ number }) => `recorded who agreed to be seen in E${number}`,
    audit: 'recorded consent',
    forgetsDrawings: true,
  }),
  'consent withdrawn': kind<WithFiles & { list: string | null }>({
    says: ({ number }) => `recorded that consent for E${number} was taken back`,
    audit: 'withdrew consent',
    forgetsDrawings: true,
    erasesFiles: ({ files }) => files,
  }),
  'uncovered pictures erased': kind<WithFiles>({
    audit: 'erased pictures that were kept uncovered',
    forgetsDrawings: true,
    erasesFiles: ({ files }) => files,
  }),
  'files added': kind<Numbered & { files: number }>({
    news: {
      to: toGroup,
      says: counted('added files to', 'a piece of evidence', 'pieces of evidence'),
      at: ({ groupId, aboutId }, count) => (count === 1 ? `/evidence/${aboutId}` : `/groups/${groupId}/evidence`),
    },
    says: ({ number, files }) => `added ${plural(files, 'file', 'files')} to evidence E${number}`,
  }),
  'file of a capture arrived': kind<Numbered>({}),
  'file read': kind<WithFile>({}),
  'picture described': kind<WithFile>({}),
  'file erased': kind<WithFile>({
    says: ({ number }) => `took a file out of evidence E${number}`,
    audit: 'erased a file',
    forgetsDrawings: true,
    erasesFiles: ({ file }) => [file],
  }),
  'file replaced': kind<WithFile>({
    says: ({ number }) => `replaced a file in E${number}`,
    forgetsDrawings: true,
  }),
  'version of a file brought back': kind<WithFile>({
    says: ({ number }) => `brought back an earlier version of a file in E${number}`,
    forgetsDrawings: true,
  }),
  'picture covered': kind<WithFile & { keptToo: boolean }>({
    says: ({ number }) => `covered or cut a picture in E${number}`,
    audit: ({ keptToo }) => (keptToo ? 'covered a picture, kept it too' : 'covered a picture'),
    forgetsDrawings: true,
    erasesFiles: ({ file }) => [file],
  }),
  'versions of a file erased': kind<WithFile>({
    says: ({ number }) => `erased the earlier versions of a file in E${number}`,
    audit: 'erased earlier versions of a file',
    forgetsDrawings: true,
    erasesFiles: ({ file }) => [file],
  }),
  'text of a file written': kind<WithFile & { text: 'transcript' | 'document' }>({
    says: ({ number, text }) => `wrote the ${text === 'transcript' ? 'transcript' : 'text'} of a file in E${number}`,
  }),
  'pupil flagged': kind<Numbered>({
    says: ({ number }) => `said that E${number} may name a pupil`,
    audit: 'flagged a named pupil',
    forgetsDrawings: true,
  }),
  'pupil cleared': kind<Numbered>({
    says: ({ number }) => `said that no pupil is named in E${number}`,
    audit: 'cleared a named pupil',
  }),
  'passage made': kind({}),
  'name in evidence replaced': kind<Numbered>({ forgetsDrawings: true }),
  'name in evidence written again': kind<Numbered>({}),
  'agreements ended': kind<{ pieces: string[] }>({ forgetsDrawings: true }),
  'school refusal recorded': kind({ audit: 'recorded a refusal of a school', forgetsDrawings: true }),
  'school refusal lifted': kind({ audit: 'lifted a refusal of a school' }),
}

declare module '../facts/facts.js' {
  interface FactKinds extends DetailsOf<typeof evidenceFacts> {}
}

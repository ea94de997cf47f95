import type { PieceCard } from '../evidence/listing/cards.js'
import type { NetworkHead } from '../networks/head.js'
import type { FormState } from '../web/read.js'
import type { PageOf } from '../web/page-of.js'
import type { AnswerShown } from './answering/answering.js'
import type { InvitedReader } from './inviting/readers.js'
import type { Joined } from './joining/joining.js'
import type { PostKind } from './kinds.js'
import type { FileOnPost } from './posting/files.js'
import type { TakeUpShown } from './taking-up/taking-up.js'
import type { ChosenTopic, ToTalkAbout } from './talking/topics.js'
import type { MeetingAhead } from '../meetings/agenda/meetings-ahead.js'
import type { ForumFilter } from './listing/list.js'
import type { ForumPost } from './tables.js'

/** What every page of the forum is given. */
export interface ForumPageBase {
  title: string
  head: NetworkHead
  network: string
  /** Of the forum. */
  address: string
}

/** A post as a line of a list. */
export interface PostLine {
  href: string
  kind: PostKind
  label: string
  mark: string
  sentence: string
  by: string
  school: string | null
  at: string
  date: string
  isOver: boolean
  isOpen: boolean
  isMet: boolean
  hasMore: boolean
  takenUp: number
  answers: number
}

export interface Option {
  value: string
  text: string
}

export interface ForumIndexPage extends ForumPageBase {
  posts: PageOf<PostLine>
  open: PostLine[]
  filter: ForumFilter
  choices: { kinds: Option[]; schools: Option[] }
  kinds: { kind: PostKind; label: string; mark: string }[]
  isFiltered: boolean
  may: { post: boolean; invite: boolean }
}

export interface PostEditPage extends ForumPageBase {
  heading: string
  /** Where it is sent, and where one goes back to. */
  action: string
  back: string
  isNew: boolean
  form: FormState
  example: string
  choices: { kinds: Option[]; schools: Option[]; pieces: Option[]; works: Option[] }
  /** Whether what is behind “Add more” stands open. */
  opensMore: boolean
}

export interface AnswerOnPage extends AnswerShown {
  under: AnswerShown[]
}

export interface PostPage extends ForumPageBase {
  post: ForumPost
  /** Whether its words are read, or the mark that it left alone. */
  readsWords: boolean
  postAddress: string
  kind: { label: string; mark: string; taking: string }
  by: string
  school: string | null
  /** Whether whoever posted it still works in the network. */
  authorIsHere: boolean
  files: FileOnPost[]
  piece: PieceCard | null
  piecesHidden: boolean
  work: { href: string; title: string; kind: string } | null
  workGone: boolean
  date: { when: string; isOver: boolean; isFull: boolean; left: number | null } | null
  joined: Joined[]
  mine: { joined: Joined['state'] | null; waitsAt: number; takeUps: TakeUpShown[] }
  takeUps: { school: string; lines: { text: string; words: string; cameOf: string; at: string }[] }[]
  notForUs: TakeUpShown[]
  answers: AnswerOnPage[]
  metBy: AnswerShown | null
  thanks: Map<string, string[]>
  thanked: Set<string>
  follows: boolean
  supports: boolean
  schools: Option[]
  answerForm: FormState
  takeUpForm: FormState
  foldedBy: string
  may: {
    takePart: boolean
    isGuest: boolean
    change: boolean
    fold: boolean
    unfold: boolean
    sayMet: boolean
    takeUp: boolean
    join: boolean
    personId: string
  }
}

export interface PostConfirmPage extends ForumPageBase {
  post: ForumPost
  postAddress: string
  form: FormState
}

export interface PostFilesPage extends ForumPageBase {
  post: ForumPost
  postAddress: string
  files: FileOnPost[]
  form: FormState
}

export interface TakeUpPage extends ForumPageBase {
  post: ForumPost
  postAddress: string
  takenUp: TakeUpShown
  form: FormState
  outcomes: Option[]
}

export interface TopicsPage extends ForumPageBase {
  wanted: (ToTalkAbout & { label: string })[]
  chosen: (ChosenTopic & { label: string })[]
  minutes: number
  meetings: MeetingAhead[]
  form: FormState
  may: { choose: boolean }
}

export interface ForumReadersPage extends ForumPageBase {
  readers: InvitedReader[]
  guests: Option[]
  form: FormState
}

declare module '../web/show.js' {
  interface Pages {
    'forum/index': ForumIndexPage
    'forum/edit': PostEditPage
    'forum/show': PostPage
    'forum/taking-down': PostConfirmPage
    'forum/folding': PostConfirmPage
    'forum/files': PostFilesPage
    'forum/take-up': TakeUpPage
    'forum/talk': TopicsPage
    'forum/readers': ForumReadersPage
  }
}

import { people } from './people/room.js'
import { networks } from './networks/room.js'
import { groups } from './groups/room.js'
import { enquiries } from './enquiries/room.js'
import { pseudonyms } from './pseudonyms/room.js'
import { knowledge } from './knowledge/room.js'
import { keys } from './keys/room.js'
import { evidence } from './evidence/room.js'
import { captures } from './captures/room.js'
import { coding } from './coding/room.js'
import { instruments } from './instruments/room.js'
import { claims } from './claims/room.js'
import { actions } from './actions/room.js'
import { evaluation } from './evaluation/room.js'
import { recommendations } from './recommendations/room.js'
import { questionParts } from './question-parts/room.js'
import { writeUps } from './write-ups/room.js'
import { publishing } from './publishing/room.js'
import { dossiers } from './dossiers/room.js'
import { termlyReports } from './termly-reports/room.js'
import { published } from './published/room.js'
import { themes } from './themes/room.js'
import { meetings } from './meetings/room.js'
import { projects } from './projects/room.js'
import { forum } from './forum/room.js'
import { visits } from './visits/room.js'
import { moderation } from './moderation/room.js'
import { reviews } from './reviews/room.js'
import { resources } from './resources/room.js'
import { influence } from './influence/room.js'
import { calendar } from './calendar/room.js'
import { conferences } from './conferences/room.js'
import { copies } from './copies/room.js'
import { requests } from './requests/room.js'
import { keeping } from './keeping/room.js'
import { yourDay } from './your-day/room.js'
import { weeklyLetter } from './weekly-letter/room.js'
import { running } from './running/room.js'
import { broughtBy, type Room, stays, type Travels } from './room.js'

/** The rooms of the house, in their order: each may know those before it, never those after. This is the one list of them. */
export const rooms: Room[] = [
  people,
  networks,
  groups,
  enquiries,
  pseudonyms,
  knowledge,
  keys,
  evidence,
  captures,
  coding,
  instruments,
  claims,
  actions,
  evaluation,
  recommendations,
  questionParts,
  writeUps,
  publishing,
  dossiers,
  termlyReports,
  published,
  themes,
  meetings,
  projects,
  forum,
  visits,
  moderation,
  reviews,
  resources,
  influence,
  calendar,
  conferences,
  copies,
  requests,
  keeping,
  yourDay,
  weeklyLetter,
  running,
]

/** What all rooms bring together. */
export const brought = broughtBy(rooms)

/** The tables of the house itself, which no room owns. */
export const tablesOfTheHouse: Record<string, Travels> = {
  files: 'around',
  texts: 'around',
  text_versions: 'around',
  grave_acts: stays('what this installation does, and to whom'),
  grave_acts_told: stays('what this installation does, and to whom'),
  letters_not_wanted: stays('which letters somebody gets here'),
  letters_to_send: stays('what this installation has still to write to somebody'),
  addresses_that_return: stays('which addresses this installation reaches'),
  letter_doors: stays('how somebody stops letters of this installation'),
  file_versions: stays('what files were before they were replaced, which is only for whoever keeps the piece'),
  fact_outbox: stays('what has still to follow here'),
  fact_links: stays('what this installation says it did, chained'),
  fact_retries: stays('what has still to follow here'),
  sensitive_reads: stays('who read what here'),
  news_positions: stays('what is new here'),
  places_seen: stays('what somebody has seen here'),
  migrations: stays('the schema'),
  upkeep: stays('what this installation notes about its own running'),
}

import { type Column, day, text } from '../web/columns.js'
import { listed } from '../words/words.js'
import type { ProjectLine } from './listing.js'

const stateSaid = { proposed: 'proposed', running: 'running', ended: 'ended' }

/** The projects of a network, as a list. */
export const projectColumns: Column<ProjectLine>[] = [
  text('Project', 40, line => line.title),
  text('What for', 60, line => line.whatFor),
  text('State', 12, line => stateSaid[line.state]),
  day('From', line => line.startsOn),
  day('Until', line => line.endsOn),
  text('Schools', 50, line => listed(line.schools)),
  text('Colleagues', 50, line => listed(line.colleagues)),
  text('Guests', 30, line => listed(line.guests)),
  text('What came of it', 60, line => line.cameOfIt),
]

export interface JoinedLine {
  project: string
  who: string
  as: string
  school: string
  joinedOn: string
  leftOn: string
}

/** Who joined which project, and when they left. */
export const joinedColumns: Column<JoinedLine>[] = [
  text('Project', 40, line => line.project),
  text('Who', 34, line => line.who),
  text('As', 16, line => line.as),
  text('School', 34, line => line.school),
  day('Joined', line => line.joinedOn),
  day('Left', line => line.leftOn),
]

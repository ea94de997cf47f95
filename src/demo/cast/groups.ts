import type { GroupRole } from '../../people/roles/roles.js'
import type { Stage } from '../../stages.js'
import type { NetworkId } from './networks.js'

export interface CastGroup {
  id: string
  network: NetworkId
  theme: string | null
  name: string
  why: string
  proposedBy: string
  proposedOn: string
  /** The newest cycle: its question and where it stands. Earlier cycles come first in `earlier`. */
  question: string
  cycle: number
  stage: Stage
  began: string
  finished?: { on: string; decision: 'begin another cycle' | 'hand over' | 'close'; because: string }
  /** The cycle before, finished. */
  earlier?: { question: string; began: string; finished: string; because: string }
  people: { person: string; role: GroupRole; school?: string; joinedOn: string; until?: string }[]
}

const lead = (person: string, school: string, joinedOn: string) => ({
  person,
  school,
  joinedOn,
  role: 'lead learner' as const,
})
const volunteer = (person: string, school: string, joinedOn: string) => ({
  person,
  school,
  joinedOn,
  role: 'volunteer' as const,
})

export const groups: CastGroup[] = [
  {
    id: 'talk',
    network: 'hafren',
    theme: 'language',
    name: 'Talk in mathematics',
    proposedBy: 'gwen',
    proposedOn: '2026-10-12',
    why: 'Children get the answer and cannot say how. We want to know what happens when they have to explain it to somebody.',
    question:
      'What happens to children’s reasoning in mathematics when they must explain a partner’s method before giving their own?',
    cycle: 1,
    stage: 'context',
    began: '2026-10-12',
    people: [lead('gwen', 'bryn', '2026-10-12'), volunteer('bilal', 'river', '2026-10-20')],
  },
  {
    id: 'reading',
    network: 'hafren',
    theme: 'language',
    name: 'Reading by choice',
    proposedBy: 'sadia',
    proposedOn: '2025-09-15',
    why: 'Half of our Year 4 and 5 readers can read and do not. We want to know what makes them pick a book up.',
    question:
      'What leads children in Years 4 and 5 who can read but do not choose to, to begin reading of their own accord?',
    cycle: 1,
    stage: 'evidence',
    began: '2025-09-15',
    people: [
      lead('sadia', 'st-davids', '2025-09-15'),
      volunteer('sam', 'weir', '2025-09-18'),
      volunteer('bilal', 'river', '2025-09-22'),
      volunteer('huw', 'bryn', '2025-10-01'),
      volunteer('zofia', 'weir', '2026-01-12'),
      { person: 'fiona', role: 'facilitator', joinedOn: '2026-01-20', until: '2027-07-20' },
    ],
  },
  {
    id: 'outdoors',
    network: 'hafren',
    theme: 'world',
    name: 'Learning outdoors',
    proposedBy: 'kasia',
    proposedOn: '2025-11-03',
    why: 'Our quietest children talk outside. We want to know whether it comes back indoors with them.',
    question: 'Does weekly learning outdoors change how the quietest children take part in lessons indoors?',
    cycle: 1,
    stage: 'action',
    began: '2025-11-03',
    people: [
      lead('kasia', 'upper-marsh', '2025-11-03'),
      volunteer('huw', 'bryn', '2025-11-10'),
      volunteer('maeve', 'holly', '2025-11-12'),
      volunteer('eleri', 'glanwy', '2026-01-09'),
    ],
  },
  {
    id: 'marking',
    network: 'hafren',
    theme: null,
    name: 'Marking that children use',
    proposedBy: 'ifan',
    proposedOn: '2025-09-20',
    why: 'We spend six hours a week writing in books. We would like to know which of it is read.',
    question: 'Which kinds of feedback do children in Key Stage 2 act on without being told to?',
    cycle: 1,
    stage: 'evaluation',
    began: '2025-09-20',
    people: [
      lead('ifan', 'coed', '2025-09-20'),
      volunteer('sadia', 'st-davids', '2025-09-27'),
      volunteer('sam', 'weir', '2025-10-02'),
      { person: 'fiona', role: 'facilitator', joinedOn: '2026-02-02', until: '2026-12-18' },
    ],
  },
  {
    id: 'bilingual',
    network: 'hafren',
    theme: 'language',
    name: 'Two languages at home',
    proposedBy: 'eleri',
    proposedOn: '2025-04-24',
    why: 'Children leave one of their languages at the gate. We want to know what happens if they need not.',
    question: 'What changes for bilingual children when stories from home are told in class in the language of home?',
    cycle: 1,
    stage: 'evaluation',
    began: '2025-04-24',
    finished: {
      on: '2026-07-03',
      decision: 'close',
      because: 'We have answered what we asked, and three schools are carrying it on without us.',
    },
    people: [
      lead('eleri', 'glanwy', '2025-04-24'),
      volunteer('bilal', 'river', '2025-05-01'),
      volunteer('gwen', 'bryn', '2025-05-06'),
    ],
  },
  {
    id: 'number',
    network: 'hafren',
    theme: 'world',
    name: 'Number sense',
    proposedBy: 'zofia',
    proposedOn: '2025-01-15',
    why: 'Counting is secure and quantity is not. We want to see what five minutes of estimating a day does.',
    question: 'How long does a gain in number sense from daily estimating last once the daily habit stops?',
    cycle: 2,
    stage: 'purpose',
    began: '2026-06-22',
    earlier: {
      question: 'What does five minutes of estimating a day do for number sense in Years 1 to 3?',
      began: '2025-01-15',
      finished: '2026-06-22',
      because: 'The gain was real in three schools. Nobody knows whether it lasts, so that is what we ask next.',
    },
    people: [
      lead('maeve', 'holly', '2025-02-03'),
      volunteer('zofia', 'weir', '2025-01-15'),
      volunteer('kasia', 'upper-marsh', '2025-02-10'),
    ],
  },
  {
    id: 'revision',
    network: 'harbour',
    theme: 'memory',
    name: 'Revision that lasts',
    proposedBy: 'marek',
    proposedOn: '2026-04-20',
    why: 'Our students revise by colouring notes in. We want to find out what they do when they are shown another way.',
    question:
      'Which short retrieval habits do Year 10 students keep up by themselves six weeks after being taught them?',
    cycle: 1,
    stage: 'evidence',
    began: '2026-04-20',
    people: [
      lead('marek', 'lighthouse', '2026-04-20'),
      volunteer('ruth', 'quay', '2026-04-27'),
      volunteer('yusra', 'dunes', '2026-05-04'),
    ],
  },
]

import type { CircleMaterial } from './types.js'

/** The circles of the two networks. */
export const circles: CircleMaterial[] = [
  {
    ...{ key: 'strategic', network: 'hafren', kind: 'strategic', name: 'Strategic circle' },
    purpose: 'Where the eight schools are going together, what it costs, and what no school could do alone.',
    rhythm: 'Once a term, on a Thursday after school',
    ...{ by: 'nia', on: '2026-01-19', chair: 'mair', noteTaker: 'nia' },
    roles: ['headteacher', 'network leader'],
    terms: {
      by: 'mair',
      on: '2026-02-02',
      agreedOn: '2026-02-26',
      words: `**What we are for.** We decide what the network spends its time and money on. We do not decide what a group asks or finds.

**Who is in it.** The heads of all eight schools, and the two network leaders. A head who cannot come sends nobody else: we would rather read the minutes than fill a chair.

**How we decide.** We talk until nobody is against it. If one school is, we wait a meeting and ask what would make it possible. Each school counts the same, whatever its roll and whatever it pays in.

**What stays among us.** Anything about a colleague or a school in trouble.

**How we meet.** Once a term, ninety minutes, in a different school each time. Whoever is host shows us ten minutes of a lesson first.

We look at this again every February.`,
    },
  },
  {
    ...{ key: 'operational', network: 'hafren', kind: 'operational', name: 'Operational circle' },
    purpose: 'Keeps the work going: dates, groups and themes, what is stuck and who can help.',
    rhythm: 'Every half term, on a Tuesday',
    ...{ by: 'nia', on: '2026-01-19', chair: 'nia', noteTaker: 'tomasz' },
    roles: ['network leader', 'co-leader'],
    invited: ['kasia', 'ifan'],
    terms: {
      by: 'tomasz',
      on: '2026-04-14',
      agreedOn: '2026-04-21',
      words: `We look after dates, groups and themes, so that teachers can look after children.

- Five of us: two network leaders, the co-leader of each theme, two lead learners who change every year.
- We meet every half term for an hour and a quarter, and end on time.
- What costs money goes to the heads. Everything else we settle here.
- A group that is stuck is offered company, never a deadline.`,
    },
  },
  {
    ...{
      key: 'research',
      network: 'hafren',
      kind: 'research and development',
      name: 'Research and development circle',
    },
    purpose: 'What the groups are finding, how sure we are of it, and what to ask next.',
    rhythm: 'Once a term',
    ...{ by: 'rhian', on: '2026-09-21', chair: 'rhian', noteTaker: 'gwen' },
    roles: ['co-leader', 'lead learner'],
    invited: ['fiona'],
  },
  {
    ...{ key: 'language', network: 'hafren', kind: 'co-leaders', name: 'Talk and reading together' },
    purpose: 'The lead learners of the theme compare what they see, before anybody writes it up.',
    rhythm: 'Twice a term, half an hour',
    ...{ by: 'tomasz', on: '2026-09-10', chair: 'tomasz', noteTaker: 'sadia', theme: 'language' },
    roles: [
      ['co-leader', 'language'],
      ['lead learner', 'language'],
    ],
  },
  {
    ...{ key: 'governors', network: 'hafren', kind: 'governors', name: 'Governors’ data evening' },
    purpose: 'Governors read one piece of data together, slowly, and ask what it does not tell.',
    rhythm: 'Once a year, in October',
    ...{ by: 'nia', on: '2026-09-14', chair: 'nia', noteTaker: 'huw' },
    roles: [],
    invited: ['dilys', 'huw', 'mair'],
  },
  {
    ...{ key: 'breakfast', network: 'hafren', kind: 'breakfast', name: 'Breakfast above the weir' },
    purpose: 'Toast, tea and what went well this week, for whoever passes the bridge before eight.',
    rhythm: 'First Friday of the month, 7.30',
    ...{ by: 'sam', on: '2026-09-07', chair: 'sam', noteTaker: 'zofia', joining: 'open' },
    roles: [],
    invited: ['zofia', 'maeve'],
  },
  {
    ...{ key: 'estuary', network: 'harbour', kind: 'strategic', name: 'Heads around the estuary' },
    purpose: 'Five very different schools decide what they find out together, and what they leave alone.',
    rhythm: 'Once a term, before school',
    ...{ by: 'ruth', on: '2026-04-20', chair: 'bridie', noteTaker: 'ruth' },
    roles: ['headteacher', 'network leader', 'co-leader'],
  },
]

import type { MeetingMaterial } from './types.js'

/** The heads of the Harbour Towns. */
export const harbourMeetings: MeetingMaterial[] = [
  {
    circle: 'estuary',
    ...{ on: '2026-05-12', starts: '07:45', ends: '08:45', place: 'Quay Academy', by: 'ruth', plannedOn: '2026-04-21' },
    agendaAgreedOn: '2026-05-08',
    present: ['ruth', 'bridie', 'marek'],
    items: [
      {
        ...{ title: 'What we do not compare', minutes: 30, by: 'bridie' },
        why: 'Before anything else. We are five schools that parents choose between.',
        said: 'Bridie: if anything we find here turns up in a prospectus, that is the end of it. Ruth had brought a sentence, and we changed one word.',
        decisions: [
          {
            decision: 'Nothing that the partnership finds is used to say that one school is better than another',
            reason:
              'Five schools that compete for the same children can only find out together what they do not use against each other.',
          },
        ],
      },
    ],
    writtenBy: 'ruth',
    openedOn: '2026-05-13',
    agreedOn: '2026-10-06',
  },
  {
    circle: 'estuary',
    ...{ on: '2026-10-06', starts: '07:45', ends: '08:45', place: 'St Brigid’s', by: 'ruth', plannedOn: '2026-09-08' },
    agendaAgreedOn: '2026-10-02',
    present: ['ruth', 'bridie', 'marek'],
    lastTime: 'The minutes of May are agreed.',
    items: [
      {
        ...{ title: 'Two lessons of revision, in five schools, on one day', minutes: 35, by: 'marek' },
        why: 'To decide. The group needs Year 10 in all five schools.',
        said: 'Marek needs two lessons in the same week and no tests before them. Bridie can give them in February and not before the mocks.',
        decisions: [
          {
            decision: 'Each school gives two Year 10 lessons in the first week of February',
            reason: 'It is the one week in which no school has mocks.',
          },
        ],
        actions: [{ what: 'Write to the heads of Year 10, with Marek', owner: 'bridie', dueOn: '2026-12-15' }],
      },
    ],
    writtenBy: 'ruth',
    openedOn: '2026-10-07',
  },
  {
    circle: 'estuary',
    ...{ on: '2027-01-26', starts: '07:45', ends: '08:45', place: 'The Dunes School', by: 'ruth' },
    plannedOn: '2026-11-10',
    items: [],
  },
]

/** Meetings of the group “Reading by choice”: its own. */
export const readingMeetings: MeetingMaterial[] = [
  {
    circle: 'reading',
    title: 'Slips on the carpet',
    ...{ on: '2026-11-05', starts: '16:00', ends: '17:00', place: 'St David’s, book corner', by: 'sadia' },
    plannedOn: '2026-10-20',
    agendaAgreedOn: '2026-11-03',
    present: ['sadia', 'sam', 'huw', 'zofia'],
    apologies: ['bilal'],
    items: [
      {
        ...{ title: 'Sort the slips, and say nothing for ten minutes', minutes: 25, by: 'sam' },
        said: 'We laid all the autumn slips on the carpet. The heap “because my friend had it” was twice as high as any other. Huw found eleven that say “because it was there”.',
        decisions: [
          {
            decision: 'We count slips on the last Friday of each half term, in all four classes',
            reason: 'Counted on four different days they tell us more about the weather than about books.',
          },
        ],
        actions: [
          { what: 'Ask Bilal’s class for their slips from October', owner: 'huw', dueOn: '2026-12-01' },
          {
            ...{
              what: 'Make one box for slips that does not look like a suggestion box',
              owner: 'zofia',
              dueOn: '2026-11-16',
            },
            done: { on: '2026-11-13', outcome: 'A bread bin. They love the lid.' },
          },
        ],
      },
    ],
    writtenBy: 'sam',
    openedOn: '2026-11-06',
    agreedOn: '2026-11-17',
  },
  {
    circle: 'reading',
    ...{ on: '2026-12-03', starts: '12:15', ends: '13:15', place: 'Weir Lane, Class 4', by: 'sadia' },
    plannedOn: '2026-11-17',
    comes: ['sadia', 'sam'],
    items: [
      {
        ...{ title: 'Which of our claims would a doubter believe?', minutes: 30, by: 'sadia' },
        why: 'Before we write anything. Bring the one that you would bet your lunch on.',
      },
      { title: 'Comics: in or out?', minutes: 15, by: 'huw', state: 'proposed' },
    ],
  },
]

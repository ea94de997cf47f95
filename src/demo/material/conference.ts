/** The spring conference of the Hafren network, as its leader has prepared it so far. */
export const conference = {
  network: 'hafren',
  by: 'nia',
  madeOn: '2026-11-09',
  title: 'What we saw when we looked closely',
  heldOn: '2027-03-19',
  place: 'Weir Lane Primary, Market Weir',
  welcome: `Croeso. Eight schools close for a day so that everybody can come: teachers, assistants, the cook from Glan-wŷ and two governors.

Please **go to something that has nothing to do with your own class**. There is no best group and no prize. Every group says what it found, how sure it is, and what it would look at again.

Lunch is at half past twelve. If you have brought a child’s work to show, bring it without the name.`,
  sessions: [
    { starts: '09:15', ends: '09:30', room: 'Hall', title: 'Coming in, and coffee', people: 'Year 6 of Weir Lane' },
    {
      starts: '09:30',
      ends: '10:00',
      room: 'Hall',
      title: 'Why we look before we change anything',
      people: 'Nia Prŷs',
    },
    {
      ...{ starts: '10:15', ends: '11:00', room: 'Library', title: 'Polish is for the car' },
      ...{ people: 'with the tellers themselves', group: 'bilingual' },
    },
    {
      starts: '10:15',
      ends: '11:00',
      room: 'Class 3',
      title: 'The chart that came down',
      people: '',
      group: 'reading',
    },
    { starts: '11:20', ends: '12:15', room: 'Class 5', title: 'Guess first, then count', people: '', group: 'number' },
    {
      starts: '11:20',
      ends: '12:15',
      room: 'The yard',
      title: 'Twenty minutes of weather',
      people: 'Bring a coat',
      group: 'outdoors',
    },
    {
      starts: '13:15',
      ends: '14:15',
      room: 'Hall',
      title: 'Heads answer: what we took up, and what we did not',
      people: 'The heads of five schools',
    },
    { starts: '14:30', ends: '15:00', room: 'Hall', title: 'What shall we ask next?', people: 'Everybody' },
  ],
} as const

/** A dossier that the network leader handed to a head who has no time for another password. */
export const dossierLink = { network: 'hafren', school: 'holly', by: 'nia', on: '2026-11-16', days: 90 }

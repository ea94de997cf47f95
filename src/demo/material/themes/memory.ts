import type { ThemeMaterial } from './types.js'

/** The theme of the other network, under a new name. */
export const memory: ThemeMaterial = {
  theme: 'memory',
  network: 'harbour',
  led: [{ by: 'marek', from: '2026-04-13' }],
  before: { name: 'Better revision', until: '2026-06-15' },
  focus: {
    on: '2026-06-15',
    words:
      'Five schools, five ways of preparing for an examination, and the same forgetting. We want to know which habits students keep up by themselves once nobody checks, and what that has to do with whom they sit beside.',
  },
  objectives: [
    {
      on: '2026-06-15',
      objective: 'Every school has tried one retrieval habit for six weeks and says openly what became of it',
      cameOfIt: {
        on: '2026-11-13',
        words: 'Three have. At The Dunes it lasted as long as the bus did, which told us more than the other two.',
      },
    },
    { on: '2026-09-10', objective: 'Students, not teachers, explain the habits to Year 7' },
  ],
  activities: [
    {
      on: '2026-05-06',
      activity: 'Form tutors of Year 10 try the ten-minute start in registration',
      forWhom: 'Tutors at Lighthouse, Quay and The Dunes',
      onDay: '2026-07-03',
      told: {
        on: '2026-07-06',
        outcome: 'done',
        cameOfIt: 'Kept up in nine forms of twelve. The three that stopped all have registration in the hall.',
      },
    },
    {
      on: '2026-09-10',
      activity: 'Each school lends two students for an afternoon to another',
      forWhom: 'Year 10',
      onDay: '2026-11-18',
    },
    {
      on: '2026-09-10',
      activity: 'One page for parents, written by students',
      forWhom: 'Families of Year 10 and 11',
      onDay: '2027-01-15',
    },
  ],
  champions: [
    {
      on: '2026-05-11',
      person: 'yusra',
      school: 'dunes',
      why: 'Your tutor group asked you for the cards before I had sent them.',
      yes: { on: '2026-05-12', knows: 'Cards on the bus, and what to do in the week when nobody wants to.' },
    },
    {
      on: '2026-05-11',
      person: 'ruth',
      school: 'quay',
      why: 'You said in June that you would rather be asked than told.',
      yes: {
        on: '2026-05-20',
        knows: 'How to get fifty tutors to try something for six weeks, and to stop when it does not work.',
      },
    },
  ],
  sessions: [
    {
      on: '2026-06-08',
      title: 'What students do when we are not looking',
      kind: 'workshop',
      onDay: '2026-07-02',
      starts: '16:00',
      ends: '17:30',
      school: 'lighthouse',
      place: 'The sixth-form room',
      ledBy: 'Four students of Year 10, with Marek Šimek',
      about: 'They show their phones and their kitchen tables. We ask and do not advise.',
      coming: ['ruth', 'yusra'],
      told: {
        on: '2026-07-03',
        came: ['ruth', 'yusra'],
        othersCame: 14,
        cameOfIt: 'They revise in twos, on the telephone, after ten at night. None of our plans had room for that.',
      },
    },
    {
      on: '2026-11-09',
      title: 'Green ticks, and why they stop',
      kind: 'sharing session',
      onDay: '2026-12-09',
      starts: '16:00',
      ends: '16:30',
      school: 'quay',
      place: 'Room 14',
      ledBy: 'Ruth Adeyemi',
      about: 'Half an hour on the claim that divides us most.',
      coming: ['yusra'],
    },
  ],
  plans: [
    {
      on: '2026-09-11',
      schoolYear: 2026,
      pence: 210_000,
      halfDays: 6,
      notes: 'Cover for the afternoons on which students go visiting.',
    },
  ],
  notes: [
    {
      on: '2026-07-10',
      term: 'summer-2026',
      sent: true,
      body: 'We have changed the name of the theme, because revision was the part of it that nobody wanted to hear about.\n\nRevision that lasts works in three schools. St Brigid’s and Ferry Hill look on, and are welcome to.',
    },
  ],
  words: [{ on: '2026-11-03', word: 'company' }],
  summaries: [],
}

import type { ThemeMaterial } from './types.js'

/** A theme that was handed over. */
export const world: ThemeMaterial = {
  theme: 'world',
  network: 'hafren',
  led: [
    { by: 'zofia', from: '2025-09-15' },
    { by: 'maeve', from: '2026-06-26' },
  ],
  handedOver: {
    on: '2026-06-25',
    by: 'nia',
    to: 'maeve',
    word: 'Maeve, the boots are in the blue crate at Upper Marsh and the list of sizes is inside the lid. Kasia never asks for cover, so offer it. Carys answers on the telephone and not by mail. The jars are the children’s, not ours: ask before you borrow one. I am two doors down if you want me.',
  },
  focus: {
    on: '2025-09-29',
    words:
      'Some children are different people beside a puddle or with a jar of beans in their hands. We want to know what of that comes back indoors with them, how long it lasts, and what it is: the air, the thing itself, or that we say less.',
  },
  objectives: [
    {
      on: '2025-09-29',
      objective: 'Four schools can count a child’s turn to speak in the same way',
      cameOfIt: {
        on: '2026-03-27',
        words: 'They can. It took three afternoons, two of them in the rain, and one very long argument about nodding.',
      },
    },
    { on: '2026-09-14', objective: 'We know of each habit whether it lasts once nobody reminds us' },
    { on: '2026-09-14', objective: 'No child stays indoors because of boots' },
  ],
  activities: [
    {
      on: '2025-10-13',
      activity: 'First Thursday of the month outdoors, in four schools, whatever the weather',
      forWhom: 'Years 1 to 4 at Upper Marsh, Bryn, Glan-wŷ and Holly Bank',
      onDay: '2026-03-05',
      told: {
        on: '2026-03-09',
        outcome: 'done',
        cameOfIt: 'Five Thursdays of six. On the sixth the road was under water, and so were we.',
      },
    },
    {
      on: '2026-04-20',
      activity: 'A box of boots that goes from school to school',
      forWhom: 'Whoever has none',
      onDay: '2026-09-30',
      told: {
        on: '2026-10-05',
        outcome: 'done',
        cameOfIt: 'Sixty-one pairs from one letter home. Sizes 10 to 2 are still short.',
      },
    },
    {
      on: '2026-09-14',
      activity: 'One class a school stops the five minutes of estimating for six weeks, and then guesses again',
      forWhom: 'Years 1 to 3 at Holly Bank, Weir Lane and Upper Marsh',
      onDay: '2027-02-05',
    },
    {
      on: '2026-10-05',
      activity: 'A day at the quarry with the people of Llanfair Stone',
      forWhom: 'Year 4 of two schools',
      onDay: null,
    },
  ],
  champions: [
    {
      on: '2025-10-20',
      person: 'kasia',
      school: 'upper-marsh',
      why: 'You have the field, the stream and the patience.',
      yes: { on: '2025-10-20', knows: 'A lesson in the rain: what to carry, what to leave, and when to go in.' },
    },
    {
      on: '2025-10-20',
      person: 'huw',
      school: 'bryn',
      why: 'The quiet ones stand next to you.',
      yes: { on: '2025-10-23', knows: 'How to stand beside a child and say nothing.' },
    },
    {
      on: '2025-11-10',
      person: 'zofia',
      school: 'weir',
      why: 'You began the jars.',
      yes: { on: '2025-11-10', knows: 'The first jar, and how many beans there really were.' },
      back: '2026-09-08',
    },
  ],
  sessions: [
    {
      on: '2026-01-12',
      title: 'Counting a turn alike',
      kind: 'workshop',
      onDay: '2026-02-04',
      starts: '13:30',
      ends: '15:30',
      school: 'upper-marsh',
      place: 'The barn',
      ledBy: 'Kasia Żółtowska',
      about:
        'Bring a coat and a pencil, not a pen. We watch three short films and write down each turn, alone, and then argue.',
      coming: ['huw', 'maeve', 'eleri'],
      told: {
        on: '2026-02-05',
        came: ['huw', 'maeve', 'eleri'],
        othersCame: 2,
        cameOfIt: 'A nod is a turn when somebody waits for it. We agree in nine of ten now.',
      },
    },
    {
      on: '2026-09-28',
      title: 'Guess first, then count: six weeks without the jar',
      kind: 'sharing session',
      onDay: '2026-10-15',
      starts: '15:40',
      ends: '16:10',
      school: 'holly',
      place: 'Class 1',
      ledBy: 'Maeve D’Arcy',
      about: 'What we take away, from whom, and what we tell the children.',
      coming: ['zofia', 'kasia'],
      told: {
        on: '2026-10-16',
        came: ['zofia', 'kasia'],
        othersCame: 3,
        cameOfIt: 'We tell the children the truth: we want to know whether they need us.',
      },
    },
    {
      on: '2026-11-10',
      title: 'What comes indoors with them',
      kind: 'sharing session',
      onDay: '2026-12-08',
      starts: '15:40',
      ends: '16:15',
      school: 'glanwy',
      place: 'The kitchen',
      ledBy: 'Kasia Żółtowska and Eleri Gwynne',
      about: 'Five children, two terms, one line each. There will be soup.',
      coming: ['huw', 'maeve', 'alys'],
    },
  ],
  plans: [
    { on: '2025-10-01', schoolYear: 2025, pence: 60_000, halfDays: 3, notes: 'A second adult for the road at Bryn.' },
    {
      on: '2026-09-15',
      schoolYear: 2026,
      pence: 75_050,
      halfDays: 4,
      notes: 'Boots, jars with lids, the bus to the quarry, and a researcher for the six weeks without.',
    },
  ],
  notes: [
    {
      on: '2026-07-07',
      term: 'summer-2026',
      sent: true,
      body: 'I have had the theme for a fortnight, and Zofia has left it so that I could find everything.\n\nLearning outdoors has shared its first claim: slowly, over two terms, and only some of it. Number sense has finished a cycle and asks next whether the gain lasts.\n\nI need nothing this term but boots.',
    },
    {
      on: '2026-11-19',
      term: 'autumn-2026',
      sent: true,
      body: 'Three classes have put their jars in the cupboard. Two teachers found it hard, the children did not.\n\nWhat went well: sixty-one pairs of boots. What did not: the quarry has moved our day twice.\n\nFor the circle: may we ask Llanfair Stone to become a partner of the network, so that the next day does not hang on one telephone number?',
    },
  ],
  words: [
    { on: '2026-07-01', word: 'indoors' },
    { on: '2026-07-01', word: 'guess' },
  ],
  summaries: [
    {
      on: '2026-11-19',
      term: 'autumn-2026',
      out: true,
      body: 'Both groups look at what stays when the special thing is over. Outdoors, **some of it stays, slowly, and not for everybody**; with the jars the gain was real while it lasted, and this term we find out the rest.\n\nThey agree on one thing that neither asked about: where the adults said less, the children said more.',
    },
  ],
}

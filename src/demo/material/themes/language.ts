import type { ThemeMaterial } from './types.js'

/** How teachers and children talk: the theme that has gone furthest. */
export const language: ThemeMaterial = {
  theme: 'language',
  network: 'hafren',
  led: [{ by: 'tomasz', from: '2025-09-01' }],
  focus: {
    on: '2025-09-24',
    words:
      'Our children talk all day and many of them read well. What they say in lessons is short, and what they read is what we hand them. We want to find out what makes a child begin: a book, a sentence, a question of their own. We begin by watching, and we change one thing at a time.',
  },
  objectives: [
    {
      on: '2025-09-24',
      objective: 'In every school somebody can say how its children come by the books they read',
      cameOfIt: {
        on: '2026-07-08',
        words:
          'In five of eight. River Road and St David’s have it on the wall, in the children’s own words. Upper Marsh says it has one shelf and everybody knows it.',
      },
    },
    {
      on: '2025-09-24',
      objective:
        'Children who have another language at home hear it in school at least once a term, from somebody who speaks it',
      cameOfIt: {
        on: '2026-07-08',
        words:
          'Three schools, eight tellings. At Bryn it is Welsh, Polish and once Urdu. Nobody was asked twice who said no once.',
      },
    },
    {
      on: '2026-09-16',
      objective: 'Every group of the theme listens to one lesson in mathematics and writes down only what children say',
    },
    {
      on: '2026-09-16',
      objective: 'We can tell a new colleague in five minutes what we have found, with what speaks against it',
    },
  ],
  activities: [
    {
      on: '2025-10-01',
      activity: 'Each group sits in the book corner of another school for one morning and counts nothing',
      forWhom: 'All groups of the theme',
      onDay: '2025-11-28',
      told: {
        on: '2025-12-02',
        outcome: 'done',
        cameOfIt:
          'Six mornings. What we all wrote down without having agreed to: children look at each other before they look at a book.',
      },
    },
    {
      on: '2026-01-14',
      activity: 'A lending crate of books in eleven languages goes round the eight schools, a fortnight each',
      forWhom: 'Reception to Year 2, and whoever fetches them',
      onDay: '2026-06-19',
      told: {
        on: '2026-06-23',
        outcome: 'done',
        cameOfIt: 'It came back with more books than it left with. Two grandmothers at Holly Bank have added theirs.',
      },
    },
    {
      on: '2026-02-11',
      activity: 'A reading-age test in every school, before and after',
      forWhom: 'Years 4 and 5',
      onDay: '2026-07-10',
      told: {
        on: '2026-05-06',
        outcome: 'dropped',
        cameOfIt:
          'Fiona asked what we would do differently if the numbers were good. We had no answer, so we did not ask the children for an hour of their time.',
      },
    },
    {
      on: '2026-09-16',
      activity: 'Each group swaps one recording of ten minutes of talk with another group and says what was best in it',
      forWhom: 'Talk in mathematics, Reading by choice',
      onDay: '2026-11-13',
    },
    {
      on: '2026-10-14',
      activity: 'Teaching assistants of four schools try the three questions from Talk in mathematics for a week',
      forWhom: 'Teaching assistants',
      onDay: '2027-01-22',
    },
    {
      on: '2026-10-14',
      activity: 'A page for the spring conference: what children say when we wait',
      forWhom: 'Everybody who comes on 19 March',
      onDay: '2027-02-26',
    },
  ],
  champions: [
    {
      on: '2025-10-06',
      person: 'sam',
      school: 'weir',
      why: 'Whenever I ring Weir Lane about books they say: ask Sam.',
      yes: {
        on: '2025-10-09',
        knows: 'How the shelf that faces outward began, and the two weeks in which it made no difference.',
      },
    },
    {
      on: '2025-10-06',
      person: 'huw',
      school: 'bryn',
      why: 'You are the one the children tell what they really read.',
      yes: { on: '2025-11-03', knows: 'Listening without a clipboard. Welsh and English in one story.' },
    },
    {
      on: '2025-10-06',
      person: 'sadia',
      school: 'st-davids',
      why: 'You lead the group, and your staff room follows you anyway.',
      yes: {
        on: '2025-10-07',
        knows: 'What happens when the reward chart comes down, and what to say to parents on that day.',
      },
    },
    {
      on: '2026-01-21',
      person: 'eleri',
      school: 'glanwy',
      why: 'With thirty-five children you have done more tellings than River Road.',
      yes: { on: '2026-01-22', knows: 'How to ask a family for a story so that they can say no.' },
    },
    {
      on: '2026-03-04',
      person: 'zofia',
      school: 'weir',
      why: 'Sam will be away in the summer term.',
      no: '2026-03-05',
    },
    {
      on: '2026-11-12',
      person: 'alys',
      school: 'coed',
      why: 'You said at the autumn meeting that you would like to begin with something small. This is small.',
    },
  ],
  sessions: [
    {
      on: '2025-10-08',
      title: 'What is on our shelves?',
      kind: 'workshop',
      onDay: '2025-11-12',
      starts: '15:45',
      ends: '17:15',
      school: 'st-davids',
      place: 'The library',
      ledBy: 'Sadia Qureshi and Sam O’Neill',
      about: 'Bring a photograph of one shelf as it is, not as it was tidied for you. We look at ten of them together.',
      coming: ['sam', 'huw', 'zofia', 'gwen', 'eleri'],
      told: {
        on: '2025-11-13',
        came: ['sam', 'huw', 'zofia', 'eleri'],
        othersCame: 6,
        cameOfIt:
          'Nine of ten shelves stand with their backs to the children. Four schools turned some round the same week.',
      },
    },
    {
      on: '2026-02-02',
      title: 'Polish is for the car: telling a story in two languages',
      kind: 'sharing session',
      onDay: '2026-03-05',
      starts: '16:00',
      ends: '16:30',
      school: 'river',
      place: 'Year 1',
      ledBy: 'Eleri Gwynne, with Mrs Nowicka who tells',
      about:
        'Half an hour. Mrs Nowicka tells the story that she told our Year 1, and then says what it was like to be asked.',
      coming: ['bilal', 'gwen', 'huw', 'kasia'],
      told: {
        on: '2026-03-06',
        came: ['bilal', 'gwen', 'huw'],
        othersCame: 9,
        cameOfIt:
          'A carpet, no microphone, and a child between the two languages. Three schools asked Mrs Nowicka for her number, and she said yes to one.',
      },
    },
    {
      on: '2026-05-11',
      title: 'Reading aloud to Year 6, and why they ask for it',
      kind: 'sharing session',
      onDay: '2026-06-11',
      starts: '15:50',
      ends: '16:20',
      school: 'coed',
      place: 'The hall',
      ledBy: 'Ifan Wyn Rhŷs',
      about: 'Twenty minutes and tea.',
      coming: ['alys', 'sam'],
      cancelled: {
        on: '2026-06-09',
        because: 'The boiler. Coed-y-dŵr is closed from Wednesday, and Ifan will tell us in September.',
      },
    },
    {
      on: '2026-09-21',
      title: 'Your partner’s method first',
      kind: 'sharing session',
      onDay: '2026-11-05',
      starts: '15:45',
      ends: '16:15',
      school: 'bryn',
      place: 'Dosbarth 3',
      ledBy: 'Gwen Llŷr-Hughes',
      about: 'Gwen shows seven minutes of two children explaining each other’s sums, and asks what we heard.',
      coming: ['bilal', 'huw', 'alys', 'sadia'],
      told: {
        on: '2026-11-06',
        came: ['bilal', 'huw', 'alys'],
        othersCame: 4,
        cameOfIt:
          'We heard three different things in the same seven minutes, which is the best thing that could have happened.',
      },
    },
    {
      on: '2026-11-09',
      title: 'The diary that nobody signs',
      kind: 'sharing session',
      onDay: '2026-12-10',
      starts: '15:45',
      ends: '16:15',
      school: 'weir',
      place: 'Class 5',
      ledBy: 'Sam O’Neill',
      about:
        'What children write about their reading at home when no grown-up has to sign it. Bring one of your own reading diaries, empty or full.',
      coming: ['sadia', 'huw', 'bilal'],
    },
    {
      on: '2026-11-16',
      title: 'Listening to ten minutes of talk, together',
      kind: 'workshop',
      onDay: '2027-01-21',
      starts: '15:45',
      ends: '17:15',
      school: 'river',
      place: 'The music room',
      ledBy: 'Tomasz Wójcik and Gwen Llŷr-Hughes',
      about:
        'Each group brings one recording that may be heard outside it. We listen twice, say nothing the first time, and only what was best the second.',
      coming: ['gwen'],
    },
  ],
  plans: [
    {
      on: '2025-09-26',
      schoolYear: 2025,
      pence: 90_000,
      halfDays: 5,
      notes: 'Cover for six mornings in other schools. Fiona for two days and a half.',
    },
    {
      on: '2026-09-18',
      schoolYear: 2026,
      pence: 120_000,
      halfDays: 8,
      notes:
        'Cover for the swap of recordings, two recorders, and the crate’s journey. Fiona for four days, one of them at the conference.',
    },
  ],
  notes: [
    {
      on: '2026-07-06',
      term: 'summer-2026',
      sent: true,
      body: 'Two languages at home has finished, and three schools go on without it. Reading by choice has shared four claims and knows what speaks against each.\n\nWhat went well: the lending crate, and that the groups began to visit each other without being asked.\n\nWhat did not: I asked eight schools for a champion and have four. I asked by mail. From September I ask by telephone.\n\nWhat I would like the circle to decide: whether a group that has closed can still be visited, and who pays the cover for it.',
    },
    {
      on: '2026-11-16',
      term: 'autumn-2026',
      sent: false,
      body: 'Talk in mathematics has begun with two schools and would like a third that is not a village school.\n\nReading by choice is in its second year of evidence and has more than two hundred pieces. I think that it needs somebody from outside who says: enough.',
    },
  ],
  words: [
    { on: '2026-07-15', word: 'ask' },
    {
      on: '2026-07-15',
      word: 'Somebody beside them',
      placed: ['Reading aloud and stopping', 'A book goes from child to child', 'For some children a telling'],
    },
    { on: '2026-10-19', word: 'Being watched', placed: ['When children know that they are being watched'] },
  ],
  codes: { on: '2026-10-21', by: 'sadia', group: 'reading', names: ['languages', 'a job'] },
  summaries: [
    {
      on: '2026-07-09',
      term: 'summer-2026',
      out: true,
      body: 'Two groups that had never met say the same thing in different words: **children begin when somebody beside them wants to know**, and not when somebody above them counts. In the one group it is a comic and a friend, in the other a grandmother and a question.\n\nThey differ about home. One finds more reading there than school has room for; the other finds that a family has to be asked, and asked so that it can say no. We think that both are true, and that the second comes first.',
    },
    {
      on: '2026-11-18',
      term: 'autumn-2026',
      out: false,
      body: 'So far: what is measured is shown, in reading as in revision. I should like to see whether Talk in mathematics finds the same before I write it down.',
    },
  ],
  ownNotes: {
    on: '2026-11-17',
    network:
      'Ring Coed-y-dŵr about Alys before the end of term. Ask Nia whether the note goes to the January meeting or the March one.',
    school:
      'Owen has said yes to the crate in his assembly. Improvement group on 2 December: show the seven minutes, ask for one thing only. Bilal would do it better than I.',
  },
}

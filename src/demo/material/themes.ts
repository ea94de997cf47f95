import type { SessionKind } from '../../themes/tables.js'

/** What co-leaders did in the themes of both networks; people, schools, terms and groups by their ids in the cast. */
export interface ThemeMaterial {
  theme: string
  network: string
  /** Whoever leads the theme, from a day on. */
  led: { by: string; from: string }[]
  /** What it was called before, until a day. */
  before?: { name: string; until: string }
  /** A theme that is not in the cast: who added it when, and what became of it. */
  added?: { on: string; by: string; name: string; about: string }
  closed?: { on: string; because: string }
  handedOver?: { on: string; by: string; to: string; word: string }
  focus: { on: string; words: string }
  objectives: { on: string; objective: string; cameOfIt?: { on: string; words: string } }[]
  activities: {
    on: string
    activity: string
    forWhom: string
    onDay: string | null
    told?: { on: string; outcome: 'done' | 'dropped'; cameOfIt: string }
  }[]
  champions: {
    on: string
    person: string
    school: string
    why: string
    yes?: { on: string; knows: string }
    no?: string
    back?: string
  }[]
  sessions: {
    on: string
    title: string
    kind: SessionKind
    onDay: string
    starts: string
    ends: string
    school: string
    place: string
    ledBy: string
    about: string
    coming: string[]
    told?: { on: string; came: string[]; othersCame: number; cameOfIt: string }
    cancelled?: { on: string; because: string }
  }[]
  plans: { on: string; schoolYear: number; pence: number | null; halfDays: number | null; notes: string }[]
  notes: { on: string; term: string; body: string; sent: boolean }[]
  /** Words by which it is read; claims that stand under one by hand, by how they begin. */
  words: { on: string; word: string; placed?: string[] }[]
  codes?: { on: string; by: string; group: string; names: string[] }
  summaries: { on: string; term: string; body: string; out: boolean }[]
  ownNotes?: { on: string; network: string; school: string }
}

export const themeMaterials: ThemeMaterial[] = [
  {
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
        objective:
          'Every group of the theme listens to one lesson in mathematics and writes down only what children say',
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
        activity:
          'Each group swaps one recording of ten minutes of talk with another group and says what was best in it',
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
        about:
          'Bring a photograph of one shelf as it is, not as it was tidied for you. We look at ten of them together.',
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
  },
  {
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
          words:
            'They can. It took three afternoons, two of them in the rain, and one very long argument about nodding.',
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
  },
  {
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
  },
  {
    theme: 'families',
    network: 'hafren',
    led: [],
    added: {
      on: '2025-09-10',
      by: 'nia',
      name: 'Parents in school',
      about: 'Mornings, evenings and the five minutes at the gate.',
    },
    before: { name: 'Parents in school', until: '2026-01-08' },
    closed: {
      on: '2026-07-14',
      because:
        'One group asked about it, and finished. What it found is in three schools now, and what is left to do belongs to Talk and reading. We would rather have two themes that are alive than three.',
    },
    focus: {
      on: '2026-01-08',
      words: 'Families come when they are asked for something that only they have. We want to learn to ask.',
    },
    objectives: [
      {
        on: '2026-01-08',
        objective: 'Each school asks ten families for something, and writes down how it asked',
        cameOfIt: {
          on: '2026-07-13',
          words: 'Six schools did. The question that worked best began with “Would you show us”.',
        },
      },
    ],
    activities: [
      {
        on: '2026-01-08',
        activity: 'Five minutes at the gate: what do families tell us when we do not ask?',
        forWhom: 'Heads and assistants',
        onDay: '2026-03-20',
        told: {
          on: '2026-03-24',
          outcome: 'done',
          cameOfIt: 'Mostly: what their children say about us. We should do it again.',
        },
      },
    ],
    champions: [],
    sessions: [],
    plans: [],
    notes: [],
    words: [],
    summaries: [],
  },
]

import type { Referred } from '../../src/documents/directives.js'
import type { Block, Document } from '../../src/documents/document.js'
import { blocksFrom } from '../../src/documents/from-markdown.js'

/** A write-up as a group would make it, with every kind of block; its pictures are painted by `pictures.ts` beside it. */
const EVIDENCE: Record<string, Referred> = {
  E4: {
    label: 'E4',
    title: 'Lesson notes, fractions, Year 4',
    href: '#e4',
    quote:
      'Nobody in the back row spoke for twenty-two minutes. When I asked them to tell a partner first, all of them did.',
    quoteBy: 'class teacher, Bryn Eglwys',
  },
  E7: {
    label: 'E7',
    title: 'What the children told us',
    href: '#e7',
    quote: 'If I say it to Osian first then I know if it is silly.\n\nIt never is.',
    quoteBy: 'Year 4 pupil',
  },
  E9: {
    label: 'E9',
    title: 'Talk wall after three weeks',
    href: '#e9',
    picture: {
      id: 'talk-wall',
      width: 1600,
      height: 1200,
      alt: 'A display board with paper speech bubbles, most of them filled in by hand',
      caption: 'The talk wall at Bryn Eglwys after three weeks.',
    },
  },
  E11: {
    label: 'E11',
    title: 'Sentence starters on the tables',
    href: '#e11',
    picture: {
      id: 'starters',
      width: 1600,
      height: 1200,
      alt: 'A laminated card on a table with six sentence starters',
      caption: 'Sentence starters, cut down from twelve to six after the first week.',
    },
  },
  E14: {
    label: 'E14',
    title: 'Counting voices, all four schools',
    href: '#e14',
    picture: {
      id: 'voices',
      width: 2000,
      height: 900,
      alt: 'Four small charts, one for each school: in all of them more children speak in week 12 than in week 1',
      caption: 'Children who spoke to the class at least once in a lesson, week 1 to week 12.',
      wide: true,
    },
  },
}

const reference = (label: string) => EVIDENCE[label]
const part = (markdown: string) => blocksFrom(markdown, { headingLevel: 2, reference })

const context = part(`
# Where we started

Four small primary schools, between 70 and 210 children each, share a valley and a secondary school. In the autumn our
maths leaders compared notes and heard the same sentence four times: *the same six children answer*.
We agreed to look at what happens to the others.

| School | Roll | Where they were |
|:--|--:|:--|
| Bryn Eglwys | 110 | Mixed-age classes; a new scheme for maths since September |
| Llanfair-y-Cwm | 70 | Two classes; **half of Year 4 joined this year** |
| Pentre Uchaf | 210 | Talk already part of the English work, not of maths |
| Ysgol Tŷ Coch | 200 | Taught in Welsh; one class with a long-term supply teacher |

## Who already knew how

- Pentre Uchaf had used talk partners in English for two years.
  - Their advice: *change partners every half-term, never more often*.
  - They lent us their cards and a morning of their time.
- Tŷ Coch had a parent who trains debating teams.
- Nobody had tried it in maths.
`)

const purpose = part(`
# What we wanted to learn

We wanted to know **whether children who rarely speak say more, and reason better, when they have told a partner first**.
It matters because children who do not speak are not heard when they are stuck.

1. What would count as success?
   1. At least three in four children speak to the class in a lesson.
   2. They give a reason, not only an answer.
2. What would tell us that we were wrong?
   1. More talk, but no more reasons.
   2. The same children speaking, for longer.

What others have written affirms the first part; on reasons it is divided, and one study of 43 classes found no change at
all. We took that as a challenge and counted reasons as well as voices.
`)

const evidence = part(`
# What is really happening

We wrote down who spoke, in twelve lessons in each school, and asked the children why.

[[E4 quote]]

The children had a reason that none of us had thought of.

[[E7 quote]]

[[E9 picture]]

[[E11 picture]]

## What we claim

- [x] More children speak when they have a minute with a partner first ([[E4]], [[E7]], [[E14]]).
- [x] Six sentence starters help more than twelve ([[E11]]).
- [ ] They give more reasons: we have this from two schools only, so we do not claim it yet.

[[E14 picture]]
`)

const action: Block[] = [
  ...part(`
# What we tried, and how each school changed it

Every school began with one minute of talk before any answer. Within three weeks no two schools did it in the same way, and
that turned out to be the most useful thing we learned.
`),
  {
    kind: 'table',
    caption: [{ kind: 'text', text: 'What happened, school by school' }],
    head: ['What we tried', 'Bryn Eglwys', 'Llanfair-y-Cwm', 'Pentre Uchaf', 'Ysgol Tŷ Coch'].map(words),
    rows: [
      row(
        'A minute with a partner before answering',
        'Kept. Children now ask for it.',
        'Threes, not pairs: too few children',
        'Kept, and moved into science',
        'Kept, in Welsh first and then in English',
      ),
      row(
        'Six sentence starters on each table',
        'Cut from twelve in week 2',
        'Dropped; spoken instead',
        'Written by the children',
        'Made in both languages',
      ),
      row(
        'New partners each half-term',
        'Yes',
        'Not possible with 11 children',
        'Yes; the plan is on the wall',
        'Yes, with one pair left together for good reason',
      ),
      row(
        'Counting voices, once a week',
        'By the teaching assistant',
        'By two Year 6 children',
        'By the teacher, from a recording',
        'By the teaching assistant',
      ),
    ],
    alignment: [null, null, null, null, null],
    rowHeads: true,
  },
  ...part(`
The count was kept as a line of numbers, one for each week, so that anyone could do it:

    week   1  2  3  4  5  6  7  8  9 10 11 12
    voices 6  7  7  9 12 11 14 15 15 17 16 18

---

## In the words of those who were there

> We did not expect the quiet children to change the lesson. They did not answer more of our questions.
> They asked **their own**.
>
> > And then the others copied them.

The talk cards can be had from [the network's page on talk](https://example.org/networks/valley/talk "Talk cards, to print").
Ask [Nia Prŷs](mailto:nia@example.org) for a visit. ~~Thursdays~~ Tuesdays are best; the register is called \`talk-week-1\`.
`),
]

const numbersByWeek = [6, 7, 7, 9, 12, 11, 14, 15, 15, 17, 16, 18]

/** A chart as the server would draw one. */
const chart: Block = {
  kind: 'chart',
  title: 'Children who spoke to the class, by week',
  sentence: 'From 6 children in week 1 to 18 in week 12.',
  svg:
    '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="220" viewBox="0 0 500 220">' +
    '<g transform="translate(30,10)" font-size="10px"><line x1="0" y1="180" x2="460" y2="180" stroke="#888"/>' +
    numbersByWeek
      .map(
        (voices, at) =>
          `<rect x="${at * 38 + 4}" y="${180 - voices * 9}" width="28" height="${voices * 9}" fill="#0b5a60" opacity="0.9"/>` +
          `<text x="${at * 38 + 18}" y="196" text-anchor="middle" fill="#1f2a2e">Week ${at + 1}</text>`,
      )
      .join('') +
    '<text transform="translate(-14,90) rotate(-90)" text-anchor="middle" font-weight="bold">Children ≥ 1</text></g></svg>',
  table: {
    kind: 'table',
    head: [words('Week'), words('Children')],
    rows: numbersByWeek.map((voices, at) => row(String(at + 1), String(voices))),
    alignment: [null, 'right'],
    rowHeads: true,
  },
}

const languages: Block[] = [
  ...part(`
# In the languages of our families

We sent the two questions home, and these came back with the answers.
`),
  said('cy', 'Beth ddywedaist ti wrth dy bartner heddiw? Roedd pawb yn y tŷ yn gwybod yr ateb: ŵyn, ŷd a llaeth.'),
  said('pl', 'Co dzisiaj powiedziałaś koleżance? Źródło, łąka, gęś – „wszystko naraz”, odpowiedziała Łucja.'),
  said(
    'ur',
    'آج آپ نے اپنے ساتھی کو کیا بتایا؟ میری بیٹی نے کہا کہ اب وہ (پہلی بار) سوال پوچھتی ہے، اور جواب بھی دیتی ہے۔',
  ),
  said('ar', 'ماذا قلتَ لزميلك اليوم؟ قال ابني إن المدرسة صارت أجمل (منذ 3 أسابيع) لأن المعلمة تستمع إلى الجميع.'),
  said('he', 'מה אמרת היום לשותף שלך? עכשיו הוא שואל (גם בבית) 5 שאלות ביום.'),
  said('zh', '你今天对同伴说了什么？现在她每天都想告诉我们她是怎么算出来的，而不只是答案。'),
  said('el', 'Τι είπες σήμερα στον διπλανό σου; Τώρα ρωτάει «γιατί».'),
  said('uk', 'Що ти сьогодні сказала сусідці по парті? Тепер вона пояснює: 3 × 4 ≥ 10, бо 12 більше.'),
  ...part('Several families answered with a picture 🙂 👍🏽 👩‍🏫 and one with a tick ✓ → ☐.'),
]

const appendix: Block[] = [
  ...part('# The evidence, by number'),
  ...Object.values(EVIDENCE).flatMap((piece): Block[] => [
    {
      kind: 'heading',
      level: 3,
      id: piece.href.slice(1),
      inlines: [{ kind: 'text', text: `${piece.label} ${piece.title}` }],
    },
    {
      kind: 'paragraph',
      inlines: [{ kind: 'text', text: 'Shared with everyone. Those who can be seen or heard in it agreed.' }],
    },
  ]),
]

export const sample: Document = {
  title: 'Do quiet children reason better when they tell a partner first?',
  language: 'en-GB',
  kindOfDocument: 'Write-up',
  titlePage: {
    heading: 'Do quiet children reason better when they tell a partner first?',
    subtitle: 'An enquiry by four schools of the Valley Network',
    lines: [
      'Nia Prŷs, Ysgol Tŷ Coch, lead learner',
      'With Bryn Eglwys, Llanfair-y-Cwm and Pentre Uchaf',
      'Second edition, 5 March 2027',
    ],
    stageTrack: [
      { stage: 'Context', state: 'done' },
      { stage: 'Purpose', state: 'done' },
      { stage: 'Evidence', state: 'done' },
      { stage: 'Action', state: 'here' },
      { stage: 'Evaluation', state: 'ahead' },
    ],
  },
  contents: true,
  parts: [...context, ...purpose, ...evidence, ...action, chart, ...languages, ...appendix],
  foot: 'Second edition, 5 March 2027',
  address: 'https://workbench.example.org/published/write-ups/quiet-children',
}

function words(text: string) {
  return [{ kind: 'text' as const, text }]
}

function row(...cells: string[]) {
  return cells.map(words)
}

function said(language: string, text: string): Block {
  return { kind: 'paragraph', language, inlines: words(text) }
}

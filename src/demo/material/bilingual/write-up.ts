import type { WriteUp } from '../types.js'

/** The published write-up. */
export const writeUp: WriteUp = {
  title: 'Polish is for the car: what happened when stories came in through the gate',
  slug: 'polish-is-for-the-car',
  edition: 1,
  submittedBy: 'eleri',
  submittedOn: '2026-06-29',
  approvedBy: 'tomasz',
  publishedOn: '2026-07-10',
  parts: [
    {
      part: 'summary',
      heading: 'In short',
      markdown: `Children in our three schools were leaving one of their languages at the gate, though nobody had asked them to. Over four terms, people from home came in and told stories in Lithuanian, Polish, Punjabi, Urdu and Welsh, in classrooms, with a child to carry the questions.

Children asked about twice as many questions as after a story read to them. Some families who had only ever been sent for when something was wrong came back. Nothing changed in the tests, and one child did not want to do it and was right to say so.

We recommend three things, none of which costs much. One school has the first of them in place.`,
    },
    {
      part: 'context',
      heading: 'Where we started',
      markdown: `Ysgol Glan-wŷ has thirty-five children, Ysgol y Bryn seventy and River Road three hundred. What we had in common was a drain, or a gate, or a corner of the yard, at which children changed from one language into another. [[change-at-the-gate]]

[[for-the-car quote]]

At River Road the office list showed nine languages. The children, asked to colour in a finger for each, found seventeen [[seventeen]].`,
    },
    {
      part: 'purpose',
      heading: 'What we wanted to learn',
      markdown: `What changes for bilingual children when stories from home are told in class in the language of home?

Published studies told us that keeping up the language of home does no harm and usually does good [[review-home-languages]]. They were nearly all of big schools with many speakers of one language, and one of our schools has a single child with Lithuanian. We also read that a told story brings more questions than a read one [[told-not-read]], in a study smaller than one of our classes.`,
    },
    {
      part: 'evidence',
      heading: 'What we saw',
      markdown: `Families had not stayed away because they did not care. They thought that they would be in the way.

[[my-english-in-the-way quote]]

After a story read in English, children asked four and six questions. After stories told through somebody’s child they asked eleven, nine and thirteen [[questions-counted]]. A week later each of six children could tell the fox story in English, with the ending [[better-ending]].

**What speaks against us.** The stories were different and so were the days. Scores in reading and vocabulary did not move. One child said no, quietly, on the stairs, and we nearly missed it.`,
    },
    {
      part: 'claims',
      heading: 'What we found',
      markdown: `**A story told in a language that most of them do not know makes children ask more, not less.** We are sure. A colleague who did not know why counted the questions [[questions-counted]], we heard it again in a classroom at River Road [[eleven-questions]], and nobody had lost the story a week later [[better-ending]]. Against it stands the hall, where nobody asked anything [[not-in-the-hall]]. The same story, read and told to two like classes with no difference, would change our minds.

**For some children a telling changes what the others ask them for.** We are fairly sure, from two children in two schools [[charged-a-crisp]] [[how-do-you-say]] and from a wall that the others keep right [[word-wall]]. It did not suit everybody: one child would rather not have been asked, and that weighs as much.

**Families who have been asked for a story come back for other things.** This is a hunch. A father told us so [[third-time]], and a telling has happened that none of us arranged [[goes-on-without-us]]. But we chose the families that we asked, and we chose those who would say yes.`,
    },
    {
      part: 'action',
      heading: 'What we tried, and where',
      markdown: `At Glan-wŷ the whole school sat on one carpet [[first-telling]]. At River Road we began in the hall with a microphone, and it was like listening to the weather forecast [[not-in-the-hall]]. The same man with the same story in a classroom was another matter [[eleven-questions]].

At Ysgol y Bryn the children asked for the words to be put up on the wall, in three languages, and then corrected them.

[[word-wall picture]]`,
    },
    {
      part: 'evaluation',
      heading: 'What difference it made',
      markdown: `| | Glan-wŷ | River Road | Ysgol y Bryn |
| --- | --- | --- | --- |
| Listening and asking | Made a clear difference, from the first time | Made a clear difference, once we left the hall | Made some difference |
| Standing among friends | Made some difference: one child | Made some difference: one child | Made no difference we could see |
| Families | Made no difference: they came anyway | Made a clear difference: some came back | Made some difference |
| Tests | Made no difference | Made no difference | Made no difference |

[[charged-a-crisp quote]]

[[how-do-you-say quote]]

We are sure about the questions, fairly sure about the families, and not at all sure how long any of it lasts. It goes on without us in all three schools [[goes-on-without-us]], and four of the seven children at the drain now come right in before they change [[gate-again]].`,
    },
    {
      part: 'recommendations',
      heading: 'What we recommend',
      markdown: `1. Once a month, in a classroom and not in the hall, let somebody from home tell a story in the language of home.
2. Change the reading diary so that anything read or heard counts, in any language.
3. Say to every new family, in one sentence and in their language, that we want the language of home to be used.

Ask the child first, on their own, and take a quiet no for a no.

[[third-time quote]]`,
    },
    {
      part: 'thanks',
      heading: 'Thank you',
      markdown: `To the tellers, above all to a great-uncle who drove forty miles with a fox in his head. To the children who were both people at once. To our three heads, for six days of release, and to the cook at Glan-wŷ for the tea.

Diolch · Dziękujemy · شکریہ · Ačiū`,
    },
  ],
}

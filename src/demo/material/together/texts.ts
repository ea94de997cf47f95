/** The texts of projects, as they stood at each issue and in each school. */

const purpose = `## What feedback is for

Feedback is for the child who made the work. It is good when the next piece of work is better, and when the child knows why.

It is not for parents, heads or inspectors. They are welcome to look, and will find what children did next.`

const byTalking = `## What we do

We talk with children while they work, and look at finished work before the next lesson. What we see there changes the next lesson.

Once a week each child gets a question about their work that they have time to answer, spoken or written.`

const stops = `## What we stop

We do not write “well done”, we do not write the date on which we looked, and we do not mark in three colours.

We do not write comments that nobody has time to read. If there is no time for the child, there was no need for the ink.`

const youngest = `## The youngest

In Reception and Year 1 we say it, at once, and write nothing in the book.`

const looking = `## How we look at books together

Once a term we bring six books from each class and read them together. We ask one question: what did the child do next?

The head opens books with the teacher beside them, and does not count anything.`

export const policyForTheHeads = [
  purpose,
  byTalking,
  stops,
  `## How we look at books together

Once a term we bring six books from each class and read them together.`,
].join('\n\n')

export const policyAgreed = [
  purpose,
  byTalking,
  `${stops}

A stamp may say that we talked.`,
  youngest,
  looking,
].join('\n\n')

export const policyAtStDavids = [
  purpose,
  byTalking.replace(
    'spoken or written.',
    'spoken or written. In Year 6 the question is written, because the children asked for it.',
  ),
  `${stops}

A stamp may say that we talked.`,
  youngest,
  looking.replace('Once a term', 'In every half term'),
].join('\n\n')

export const policyAtWeir = [
  purpose,
  byTalking.replace(
    'We talk with children while they work',
    'Teachers and teaching assistants talk with children while they work',
  ),
  stops,
  youngest,
  looking,
].join('\n\n')

const habits = `## Three habits to choose from

- Close the book and write down what you still know.
- Teach it to somebody younger, without notes.
- Ten questions a day, mixed from last month and last year.`

export const revisionWeek = `## Monday

Students plan the week in fours, and write the letter that goes home. Teachers sign it.

${habits}

## Tuesday to Thursday

Two lessons a day for the habit that they chose. The teacher is in the room and answers questions about the subject, and none about the plan.

## Friday

A short test that nobody collects. Each four says which habit they will keep up until the mocks.`

export const revisionWeekAtDunes = revisionWeek
  .replace('somebody younger, without notes', 'somebody in Year 7, without notes')
  .replace('## Tuesday to Thursday', '## Tuesday and Wednesday')
  .replace('## Friday', '## Thursday')

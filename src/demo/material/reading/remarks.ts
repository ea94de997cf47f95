import type { Remark } from '../types.js'

/** Comments and challenges in the reading group. Five challenges wait for an answer. */
export const remarks: Remark[] = [
  {
    kind: 'challenge',
    about: { what: 'question' },
    by: 'fiona',
    at: '2026-01-28T16:20:00.000Z',
    words: 'You say “can read but do not choose to”. How would a child on your list describe it? Have you asked one?',
    answer: {
      by: 'sadia',
      at: '2026-02-05T17:02:00.000Z',
      words:
        'We had not. We have now, in all four schools, and two of them said they do read and we do not see it. The question stays as it is, but the evidence plan has changed.',
    },
  },
  {
    kind: 'challenge',
    about: { what: 'claim', key: 'long-enough' },
    by: 'fiona',
    at: '2026-06-24T15:41:00.000Z',
    words:
      'In the class with fifteen minutes the teacher also sits down and reads. In the class next door nobody does. Which of the two are you looking at?',
    answer: {
      by: 'sadia',
      at: '2026-07-08T16:30:00.000Z',
      words:
        'We cannot tell. The claim now speaks of settling and not of becoming a reader. In the autumn one of the three classes will have an adult who does paperwork during the fifteen minutes.',
    },
  },
  {
    kind: 'challenge',
    about: { what: 'claim', key: 'a-person-beside-it' },
    by: 'sam',
    at: '2026-10-23T16:15:00.000Z',
    words:
      'Weir Lane had no magazines and no dinner lady, and our loans went up as well. What does the crate have to do with it?',
  },
  {
    kind: 'challenge',
    about: { what: 'claim', key: 'rewards' },
    by: 'zofia',
    at: '2026-10-12T18:05:00.000Z',
    words:
      'Thirty-one books logged with the chart and nine without. If we were on the other side of this argument we would call that overwhelming. Why do we trust the tellings more than the loans? Is it because we had read @deci1999 before we counted?',
  },
  {
    kind: 'challenge',
    about: { what: 'claim', key: 'not-boys' },
    by: 'fiona',
    at: '2026-11-09T11:10:00.000Z',
    words:
      'Nothing at all is listed against this claim. Is that because there is nothing, or because everybody in the room agrees with it?',
  },
  {
    kind: 'challenge',
    about: { what: 'question' },
    by: 'tomasz',
    at: '2026-11-16T17:20:00.000Z',
    words:
      'You have more than two hundred pieces. Which ten would make you change what you do on Monday? If you cannot name them, what would help you to choose?',
  },
  {
    kind: 'comment',
    about: { what: 'evidence', key: 'eleven-seconds' },
    by: 'sam',
    at: '2026-01-14T12:35:00.000Z',
    words: 'I timed mine after reading this. Nine seconds. I felt sick.',
  },
  {
    kind: 'comment',
    about: { what: 'evidence', key: 'torch' },
    by: 'sadia',
    at: '2026-04-17T07:50:00.000Z',
    words: 'May I steal this?',
    answer: { by: 'huw', at: '2026-04-17T10:31:00.000Z', words: 'You can, but I think that is what spoils it.' },
  },
  {
    kind: 'comment',
    about: { what: 'evidence', key: 'copied-torches' },
    by: 'huw',
    at: '2026-04-21T08:02:00.000Z',
    words: 'Ours are down to one torch now and nobody minds. I think it was the hiding.',
  },
  {
    kind: 'comment',
    about: { what: 'evidence', key: 'reading-ages-summer' },
    by: 'fiona',
    at: '2026-07-03T09:44:00.000Z',
    words:
      'With 26 children and a test that is only good to a few months either way, “about as much as everybody else” is as far as this can go. It is a good sentence. Keep it.',
  },
  {
    kind: 'challenge',
    about: { what: 'evidence', key: 'half-term-result' },
    by: 'zofia',
    at: '2026-11-04T16:48:00.000Z',
    words:
      'Twelve children, asked by the teacher who hoped for an answer. Could somebody they do not know ask the same thing after Christmas?',
  },
  {
    kind: 'comment',
    about: { what: 'claim', key: 'worst-moment' },
    by: 'bilal',
    at: '2026-10-07T19:12:00.000Z',
    words:
      'I would like to try it with two thick books and two thin ones, chosen by somebody else and read by me. Four weeks. Who will choose?',
    answer: { by: 'sam', at: '2026-10-08T07:58:00.000Z', words: 'I will, and I will not tell you why.' },
  },
]

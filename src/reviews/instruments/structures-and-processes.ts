import { help, type Instrument, ownWords, says, type StatementItem } from './instrument.js'

const feature = (id: string, short: string, words: string, brings: string, costs: string): StatementItem => ({
  ...says(id, short, words),
  ...{ brings, costs },
})

/** A square, low to high on both sides, on which each places the network by its features (NETWORK §6, DOMAIN S10). */
export const structuresAndProcesses: Instrument = {
  id: 'structures-and-processes',
  name: 'Structures and processes',
  about: 'How firmly are we set up, and how alive is what we do? Each of us places the network on one square.',
  minutes: 6,
  steps: ['Not there', 'A little', 'Quite', 'Very much'],
  matters: [],
  parts: [
    {
      id: 'structures',
      heading: 'How firmly we are set up',
      about: 'What could be written down and shown to a stranger.',
      items: [
        feature(
          'm-leading',
          'Named leadership',
          'It is known who leads the network.',
          'Somebody answers for it.',
          'Others may sit back.',
        ),
        feature(
          'm-coordination',
          'Co-ordination',
          'Somebody keeps dates, people and papers together.',
          'Nothing gets lost.',
          'It takes paid time.',
        ),
        feature(
          'm-money',
          'Money and time',
          'There is money and time set aside for it.',
          'People can come.',
          'It has to be asked for, and accounted for.',
        ),
        feature(
          'm-rhythm',
          'A rhythm of meetings',
          'We meet at times that are known a year ahead.',
          'Diaries are kept free.',
          'Meetings may go on without a reason.',
        ),
        feature(
          'm-terms',
          'Written terms',
          'What we are there for is written down and agreed.',
          'New people can read it.',
          'It can become stiff.',
        ),
        feature(
          'm-joining',
          'Clear joining and leaving',
          'It is clear how a school or a person joins, and how they leave.',
          'Everybody is there because they want to be.',
          'It asks for decisions.',
        ),
        feature(
          'm-records',
          'Records',
          'We can look up what was decided and found.',
          'We do not begin anew each year.',
          'Somebody has to write.',
        ),
        ownWords('m-structures-words', 'Something else that holds us together'),
      ],
      talk: [
        'Which of our structures do we need? Which could go, and nobody would miss it?',
        'What does it cost us, and what does it save us?',
      ],
      helps: [
        help('Say who leads and who co-ordinates, and until when.', 'm-leading', 'm-coordination'),
        help('Lay out the year’s meetings in one go, and write one page on what each is for.', 'm-rhythm', 'm-terms'),
        help('Write down how somebody joins and how they leave, in two sentences.', 'm-joining'),
        help('Keep decisions with a number and a reason, where everybody finds them.', 'm-records'),
        help('Put down what working together costs, and ask each school what it can give.', 'm-money'),
      ],
    },
    {
      id: 'processes',
      heading: 'How alive it is',
      about: 'What goes on between people.',
      items: [
        feature(
          'm-candour',
          'Candour',
          'We say openly what does not work.',
          'Real problems come onto the table.',
          'It can hurt.',
        ),
        feature(
          'm-learning',
          'Learning from each other',
          'We take things home, and change what we do.',
          'Good practice gets around.',
          'It takes visits, and visits take time.',
        ),
        feature(
          'm-enquiry',
          'Enquiry',
          'We find out before we decide.',
          'We do what fits our children.',
          'It is slower.',
        ),
        feature(
          'm-challenge',
          'Challenge',
          'We ask each other hard questions.',
          'Nobody fools themselves.',
          'It needs trust first.',
        ),
        feature(
          'm-newcomers',
          'Newcomers',
          'Somebody new is at home here within a term.',
          'We outlast our founders.',
          'Things have to be explained again.',
        ),
        feature(
          'm-sharing',
          'Sharing',
          'What we make is given away to each other.',
          'Nobody does it twice.',
          'It has to be made fit to share.',
        ),
        feature(
          'm-celebrating',
          'Celebrating',
          'We stop to be glad about what went well.',
          'People come again.',
          'It needs an evening.',
        ),
        feature(
          'm-evidence',
          'Using evidence',
          'We look at what really happened, and not only at what we hoped for.',
          'We know what helps.',
          'Somebody has to gather it.',
        ),
        ownWords('m-processes-words', 'Something else that goes on between us'),
      ],
      talk: ['When were we most alive this year? What was going on?', 'What do we avoid saying to each other?'],
      helps: [
        help(
          'Begin a meeting with one thing that did not work, told by the person who leads it.',
          'm-candour',
          'm-challenge',
        ),
        help(
          'Three visits this term, each with one thing to take home and one question to leave.',
          'm-learning',
          'm-sharing',
        ),
        help(
          'Choose one question that all schools share, and look before you change anything.',
          'm-enquiry',
          'm-evidence',
        ),
        help('Give each newcomer one person to ask, for a term.', 'm-newcomers'),
        help('Close the term with an hour in which every school shows one thing it is glad of.', 'm-celebrating'),
      ],
    },
    {
      id: 'square',
      heading: 'Where we are on the square',
      about: 'Across: how firmly we are set up. Up: how alive it is. There is no right corner: each has its price.',
      items: [
        {
          kind: 'place',
          id: 'm-place',
          short: 'Our place',
          words: 'Where would you place our network?',
          across: 'structures',
          up: 'processes',
        },
        ownWords('m-place-words', 'Why there?'),
      ],
      talk: [
        'Our points lie apart. What does each of us see that others do not?',
        'Firm but not alive: meetings without a reason. Alive but not firm: it all hangs on a few people. Which is nearer to us?',
        'Which way do we want to move in a year, and what would be the first step?',
      ],
      helps: [],
    },
  ],
}

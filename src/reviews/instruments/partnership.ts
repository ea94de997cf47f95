import { help, howTrue, type Instrument, ownWords, says } from './instrument.js'

/** Eight claims about partnerships, eight facets of trust, and the phase that we are in (NETWORK §6, DOMAIN S11). */
export const partnership: Instrument = {
  id: 'partnership',
  name: 'Partnership',
  about: 'What holds our partnership up, how far we trust each other, and how far we have come.',
  minutes: 8,
  steps: howTrue,
  matters: [],
  parts: [
    {
      id: 'claims',
      heading: 'What holds a partnership up',
      about: 'Eight claims. Each says what you would see if it were true here.',
      items: [
        says(
          'a-context',
          'It fits where we are',
          'Our partnership fits our schools and the place we are in.',
          'You would see plans that name our own villages, towns and children, and nothing copied from elsewhere.',
        ),
        says(
          'a-structure',
          'Clear how it is run',
          'It is clear how the partnership is run, and who decides what.',
          'You would see one page that everybody knows, and decisions that are kept.',
        ),
        says(
          'a-trust',
          'Relationships and trust',
          'We know each other, and trust each other.',
          'You would see people ring each other before things go wrong.',
        ),
        says(
          'a-vision',
          'What we want and value',
          'We want the same for our children, and value the same things.',
          'You would hear the same reasons in every school, in different words.',
        ),
        says(
          'a-communication',
          'Word gets round',
          'People in all our schools know what the partnership does, and are heard.',
          'You would meet a teaching assistant who can tell you what a group has found.',
        ),
        says(
          'a-leading',
          'Leading is shared',
          'People at all levels lead parts of the partnership.',
          'You would see a teacher leading, and a head taking part.',
        ),
        says(
          'a-people',
          'What leaders are like',
          'Those who lead it are open, patient, and good at bringing people together.',
          'You would see them listen first, and give the praise away.',
        ),
        says(
          'a-phases',
          'It grows in phases',
          'We know how far we have come, and do what fits that phase.',
          'You would hear “not yet”, and “now is the time”.',
        ),
        ownWords('a-words', 'Which of these carries us most, or least? How do you know?'),
      ],
      talk: [
        'Which of the eight is our strongest leg? Which one would we not like to lean on?',
        'What did you see that made you answer as you did?',
        'What would somebody see who came to us for one day?',
      ],
      helps: [
        help(
          'Put on one page how the partnership is run and who decides what. Try it on somebody who is new.',
          'a-structure',
        ),
        help(
          'Each head spends a morning in another school, with no task but to get to know it.',
          'a-trust',
          'a-context',
        ),
        help(
          'Ask ten people in different posts what the partnership is for, and read the answers out together.',
          'a-vision',
          'a-communication',
        ),
        help('Let a teacher lead the next project, with a head as one of its members.', 'a-leading', 'a-people'),
      ],
    },
    {
      id: 'facets',
      heading: 'Eight sides of trust',
      about: 'Think of the partnership as a whole, and of nobody in particular.',
      items: [
        says(
          't-benevolence',
          'Goodwill',
          'We wish each other well.',
          'You would see schools glad when another is praised.',
        ),
        says('t-honesty', 'Honesty', 'We tell each other the truth.', 'You would hear numbers as they are.'),
        says(
          't-openness',
          'Openness',
          'We show each other what we do, also when it is not ready.',
          'You would find doors open without a week’s warning.',
        ),
        says(
          't-reliability',
          'Keeping our word',
          'We do what we said we would.',
          'You would see last meeting’s actions done.',
        ),
        says(
          't-competence',
          'Doing it well',
          'We are good at what we take on.',
          'You would see people ask each other for help because it helps.',
        ),
        says(
          't-wisdom',
          'Good judgement',
          'We judge well, and know when to wait.',
          'You would see hard things said at the right moment.',
        ),
        says(
          't-ideals',
          'Ideals for children',
          'We believe in the same things for children.',
          'You would hear children come first when it costs something.',
        ),
        says(
          't-care',
          'Care',
          'We look after each other.',
          'You would see somebody ring when a school has a bad week.',
        ),
        ownWords('t-words', 'Something small that built trust, or took it away (no names, please)'),
      ],
      talk: [
        'Trust has several sides. Which is the one we have most of, and which one least?',
        'What small thing could each of us do in the next week?',
      ],
      helps: [
        help(
          'Begin each meeting with last time’s actions, and be kind about those that are not done.',
          't-reliability',
        ),
        help(
          'Open one classroom in each school for a fortnight: come when you can, without saying so before.',
          't-openness',
          't-honesty',
        ),
        help('Agree who rings whom when a school has a bad week.', 't-care', 't-benevolence'),
        help('Talk through one hard choice of last year: what did we want for the children?', 't-ideals', 't-wisdom'),
        help('Make a list of what each school is good at, written by the others.', 't-competence', 't-benevolence'),
      ],
    },
    {
      id: 'phase',
      heading: 'How far we have come',
      about: 'Partnerships grow. None of the phases is better; each has its own next step.',
      items: [
        {
          kind: 'choice',
          id: 'a-phase',
          short: 'Our phase',
          words: 'Which of these is most like us now?',
          choices: [
            {
              value: 'beginning',
              text: 'Beginning',
              seen: 'We are getting to know each other. A few people carry it. Much is still talk.',
              next: [
                'Do one small thing together that works, and tell everybody.',
                'Meet in each other’s schools by turns, and look around before you sit down.',
                'Agree in one page why you are together. Leave the rest for later.',
              ],
            },
            {
              value: 'developing',
              text: 'Developing',
              seen: 'Several things are under way. More people are in it. Not everything fits together yet.',
              next: [
                'Choose two things to finish, and let one go.',
                'Bring in people who do not lead yet, and give each of them something of their own.',
                'Begin to write down what works, so that it does not hang on a few.',
              ],
            },
            {
              value: 'embedding',
              text: 'Embedding',
              seen: 'It belongs to how our schools work. It would go on if some of us left.',
              next: [
                'Make room in timetables and budgets, so that it does not rely on goodwill.',
                'Look at who comes after each leader, and let them begin now.',
                'Ask children, parents and governors what they notice of it.',
              ],
            },
            {
              value: 'leading',
              text: 'Leading',
              seen: 'Others learn from us. We look at ourselves honestly, and still change.',
              next: [
                'Open what you do to schools outside, and let them ask hard questions.',
                'Look for what has gone stale, and stop it.',
                'Begin something new, with new people in the lead.',
              ],
            },
          ],
        },
        ownWords('a-phase-words', 'What makes you say so?'),
      ],
      talk: [
        'What would have to be true for us to say the next phase?',
        'What belongs to our phase that we have not done yet?',
      ],
      helps: [],
    },
  ],
}

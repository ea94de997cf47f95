import { help, type Instrument, ownWords, says, type StatementItem } from './instrument.js'

const twice = (...said: Parameters<typeof says>): StatementItem => ({ ...says(...said), twice: true })

/** What networks need in order to work, and what is in their way (NETWORK §6, DOMAIN S7). */
export const conditions: Instrument = {
  id: 'conditions',
  name: 'Conditions',
  about: 'What do we need in order to work together well, how much of it is there, and how much does it matter to us?',
  minutes: 9,
  steps: ['Hardly there', 'A little', 'A good deal', 'Fully there'],
  matters: ['Little', 'Some', 'A lot', 'It decides'],
  parts: [
    {
      id: 'personal',
      heading: 'Between people',
      about: 'Six things that only people can bring.',
      items: [
        twice('c-purpose', 'A shared purpose', 'We want the same thing, and have said to each other what it is.'),
        twice('c-talk', 'Talking and listening', 'People are told what they need to know, and they are listened to.'),
        twice('c-together', 'Learning made together', 'We work things out together, and do not only hand them on.'),
        twice('c-facilitate', 'Groups well led', 'Somebody helps our groups to talk, to decide and to come to an end.'),
        twice('c-conflict', 'Conflict handled', 'When we disagree, it is brought into the open and settled.'),
        twice('c-change', 'Change understood', 'We know that change takes time, and what people go through meanwhile.'),
        ownWords('c-personal-words', 'What helps between us, or what is missing'),
      ],
      talk: [
        'What do we want together that we would not want alone?',
        'Who hears things last, and why?',
        'What did we disagree about this year, and how was it settled?',
      ],
      helps: [
        help('Write the purpose in one sentence, and begin every meeting with it for a term.', 'c-purpose'),
        help('One short letter a month with three lines from each school.', 'c-talk'),
        help(
          'Plan one thing from the beginning with two schools together, instead of passing on what one has ready.',
          'c-together',
        ),
        help('Two colleagues learn to lead groups well, and take turns.', 'c-facilitate', 'c-conflict'),
        help('Before the next change, ask everybody what it will cost them, and leave time for it.', 'c-change'),
      ],
    },
    {
      id: 'structural',
      heading: 'How we are set up',
      about: 'Five things that can be arranged.',
      items: [
        twice('c-funding', 'Money', 'There is money for working together, and it is clear who decides about it.'),
        twice('c-coordination', 'Somebody co-ordinates', 'Somebody has the time to keep it all going.'),
        twice(
          'c-tiers',
          'Leading on several levels',
          'Heads, co-ordinators and groups each know what is theirs to lead.',
        ),
        twice('c-outside', 'Help from outside', 'Somebody from outside who knows the field helps us along.'),
        twice('c-flexible', 'Free to fit', 'Each school can shape what we do, so that it becomes its own.'),
        ownWords('c-structural-words', 'What should be arranged differently'),
      ],
      talk: [
        'If the money stopped, what would go on?',
        'What would fall down if our co-ordinator were ill for a month?',
        'Where do we need more freedom, and where more agreement?',
      ],
      helps: [
        help('Put what there is for the year on one page: sums, who decides, what for.', 'c-funding'),
        help('Free half a day a week for one person, and write down what it is for.', 'c-coordination'),
        help('Draw who meets when, and for what. Cross out one meeting.', 'c-tiers'),
        help('Share a few days a year of one outside colleague, given where the need is.', 'c-outside'),
        help('Agree the aim together, and let each school choose its way to it.', 'c-flexible'),
      ],
    },
    {
      id: 'contextual',
      heading: 'Around us',
      about: 'Four things that others hold in their hands.',
      items: [
        twice('c-authority', 'The authority’s support', 'Our local authority or trust backs what we do.'),
        twice('c-partners', 'Partners', 'Others work with us: a university, health, a children’s centre, a firm.'),
        twice('c-policy', 'Policy that helps', 'What is asked of schools makes working together easier.'),
        twice('c-initiatives', 'Tasks that need us all', 'There are tasks that schools can only do together.'),
        ownWords('c-contextual-words', 'Who outside could help us more'),
      ],
      talk: [
        'Who outside knows what we are doing? Who should?',
        'Which of the things that are asked of us could we do together?',
      ],
      helps: [
        help('Invite somebody from the authority to see one group at work.', 'c-authority'),
        help('Ask one partner for one thing that they do better than we can.', 'c-partners'),
        help('Take one task that every school has anyway, and do it once for all.', 'c-policy', 'c-initiatives'),
      ],
    },
    {
      id: 'barriers',
      heading: 'In the way',
      about: 'Six things that stop networks. Here “fully there” means that it is very much in the way.',
      items: [
        twice('b-priorities', 'Other priorities', 'Other things always come first.'),
        twice('b-capacity', 'Too few people', 'It is always the same few people who do it.'),
        twice('b-time', 'No time', 'There is no time for it in the day.'),
        twice('b-engagement', 'Little interest', 'Many colleagues see nothing in it for them.'),
        twice('b-competition', 'Competing', 'Our schools compete with each other for children, money or praise.'),
        twice('b-culture', 'Not how we are', 'Opening the classroom door is not what people are used to here.'),
        ownWords('b-words', 'What is most in the way, and what has moved it a little'),
      ],
      talk: [
        'Which of these could we take out of the way ourselves?',
        'Who does it all now? What could be left undone?',
        'Where do we compete, and does it do any child good?',
      ],
      helps: [],
    },
  ],
}

import { help, howTrue, type Instrument, ownWords, says } from './instrument.js'

/** Four dimensions of leading together: learning, spreading, enquiring, and for whom (NETWORK §6, DOMAIN S6). */
export const sharingLeadership: Instrument = {
  id: 'sharing-leadership',
  name: 'Sharing leadership',
  about:
    'How far is leading shared here, across our schools and inside them? Four sides of it, and what could come next.',
  minutes: 8,
  steps: howTrue,
  matters: [],
  parts: [
    {
      id: 'learning',
      heading: 'Leaders learn together',
      about: 'Heads and others who lead meet in order to learn, and not only to arrange things.',
      items: [
        says(
          'l-outside',
          'Time outside our school',
          'Our leaders can leave their own school to learn, and somebody keeps things going meanwhile.',
        ),
        says(
          'l-trust',
          'Trust that is mended',
          'We trust each other enough to say what is not going well. When trust is hurt, we talk and mend it.',
        ),
        says(
          'l-agenda',
          'An agenda we agreed',
          'What we talk about is agreed beforehand by those who come, and we know in writing what we are there for.',
        ),
        says(
          'l-meeting',
          'Meetings we learn in',
          'I come back from our meetings with something that I did not know or had not thought of.',
        ),
        says(
          'l-travel',
          'Answers that travel',
          'When one school finds a way, others hear of it, try it and change it to fit.',
        ),
        says(
          'l-alike',
          'Give and take differ',
          'Schools can put in and take out different amounts, and nobody keeps count.',
        ),
        ownWords('l-words', 'A time when leaders here really learned from each other, or when they could have'),
      ],
      talk: [
        'What lets leaders step outside their own school, and what holds them back?',
        'How did trust begin here? Has it been hurt, and what mended it?',
        'Who decides what is on our agenda? What has to be in our terms of reference, and what can be left out?',
        'When did one of our meetings turn into learning? What was different about that day?',
        'How does an answer that one school found get to the others?',
        'Must every school put in and take out the same? What would be fair?',
      ],
      helps: [
        help(
          'Heads cover for each other by turns, one morning each half term, so that one of them can go and see.',
          'l-outside',
        ),
        help(
          'Begin the next meeting with one honest story from each school: something that we could not solve.',
          'l-trust',
        ),
        help(
          'Write terms of reference on one page, agree them together, and look at them again in a year.',
          'l-agenda',
        ),
        help(
          'Give half of each meeting to one question, with something to read or to look at beforehand.',
          'l-meeting',
          'l-agenda',
        ),
        help(
          'Post what worked in the forum with a day to come and see it, and ask after a few weeks who took it up.',
          'l-travel',
        ),
        help(
          'Ask each school what it can give and what it needs this year, and write the two lists beside each other.',
          'l-alike',
        ),
      ],
    },
    {
      id: 'spread',
      heading: 'Leadership is spread and grown',
      about: 'More people lead, in more places, and there is somebody who can take over.',
      items: [
        says(
          's-volunteers',
          'People step forward',
          'People lead here because they want to, and not because it was their turn.',
        ),
        says(
          's-asked',
          'Asked and encouraged',
          'Those who do not think of themselves as leaders are asked by name, and helped to try.',
        ),
        says(
          's-own',
          'Theirs to decide',
          'Whoever leads something decides about it. They were not only handed a task.',
        ),
        says(
          's-elsewhere',
          'Leading elsewhere first',
          'Colleagues can lead something in another school before they lead in their own.',
        ),
        says(
          's-heads',
          'Heads make room',
          'Heads back those who lead with time and interest, and leave them the leading.',
        ),
        says(
          's-after',
          'Somebody comes after',
          'If one of our leaders left at the end of term, somebody else could go on.',
        ),
        says(
          's-class',
          'Felt in classrooms',
          'Shared leading changes what happens in lessons, and teachers could say how.',
        ),
        ownWords('s-words', 'Somebody here who has grown into leading: what made it possible? (No names, please)'),
      ],
      talk: [
        'Do we want volunteers or appointments? What does each of them cost us?',
        'How do you persuade somebody to lead who says “not me”?',
        'Where have we only delegated a task, and where have we really shared the leading?',
        'Who could lead in another school first, and what would they learn there?',
        'What is the heads’ own part when others lead?',
        'Who comes after each of us? Do they know it?',
        'How does shared leadership reach a classroom? What would a child notice?',
      ],
      helps: [
        help(
          'Offer two small things to lead this term, open to anybody, with an end that can be seen.',
          's-volunteers',
          's-asked',
        ),
        help('Each head invites one colleague who has never led anything across schools, in person.', 's-asked'),
        help('For one project, write down what its leader decides alone, and keep to it.', 's-own', 's-heads'),
        help('Swap two leaders of groups for a term, so that each leads in the other’s school.', 's-elsewhere'),
        help('Give each lead somebody beside them from today, who could take over in the summer.', 's-after'),
        help(
          'Ask three teachers what has changed in their lessons because of the network, and begin with what they say.',
          's-class',
        ),
      ],
    },
    {
      id: 'enquiry',
      heading: 'Leading by enquiry',
      about: 'We find out before we decide, and what is found out is used.',
      items: [
        says(
          'e-questions',
          'Good questions',
          'Somebody from outside helps us to ask better questions, and does not tell us the answers.',
        ),
        says(
          'e-hands',
          'Heads keep hands off',
          'Heads leave enquiries to the teachers in them, and still help when they are asked.',
        ),
        says('e-ours', 'Teachers own it', 'The questions we look into are our teachers’ own.'),
        says(
          'e-engaged',
          'Every head is in',
          'Each head is interested in what groups find, also in those that their school is not part of.',
        ),
        says(
          'e-governors',
          'Governors understand',
          'Governors know what the enquiries are about, and hear what came of them.',
        ),
        says('e-writing', 'Help with writing', 'Groups get help with putting into words what they found.'),
        says(
          'e-class',
          'From finding to classroom',
          'What an enquiry finds turns up in classrooms that were not part of it.',
        ),
        ownWords('e-words', 'Something we found out that changed what we do, or should have'),
      ],
      talk: [
        'Who from outside asks us good questions? What do we need from them next?',
        'How can heads keep their hands off and still be of help?',
        'Whose question is it, really? How would you notice that a group owns it?',
        'What do we do when a head is not engaged?',
        'What do governors need to know, and when?',
        'Who helps with the writing? Must everything be written up, or is there a shorter way to pass it on?',
        'What is the way from an outcome to a classroom, and where does it usually stop?',
      ],
      helps: [
        help('Invite an outside colleague to one meeting, only to ask questions about one enquiry.', 'e-questions'),
        help(
          'Heads agree three sentences on what they do and do not do while a group is at work.',
          'e-hands',
          'e-ours',
        ),
        help(
          'Visit the head who is not yet in it, with a colleague of their own school, and ask what would be worth their time.',
          'e-engaged',
        ),
        help(
          'Hold one evening with governors on one enquiry: its question, its evidence, what it asks of the schools.',
          'e-governors',
        ),
        help(
          'Set a twilight session aside for writing, with tea and somebody who likes to write; allow a page, a poster or a film.',
          'e-writing',
        ),
        help(
          'For each recommendation, name one class in each school that tries it, and a day to look again.',
          'e-class',
        ),
      ],
    },
    {
      id: 'purpose',
      heading: 'Leading for the sake of all our children',
      about: 'Why we do this at all, and for whom.',
      items: [
        says('p-why', 'We know why', 'Anybody here could say in one sentence why our schools work together.'),
        says(
          'p-alone',
          'More than one school can',
          'We do things for children that none of our schools could do alone.',
        ),
        says(
          'p-others',
          'Other schools’ children',
          'I care how the children of the other schools get on, and I act on it.',
        ),
        says(
          'p-real',
          'Real, not on paper',
          'Our working together is real. It would be missed tomorrow if it stopped.',
        ),
        says(
          'p-hard',
          'It decides hard things',
          'When we have to choose, we ask what is best for the children of all our schools.',
        ),
        ownWords('p-words', 'What have children gained from it? One example is enough (without names)'),
      ],
      talk: [
        'Why do we do this? Say it in a sentence that a parent would understand.',
        'What have we done that one school alone could not?',
        'What does it mean to care for the children of another school? What would we give up for them?',
        'Where is our collaboration real, and where is it only on paper? What would make it real?',
      ],
      helps: [
        help(
          'Everybody writes the why on a card in one sentence. Lay them beside each other, and agree on one.',
          'p-why',
        ),
        help(
          'Choose one thing that children of several schools need and no school can give alone, and plan only that.',
          'p-alone',
          'p-real',
        ),
        help(
          'Go and see one class in a school that has it harder than yours, and ask what would help.',
          'p-others',
          'p-hard',
        ),
        help('End one thing that we only do on paper.', 'p-real'),
      ],
    },
  ],
}

import type { Topic } from './topic.js'

/** The pages of a network, in the order of its parts. */
export const networkTopics = {
  network: {
    name: 'The network at a glance',
    about: 'What is due, what is new, and where the groups are.',
    ways: [
      'Groups and schools stand in the order of the alphabet. Nobody is ranked.',
      'A mark says that a group has something new for you.',
      'Network leaders find under **The week** what is due from whom, and who may need a kind word.',
    ],
    words: ['network'],
  },
  'groups of a network': {
    name: 'Groups, and proposing a question',
    about: 'All enquiry groups of the network, those that closed too.',
    ways: [
      'Open a group to read why it asks. Choose **Volunteer for this group** if you want to know as well.',
      'Have a question of your own? Choose **Propose a question**. You become its lead learner, and colleagues can volunteer.',
    ],
    words: ['group', 'volunteer'],
  },
  themes: {
    name: 'Themes',
    about: 'What several groups have in common.',
    ways: [
      'A co-leader agrees objectives and activities with the groups, and writes down what came of them.',
      'Choose **Add the objective** or **Agree an activity**.',
      'Choose **Offer it to the network’s other groups** for what should not stay in one theme.',
    ],
    words: ['theme', 'co-leader'],
  },
  meetings: {
    name: 'Meetings, circles and decisions',
    about: 'Who meets when, what about, and what came of it.',
    ways: [
      'Choose **Plan a meeting**. Offer a few dates, and see which suits most people: **Offer these dates**.',
      'Put items on the agenda with **Add an item**. When the papers are there, **Tell everybody that the papers are ready**.',
      'Write minutes as you meet. **Record the decision**, and say who does what until when.',
      'What you agreed to do waits for you on Your day.',
    ],
    words: ['circle'],
  },
  calendar: {
    name: 'Calendar and days in common',
    about: 'Meetings, visits and other dates of your groups and networks.',
    ways: [
      'Look at a month, a week or a list.',
      'Choose **Have it in my phone’s calendar** to see the dates where your other dates are.',
      '**Days in common** shows when schools are free together.',
    ],
    words: ['common days', 'term'],
  },
  forum: {
    name: 'Forum',
    about: 'What schools heard of, tried, do well, offer, invite to and ask for.',
    ways: [
      'Choose how your post begins. One sentence is enough.',
      'Take a post up to say that you will try it. Later you are asked what came of it.',
      'Outsiders read the forum only if a leader invited them.',
    ],
  },
  visits: {
    name: 'Visits',
    about: 'Going to see how others do it, with an eye for the best of what is there.',
    ways: [
      'Choose **Offer a visit** to have colleagues come, or **Ask to see something**.',
      'Host and visitors agree what to look at. Cover can be asked for with the visit.',
      'Afterwards both sides write what they learned.',
    ],
    words: ['visit'],
  },
  reviews: {
    name: 'Reviews',
    about: 'How people think the network works, told together and never one by one.',
    ways: [
      'A leader chooses **Begin a review** and who takes part.',
      'You see how answers spread once five people have answered. Nobody sees who said what.',
      'Talk about the spread, then choose one thing to work on.',
    ],
  },
  moderation: {
    name: 'Judging work together',
    about: 'Colleagues judge the same pieces of work, first alone and then together.',
    ways: [
      'Choose **Prepare a round**, put work in, and open it.',
      'Judge on your own first. Then look at where you differ: that is where one learns.',
      'Put what all agree on into the booklet of examples.',
    ],
  },
  recommendations: {
    name: 'Recommendations in the network',
    about: 'What groups ask of schools, who answered, and what is in place.',
    ways: [
      'As a head, choose one that waits for you and read it. Then choose **Give this answer** with your reason.',
      'When it is in place, say so. Others then see where they can go and look.',
      'An answer can be changed. The earlier one stays in the record.',
    ],
    words: ['recommendation', 'dossier'],
  },
  reports: {
    name: 'Termly reports of the network',
    about: 'What the network tells everybody each term.',
    ways: [
      'It begins with what the groups sent. Put the parts in order and change the words.',
      'Look at it as readers will see it before you submit it.',
      'A second leader reads it and chooses **Approve and publish**, or returns it with a reason.',
    ],
    words: ['termly report', 'edition'],
  },
  conferences: {
    name: 'Conference',
    about: 'The day on which groups tell each other, and everybody, what they found.',
    ways: [
      'A network leader chooses **Prepare a conference** and sets the sessions.',
      'Groups write an abstract. Posters and a programme can be taken away as PDFs.',
    ],
  },
  'people and schools': {
    name: 'People, schools and partners',
    about: 'Who is in the network and what each person is here.',
    ways: [
      'A network leader chooses **Invite people**, or **Invite many people** to paste a list.',
      'People say yes to a role themselves. Some roles need a second person to confirm them.',
      'Add schools one by one, or as a pasted list: **Add schools**.',
      'When somebody leaves, end the role. What they wrote stays.',
    ],
    words: ['network leader', 'partner', 'data lead'],
  },
  'who knows how': {
    name: 'Who knows how, what moved, and figures',
    about: 'Whom to ask, what changed because of the groups, and a few numbers that belong to everybody.',
    ways: [
      'Search for what you want to learn. Only people who said yes are shown.',
      'Figures are the network’s. None of them sets one school against another.',
    ],
  },
  projects: {
    name: 'Projects',
    about: 'Things that schools do together, large or small. A school joins or does not.',
    ways: [
      'Choose **Propose a project**, and invite the schools that it is for.',
      'Say what the project gives and what it costs in time, so that others can decide.',
    ],
  },
  money: {
    name: 'Money and time',
    about: 'What schools put in, what it is spent on, and the time that working together takes.',
    ways: [
      'To be paid back, or to get time: **Claim time or money**. Someone who looks after the fund answers.',
      'Schools may put in different amounts, or none. All of them can use everything.',
      'A colleague from outside gives days by need. Ask with **Wish for more**, or see what is left.',
    ],
    words: ['fund', 'swot'],
  },
  'settings of a network': {
    name: 'Terms, name and words',
    about: 'What the network is called, and how its year is parted.',
    ways: [
      'Choose **Add the terms** once a year. Reports and meetings go by them.',
      'Choose **Take all lists away** to have the network’s lists as spreadsheets.',
    ],
    words: ['term'],
  },
  administration: {
    name: 'Administration',
    about: 'Accounts and networks. It gives no right to read what people write.',
    ways: [
      'Choose **Make a network** and invite its first leader.',
      'If somebody cannot get in, open their account and help with a link to a new password.',
      'An account can be disabled, and enabled again. Nothing is lost.',
    ],
  },
  'requests about data': {
    name: 'Requests about data',
    about: 'Somebody asks what is held about them, or that it is erased; somebody complains; something went wrong.',
    ways: [
      'Choose **Open a case**. Write the name as whoever asks gave it; a code of the key is found too, in its own group.',
      'Note how you know who is asking, and choose **Look through the workbench**. It goes on while you do something else.',
      'Read what was found. Names of others are written in other words; a file goes along only where you say so.',
      'Choose **Make the pack**: a letter that can be read, with the files. It can be fetched for 14 days.',
      'Erasing a pupil takes two people. Whoever confirms reads first everything that would go.',
      'Something was seen by somebody who should not have? Choose **Write down a breach**: the 72 hours are counted, and **Who saw it, or fetched it, since** tells who opened a piece or a file since.',
      'Templates for the impact assessment, the processor’s terms, a privacy notice and the record of processing come with the workbench, in its folder docs/data-protection.',
    ],
    words: [],
  },
} satisfies Record<string, Topic>

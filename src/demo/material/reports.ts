import type { GroupReport, NetworkReport } from './types.js'

const before: GroupReport[] = [
  {
    group: 'reading',
    by: 'sadia',
    sentOn: '2025-12-16',
    progress: 'We are four, in three schools, and have watched children choose books for nine mornings.',
    learned: 'They choose quickly.',
    needs: 'A fourth school.',
    releaseDays: 1,
  },
]

const spring: GroupReport[] = [
  {
    group: 'bilingual',
    by: 'eleri',
    sentOn: '2026-03-23',
    progress:
      'Eight tellings this term in three schools. We came back from evidence to action in January, when we had worked out why the hall did nothing.',
    learned:
      'A carpet, no microphone and a child between the two languages. Children ask about twice as many questions. One child said no, and we learned to ask on our own and not in front of a proud father.',
    needs: 'Somebody outside the group to count questions once more, without knowing what for.',
    releaseDays: 3,
  },
  {
    group: 'marking',
    by: 'ifan',
    sentOn: '2026-03-26',
    progress:
      'Four minutes with a green pen in six classes since February, and six marks on the wall in place of thirty-one.',
    learned:
      'From one comment in four acted on to about three in five. Nearly all of it is the four minutes and hardly any of it is what we wrote.',
    needs: 'For assemblies to begin on time. Half a day each to look at one another’s books.',
    releaseDays: 2.5,
  },
  {
    group: 'number',
    by: 'maeve',
    sentOn: '2026-03-20',
    progress:
      'I took the group over from Zofia in January with a good note and a blue crate. The builders at Upper Marsh gave us half a class without a jar to compare with.',
    learned:
      'Guesses are half as far off as they were, and about a third of that is being a year older. We have changed our claim.',
    needs: 'Nothing this term but jars with lids.',
    releaseDays: 1,
  },
  {
    group: 'outdoors',
    by: 'kasia',
    sentOn: '2026-03-25',
    progress:
      'First Thursdays outside at Upper Marsh, Bryn, Glan-wŷ and Holly Bank. We can count a turn alike in four schools.',
    learned:
      'How few there are indoors: about one a lesson from five children. And how many there are beside a puddle.',
    needs: 'Boots in sizes 10 to 2. A second adult at Bryn for the road.',
    releaseDays: 3.5,
  },
  {
    group: 'reading',
    by: 'sadia',
    sentOn: '2026-03-27',
    progress:
      'Four schools, 80 pieces of evidence. Fifteen unbroken minutes at St David’s, a crate of magazines that travels, and a chart that came down at Weir Lane.',
    learned:
      'As many girls as boys can read and do not. Children take whatever faces outwards, in about eleven seconds. They turn pages when we look. What @clark2006 found about choosing fits what we see [@wigfield1997].',
    needs: 'Help with what to leave out. Fiona’s half day in June.',
    releaseDays: 4,
  },
]

const summer: GroupReport[] = [
  {
    group: 'bilingual',
    by: 'eleri',
    sentOn: '2026-07-06',
    progress:
      'We have finished. The write-up is with Tomasz, three recommendations are with six heads, and the last telling was arranged by somebody who is not in the group.',
    learned:
      '**Children ask more about a story that they half understand.** We are sure. But: in the hall nobody asked anything.\n\nSome stand differently among friends. The tests know nothing of it.',
    needs: 'Answers from the heads, whichever they are.',
    releaseDays: 2,
  },
  {
    group: 'marking',
    by: 'ifan',
    sentOn: '2026-07-10',
    progress:
      'Fiona asked whether we were answering our own question, so we went back for a week without green pens and without a reminder.',
    learned:
      '**Without being told, children answer questions and smileys, and leave instructions.** We are fairly sure. But: it was one week, in which we looked more closely than ever.\n\nTwo of us go home before five.',
    needs: 'A coin, for September. A word from the heads about what inspectors really ask for.',
    releaseDays: 2,
  },
  {
    group: 'number',
    by: 'maeve',
    sentOn: '2026-07-02',
    progress:
      'We closed the first cycle on 22 June and began a second the same day, with the claims and one awkward challenge carried over.',
    learned:
      '**The gain is real in all three schools.** We are fairly sure. But: three weeks without a jar cost Upper Marsh a third of it.',
    needs: 'The Year 4 teachers to know what is coming up to them.',
    releaseDays: 1.5,
  },
  {
    group: 'outdoors',
    by: 'kasia',
    sentOn: '2026-07-08',
    progress: 'Every Thursday but four. A learning walk in April with nine colleagues from five schools.',
    learned:
      '**Slowly, something comes back indoors: five turns a lesson where there was one.** This is a hunch. But: buckets of hedge may do nearly as well as the outdoors.',
    needs: 'A class that stays in, to count beside ours. Weir Lane has offered.',
    releaseDays: 4,
  },
  {
    group: 'reading',
    by: 'sadia',
    sentOn: '2026-07-14',
    progress:
      'Questionnaire answered by 142 families. We moved on to action on the last Monday, with ten claims and no agreement about which to try.',
    learned:
      '**Children read on when they had to stop at the worst place, and when they are allowed to stop.** We are fairly sure. But: reading ages have not moved more than anybody else’s.\n\nFifteen minutes help, and so does whoever is watching.',
    needs: 'To be asked hard questions in September.',
    releaseDays: 5,
  },
]

const autumn: GroupReport[] = [
  {
    group: 'marking',
    by: 'ifan',
    sentOn: '2026-11-18',
    progress:
      'We tossed a coin for every comment: question or instruction. Coed-y-dŵr and St David’s have counted, Weir Lane is nearly there. The grid is filled but for two squares.',
    learned:
      'At Coed-y-dŵr questions are acted on more than twice as often, with nobody standing there. At St David’s there was no difference, and a kind supply teacher. The list on the door finds the children who do not come and find us.',
    needs: 'One more coin week at St David’s. Two heads to read one recommendation before Christmas.',
    releaseDays: 2,
  },
  {
    group: 'number',
    by: 'maeve',
    sentOn: '2026-11-16',
    progress: 'Second cycle, at its purpose. One count in October, four months after the jars stopped.',
    learned: 'It has not all gone. We do not yet know whether that is in the children or in the chips.',
    needs: 'Somebody patient to count every estimate for a month.',
    releaseDays: 0.5,
  },
  {
    group: 'outdoors',
    by: 'kasia',
    progress: 'Out on nine Thursdays of eleven. At Holly Bank the drive flooded and the hedge came in by bucket.',
    learned: 'It was still there in September, before we had been out. That surprised us.',
    needs: '',
    releaseDays: 3,
  },
  {
    group: 'reading',
    by: 'sadia',
    progress:
      'Back at evidence since 14 September. Two crates of magazines in two schools, one with a person beside it.',
    learned: '',
    needs: '',
    releaseDays: 2.5,
  },
]

/**
 * The termly reports of the Hafren network: one that was withdrawn, two published in succession, the second of them
 * corrected, and one in draft with two groups still to send theirs.
 */
export const reports: NetworkReport[] = [
  {
    network: 'hafren',
    term: 'autumn-2025',
    state: 'published',
    composedBy: 'nia',
    approvedBy: 'rhian',
    publishedOn: '2026-01-12',
    introduction: 'Our first report. Groups are finding their feet, and this page is mostly thanks.',
    whatChanged: '',
    leftOut: ['changed'],
    thanks: 'To everybody who came in the dark.',
    withdrawn: {
      on: '2026-01-20',
      because:
        'A quotation in it was given to the wrong school. Nobody was harmed and both schools know. What the groups found out that term stands in the report for spring.',
    },
    groups: before,
  },
  {
    network: 'hafren',
    term: 'spring-2026',
    state: 'published',
    composedBy: 'nia',
    approvedBy: 'rhian',
    publishedOn: '2026-04-17',
    introduction: `Five groups worked in our eight schools this term. One is still looking and four are trying things out. One of the four began the term with a hand-over between two people who are still speaking to each other.

If there is a thread, it is that children see us looking. They turn pages when we watch, they answer when we ask by name, and they change languages at the drain. Each group has found a way of looking away, and has seen more.`,
    whatChanged: `- **Marking that children use** moved from evidence to action. Three schools share six marks where there were thirty-one.
- **Learning outdoors** went outside, in four places, on 5 March and every Thursday since.
- **Two languages at home** went back from action to evidence in the autumn, found out why the hall did nothing, and came on again in January.
- **Number sense** has a new lead learner, Maeve D’Arcy. Zofia Łukasik stays as a volunteer.
- **Reading by choice** has joined up four schools and 80 pieces of evidence.

No recommendations were sent this term.`,
    thanks: `To five heads who taught so that others could watch. To the cook at Glan-wŷ. To Fiona Strand, who asks one question a visit and leaves us with it. To whoever brought back the magazine in an envelope with a pound.`,
    promises: [
      'Ask the heads for half a day for each pair who look at one another’s books',
      'Find a class that stays indoors, to count beside the one that goes out',
      'Hold a learning walk at Upper Marsh in April',
    ],
    sights: [
      { what: 'A turn beside a puddle, counted', place: 'Ysgol y Bryn', onDay: '2026-04-30', hours: '10:15 to 11:30' },
      { what: 'The crate of magazines', place: 'St David’s Church Primary', onDay: null, hours: '' },
    ],
    groups: spring,
  },
  {
    network: 'hafren',
    term: 'summer-2026',
    state: 'published',
    composedBy: 'nia',
    approvedBy: 'rhian',
    publishedOn: '2026-07-20',
    introduction: `This term one enquiry finished, one finished and began again, and one found that it had not been answering its own question and said so. We are proudest of the last.

Four recommendations went to six heads. Every head who has answered gave a reason, and where the answer was no it was a good one.`,
    whatChanged: `- **Two languages at home** has closed. Its write-up, *Polish is for the car*, is published, and tellings go on in three schools.
- **Number sense** ended its first cycle on 22 June and asks next how long a gain lasts.
- **Marking that children use** went back to evidence in May for a week without reminders, and on again in June.
- **Reading by choice** moved on to action on 13 July, with 142 families’ answers in hand.
- **Learning outdoors** counted ten weeks, and brought a hedge indoors.

We asked for thirteen answers and twelve have come: six accept, four adapt and two decline for now, each with a date to look again.`,
    thanks: `To eleven tellers and a fox. To the student teacher at St David’s who counted faces for ten mornings. To 142 families who told us truthfully that they sign the diary on a Sunday. To Dilys Prosser and the governors of Ysgol y Bryn, who sat on the carpet.`,
    became: [
      { outcome: 'kept', words: 'Five heads gave it. One head came too.' },
      { outcome: 'begun', words: 'Weir Lane has offered a class. It counts from September.' },
      { outcome: 'kept', words: 'Nine colleagues from five schools, and a great deal of mud.' },
    ],
    promises: [
      'Buy a coin for every class that marks, and write down how it fell',
      'Ask the two heads who declined again in the spring, as they suggested',
      'Put the conference on a day without a nativity play',
    ],
    sights: [
      { what: 'A telling in two languages', place: 'Ysgol Glan-wŷ', onDay: '2026-09-24', hours: '14:00' },
      {
        what: 'The hedge, indoors, in buckets',
        place: 'Holly Bank Primary',
        onDay: '2026-10-08',
        hours: '9:30 to 11:00',
      },
      { what: 'Six marks on a wall', place: 'Ysgol Coed-y-dŵr', onDay: null, hours: 'write to Ifan first' },
    ],
    pictures: [
      { part: 'celebrating', title: 'Six marks and no more', caption: 'What is left of thirty-one' },
      { part: 'groups', title: 'What makes you pick up a book?', caption: 'Fifteen answers' },
      {
        part: 'groups',
        title: 'Words on the wall in three languages',
        caption: 'Nine words that everybody knows by now',
      },
    ],
    ownPart: {
      heading: 'A word from a governor',
      words:
        'Dilys Prosser writes: *I sat on the carpet and understood one word in four. I have not listened so hard in thirty years of meetings.*',
      before: 'groups',
    },
    leftOut: ['themes'],
    corrected: {
      on: '2026-09-07',
      reason:
        'Edition 1 said that four recommendations went to six heads. They went to seven, and the seventh has answered.',
      introduction: `This term one enquiry finished, one finished and began again, and one found that it had not been answering its own question and said so. We are proudest of the last.

Four recommendations went to seven heads. Every head who has answered gave a reason, and where the answer was no it was a good one.`,
    },
    groups: summer,
  },
  {
    network: 'hafren',
    term: 'autumn-2026',
    state: 'draft',
    composedBy: 'nia',
    introduction: `A new group, **Talk in mathematics**, has begun by asking eleven children how they got to 48. Seven of them just knew.

Elsewhere it has been a term of going back: Reading by choice returned to its evidence because nobody could agree, and Marking that children use has been tossing coins.`,
    whatChanged: `- **Talk in mathematics** was proposed on 12 October by Gwen Llŷr-Hughes, with River Road.
- **Reading by choice** went back from action to evidence on 14 September.
- **Marking that children use** moved to evaluation on 13 November.
- **Number sense** moved from context to purpose.
- At Ysgol Glan-wŷ the monthly telling is in place, and arranged by two mothers.`,
    thanks: '',
    groups: autumn,
  },
]

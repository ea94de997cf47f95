import type { Topic } from './topic.js'

/** The pages of an enquiry group, in the order of its way. */
export const groupTopics = {
  group: {
    name: 'The group’s own page',
    about: 'The question, the next step, what is new and the newest pieces of evidence.',
    ways: [
      'The five shapes at the top are the stages. Choose one to open it; what belongs to it stands in the row beneath.',
      'Choose **Log evidence** from any page of the group.',
      'If something waits for you here, it stands first.',
      'To see who is in the group, or to change something about it, choose the circles with initials.',
    ],
    words: ['group', 'stage', 'track'],
  },
  history: {
    name: 'History',
    about: 'Who did what, and when. Nobody can change it.',
    ways: [
      'Narrow it to one kind of thing, one person or some weeks.',
      'A piece that only its author sees is not told here to anybody else.',
    ],
  },
  context: {
    name: 'Context: the cards and who knows how',
    about:
      'Where each school starts from. It explains later why the same thing worked in one place and not in another.',
    ways: [
      'Write a card for each school that takes part. Half a page is enough: **Save** keeps what you have.',
      'Write down who already does this well under **Who knows how**, and ask them.',
      'A gap is not an error. The list at the side says what could still be there.',
    ],
    words: ['context', 'context card'],
  },
  purpose: {
    name: 'Purpose: the question and its tests',
    about: 'What exactly you want to learn, and why it matters for children.',
    ways: [
      'Put the question to four tests and choose **Save the four tests**. An honest no tells you what to change.',
      'Say what would count as success, and how you would know: **Add the sign**.',
      'Under **Keeping it right** say how you look after the children and adults who take part.',
      'You may change the question later. Earlier wordings stay in the history, with the reason.',
    ],
    words: ['purpose', 'leverage'],
  },
  reading: {
    name: 'Published reading',
    about: 'What others found out before you, and whether it agrees with you, adds to you or challenges you.',
    ways: [
      'Choose **Add a reference**. You can paste a DOI, or bring in a list from a reference manager.',
      'Write what it says to your question. One sentence is enough.',
      'In a text, type [@ and a few letters to cite what is on the list.',
    ],
  },
  evidence: {
    name: 'Evidence: the pieces',
    about: 'Everything that the group saw, heard or collected, with the newest first.',
    ways: [
      'Open a piece to read it, talk about it, or say who may see it.',
      'Narrow the list by kind, school, person or stage. The address keeps your choice, so you can send it.',
      'Tick several pieces to do one thing with all of them, such as sharing.',
      'To let more people see your piece, open it and change who sees it. Consent still holds: a piece never goes further than those in it agreed to.',
    ],
    words: ['evidence', 'audience', 'consent', 'reach'],
  },
  logging: {
    name: 'Logging evidence',
    about: 'Write what you noticed, in under a minute. You can add the rest later.',
    ways: [
      'One sentence is enough. Add a photo or a recording if you have one.',
      'Choose who sees it. Only you is a good choice while you think.',
      'On a phone, open **The log page** and put it on your home screen. It works without signal and sends later.',
      'Write codes, not names of pupils. If a name slips in, you are asked before it is saved.',
    ],
    words: ['evidence', 'audience', 'pupil code'],
  },
  withdrawing: {
    name: 'Consent and withdrawing',
    about: 'What to do when somebody does not want to be seen or heard any more, or a piece should not be there.',
    ways: [
      'Open the piece and change what those in it agreed to, or withdraw the piece.',
      'It goes at once from claims, write-ups, the search and every PDF drawn after that.',
      'A list tells you what it touched. Texts that leaned on it are marked, so that you can mend them.',
    ],
    words: ['consent', 'withdrawal'],
  },
  codes: {
    name: 'Codes and coding',
    about: 'Finding what the pieces have in common, passage by passage.',
    ways: [
      'Open a piece for coding, select words, and give them a code. Make codes as you go: **Make a code**.',
      'When two codes mean the same, choose **Merge the two**.',
      'Choose **Start a blind reading** to see where two of you read differently.',
      'With the keyboard: arrow keys choose words and sentences, Shift takes in more.',
    ],
    words: ['code', 'memo', 'blind reading'],
  },
  instruments: {
    name: 'Questionnaires and sheets',
    about: 'Ask many people the same questions, or watch many lessons with the same sheet.',
    ways: [
      'Begin from one that is there, or write your own: **Add a question**.',
      'Choose **Open the questionnaire** when it is ready. You get a link, or a paper to copy.',
      'Answers are told together, and fewer than five are not shown.',
      'Answers on paper are typed in with **Enter this answer from paper**.',
    ],
    words: ['instrument'],
  },
  measures: {
    name: 'Measures',
    about: 'A number that you follow over time, drawn as a line.',
    ways: [
      'Choose **Add the measure**, then enter numbers as they come, or choose **Bring in a spreadsheet**.',
      'When you know where you started, choose **Set the baseline**.',
      'A class or school that takes no part can be measured beside: choose **Name something to compare with**. It is counted nowhere.',
      'Numbers of fewer than five pupils are not shown, so that nobody can be known by them.',
    ],
    words: ['measure'],
  },
  claims: {
    name: 'Claims and their map',
    about: 'What you have come to believe, with the evidence on both sides.',
    ways: [
      'Choose **Make a claim** and put it in a sentence that somebody could disagree with.',
      'Choose **Link evidence** for it and against it. Evidence against makes a claim stronger, not weaker.',
      'Say how sure you are. When you change your mind, choose **Revise**: the earlier wording stays.',
      '**Map of the claims** shows how claims lean on each other.',
    ],
    words: ['claim', 'evidence'],
  },
  actions: {
    name: 'Actions',
    about: 'What you try in class because of what you found.',
    ways: [
      'Choose **Agree an action**: what, who, where, and what you hope to see.',
      'Each school says how it does it in its own way.',
      'Afterwards write down what really happened, and link the evidence.',
    ],
    words: ['action'],
  },
  evaluation: {
    name: 'Evaluation: the difference by school',
    about: 'One line for each action, one column for each school. Schools are never ranked.',
    ways: [
      'Fill in a cell: what difference it made, and how sure you are. It is saved as you go.',
      'Say what in that school explains it. That is what others need most.',
      'What did not work belongs here too.',
    ],
    words: ['effect', 'evaluation'],
  },
  recommending: {
    name: 'Recommendations and dossiers',
    about: 'What you ask other schools to do, and what they answered.',
    ways: [
      'Choose **Draft a recommendation**, or begin it from a claim. Say which schools it is for.',
      'When it is ready, send it. It goes to the heads of those schools.',
      'Each head answers with accept, adapt or decline, and a reason. You see the answers as they come.',
      'A head who has no account can answer on paper: **PDF with a reply slip**.',
    ],
    words: ['recommendation', 'dossier'],
  },
  'write-up': {
    name: 'The write-up',
    about: 'What the group tells others. It begins with what you logged, so there is no empty page.',
    ways: [
      'Choose **Compose the write-up**. Change each part in your own words.',
      '**Open the publication check** to see what still stands in the way: what you can mend, whom to ask, what can be left out.',
      'The lead learner chooses **Submit the write-up**. A second person reads it and chooses **Approve and publish**, or returns it with a reason.',
      'What is published does not change. Later you can submit a new edition.',
    ],
    words: ['write-up', 'edition', 'publication'],
  },
  'term reports': {
    name: 'Term reports of the group',
    about: 'Half a page each term for the network’s report.',
    ways: [
      'It begins with what you did this term. Change the words until they are yours.',
      'Choose **Send to the network leader** when it is ready. If you change it afterwards, choose **Send it again**.',
    ],
    words: ['termly report', 'term'],
  },
  people: {
    name: 'People of the group',
    about: 'Who is in the group, and how others come in.',
    ways: [
      'Pass the join link on to colleagues of your network. They choose **Volunteer** themselves.',
      'A lead learner can ask a facilitator from outside under **Invite a facilitator**. You choose the last day.',
      '**Make a new link** if the old one went to somebody who should not have it.',
    ],
    words: ['volunteer', 'facilitator', 'lead learner'],
  },
  'handing over': {
    name: 'Handing over, leaving and closing',
    about: 'People move on. What the group made stays with the group.',
    ways: [
      'To hand the group over, choose **Hand the group over** and then **Offer the lead**. It changes hands when they accept.',
      'To leave, choose **Leave the group**. First you see what you should settle, such as pieces that only you can see.',
      'A group that has finished can begin another cycle, or close. A closed group can still be read, and can be reopened.',
    ],
    words: ['cycle', 'lead learner'],
  },
  pseudonyms: {
    name: 'Names outside',
    about: 'Under which names schools and people stand in what leaves the group.',
    ways: [
      'Choose another name for a school or a person, then choose **Use this pseudonym**.',
      'Inside the group you still read the real names.',
    ],
    words: ['pseudonym'],
  },
  keys: {
    name: 'Keys to pupils’ codes',
    about: 'Which pupil is P4? Only the keepers of that school’s key can find out.',
    ways: [
      'To see names, type the words that open the key and choose **Open the key**. Choose **Close the key** when you are done.',
      'If the words are lost, nobody can open the key, and we cannot help. Hand it on in good time.',
      'Choose **Give the next code** for a new pupil.',
    ],
    words: ['key', 'pupil code', 'data lead'],
  },
  comments: {
    name: 'Comments and challenges',
    about: 'Talking about the thing that you have before you.',
    ways: [
      'Type @ and a name to tell one colleague.',
      'A challenge asks the group to think again. Whoever leads the group sees that it waits.',
      'An answer closes it. The talk stays with the thing it is about.',
    ],
    words: ['challenge'],
  },
  copies: {
    name: 'Taking a copy',
    about: 'Everything that the group has, in one file that opens on any computer.',
    ways: [
      'Choose what goes in, then **Download the copy** when it is ready.',
      'It holds only what you yourself may see. Keep it as safely as you keep school papers.',
    ],
  },
} satisfies Record<string, Topic>

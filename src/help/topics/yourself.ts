import type { Topic } from './topic.js'

/** Pages that are everybody’s, in a group or not. */
export const yourselfTopics = {
  'your day': {
    name: 'Your day',
    about: 'The first page. It tells you what waits for you, and nothing else has to be remembered.',
    ways: [
      'Write down what you noticed in the box at the top.',
      'What waits for you has a button that leads to it. When it is done, it goes from the list.',
      'New since you were here: what colleagues did. **Mark all as seen** when you have read enough.',
    ],
  },
  search: {
    name: 'Search',
    about: 'One box for everything that you may see: evidence, claims, minutes, pages and this help.',
    ways: [
      'Type a word or two. Accents make no difference, and Welsh words are found in all their forms.',
      'Choose **Narrow it down** for one kind, school, group, stage or time.',
      'You never find what you may not see.',
    ],
  },
  account: {
    name: 'Your account',
    about: 'Your name, how you sign in, your letters and your keys.',
    ways: [
      'Your name stands beside everything you write.',
      'A second step: after the password, a passkey or a code from an app on your telephone. Keep the ten recovery codes; each works once.',
      'A passkey opens your account without the password too. Where your school’s account is offered, join with it once, and it is enough.',
      'See where you are signed in, and end a session that you do not know.',
      'Used a computer in the staff room? Choose **Sign out everywhere**.',
      'Keys can be switched off one by one, and the tour can be shown again.',
    ],
  },
  letters: {
    name: 'Letters',
    about: 'What comes to you by mail: one letter a week, and a few that cannot wait.',
    ways: [
      'Choose which letters you want. Each kind has a switch of its own.',
      'A letter never holds a child’s name, nor words from a group.',
    ],
  },
  'signing in': {
    name: 'Signing in',
    about: 'People come in by invitation, with a password, a passkey or the account of their school.',
    ways: [
      'An invitation works once. Ask whoever sent it for another one if it is too old.',
      'Whoever has a second step shows a passkey, a code of their app, or a recovery code. Lost all? Ask whoever looks after the workbench: it takes a second person and a day.',
      'Forgotten the password? Choose the link on the page **Sign in**, and you get a letter.',
      'After twenty quiet minutes you are signed out, to keep what is here private. What you typed is kept.',
    ],
  },
  names: {
    name: 'When a name is noticed',
    about: 'Before words are saved, we look for names of pupils. You decide what happens.',
    ways: [
      'Let the code be written in place of the name. That is the first button.',
      'If it is a street or an author, choose **This is not a pupil**.',
      'You can also choose **Save it as it is**.',
    ],
    words: ['pupil code', 'key'],
  },
  published: {
    name: 'Published work',
    about: 'Write-ups and termly reports that are open to everybody.',
    ways: [
      'Read on the page, or take the PDF.',
      'An edition does not change. If there is a newer one, the page says so.',
    ],
    words: ['write-up', 'termly report', 'edition'],
  },
  'who sees what': {
    name: 'Who sees what',
    about: 'One table: what there is, and who may read or change it.',
    ways: [
      'Nothing that you log is seen by more people than you chose.',
      'Whoever looks after the site cannot read a group’s evidence because of that.',
    ],
    words: ['audience', 'reach'],
  },
} satisfies Record<string, Topic>

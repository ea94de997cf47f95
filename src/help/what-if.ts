/** Questions that people ask when something is not as they thought. Answers name what is really there, in `**`. */
export const whatIf: { question: string; answer: string }[] = [
  {
    question: 'What if I logged something that too many people can see?',
    answer: 'Open the piece and change who sees it. From that moment on the others do not see it any more.',
  },
  {
    question: 'What if a pupil’s name stands in something?',
    answer:
      'Open it and write the code in its place. If it is in a file or a photograph, replace or cover it: nobody sees the earlier one after that but whoever keeps the piece, and its earlier versions can be erased: **Erase the earlier versions for good**.',
  },
  {
    question: 'What if a parent takes their consent back?',
    answer:
      'Open the piece and change what was agreed, or withdraw the piece. It goes from everything that used it. [More about withdrawing](/help/group#withdrawing)',
  },
  {
    question: 'What if the connection breaks while I write?',
    answer:
      'Longer texts are kept as you type. On **The log page**, what you noticed waits on your phone until there is signal.',
  },
  {
    question: 'What if a colleague changes the same text at the same time?',
    answer: 'Nothing is overwritten. Whoever saves second is shown both versions and chooses.',
  },
  {
    question: 'What if I was signed out in the middle?',
    answer: 'Sign in again. The words of the form come back, ready to be sent.',
  },
  {
    question: 'What if I forgot my password?',
    answer:
      'Choose the link on the page **Sign in**. If no letter comes, ask whoever looks after the workbench for a link to a new password.',
  },
  {
    question: 'What if I change schools or jobs?',
    answer:
      'Tell your network’s leader, who ends your role. Lead a group? Hand it over first. What you made stays with the group.',
  },
  {
    question: 'What if I do not want to be in a group any more?',
    answer: 'Open its people and settings and choose **Leave the group**. Nobody asks for a reason.',
  },
  {
    question: 'What if our evidence says that we were wrong?',
    answer:
      'Then you have learned something that others need to know. Choose **Revise** on the claim and say what changed your mind.',
  },
  {
    question: 'What if we are not done when the term ends?',
    answer: 'An enquiry takes the time it takes. Only the short report goes by term.',
  },
  {
    question: 'What if nobody answers our recommendation?',
    answer:
      'It waits on the day of that head. You can also hand over a paper: **PDF with a reply slip**. Somebody types the answer in, and the head confirms it.',
  },
  {
    question: 'What if something published is wrong?',
    answer:
      'Submit a new edition: the page of the old one then says so. A network leader can also withdraw an edition at once.',
  },
  {
    question: 'What if I cannot see something that I should see?',
    answer:
      'Look at [who sees what](/who-sees-what). If it is a piece, ask its author to share it. If it is a group or network, ask its leader what your role is.',
  },
]

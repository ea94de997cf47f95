interface DemoPiece {
  title: string
  words: string
  by: string
  school: string
  /** What each saw, by criterion in their order, and what made them say so. */
  said: Record<string, { levels: number[]; because?: string }>
  agreed?: { levels: number[]; reason: string }
}

export interface DemoRound {
  network: 'hafren' | 'harbour'
  by: string
  title: string
  about: string
  on: string
  judgeBy: string
  begunOn: string
  openedOn?: string
  agreedOn?: string
  judges: string[]
  sheet: { name: string; levels: { name: string; means: string }[] }[]
  pieces: DemoPiece[]
}

const order = {
  name: 'Order and flow',
  levels: [
    { name: 'Beginning', means: 'things are named one after the other' },
    { name: 'Growing', means: 'one thing follows from the one before, mostly with “then”' },
    { name: 'Secure', means: 'the reader always knows when and where, without “then” in each line' },
    { name: 'Beyond', means: 'the writer decides what comes first, and why' },
  ],
}

const choice = {
  name: 'Choice of words',
  levels: [
    { name: 'Beginning', means: 'words that could stand in any story' },
    { name: 'Growing', means: 'here and there a word that only fits here' },
    { name: 'Secure', means: 'verbs that show what happened' },
    { name: 'Beyond', means: 'a reader hears somebody speak' },
  ],
}

/** A writing moderation that is agreed, one that waits to be judged, and one in the other network. */
export const rounds: DemoRound[] = [
  {
    network: 'hafren',
    by: 'sadia',
    title: 'Recounts in Year 4, summer',
    about:
      'Six recounts of a real day. We wanted to know whether “secure” means the same at the top and the bottom of the valley.',
    on: '2026-05-05',
    judgeBy: '2026-05-22',
    begunOn: '2026-05-11',
    openedOn: '2026-06-01',
    agreedOn: '2026-06-02',
    judges: ['sadia', 'sam', 'gwen', 'kasia'],
    sheet: [order, choice],
    pieces: [
      {
        title: 'The day the river came',
        words:
          'First the water was in the yard. Then it was in the hall. Then Mrs Pugh carried me. Then we had crisps in the church. Then my dad came in his big boots.',
        by: 'gwen',
        school: 'bryn',
        said: {
          sadia: { levels: [2, 2], because: 'It is all there, and all with “then”.' },
          sam: { levels: [2, 1] },
          gwen: { levels: [2, 2], because: 'The boots. That is seen, not made up.' },
          kasia: { levels: [2, 2] },
        },
        agreed: {
          levels: [2, 2],
          reason:
            'The order never fails, and “then” does all the work. We kept it at Growing for words because of the big boots: one word that only fits here is what the level says.',
        },
      },
      {
        title: 'Our trip to the mill',
        words:
          'Although it rained, we walked to the mill. The wheel was so loud that we had to shout. When the miller pulled the rope, flour fell on Year 3 and nobody minded. On the way back it stopped raining and we steamed.',
        by: 'sadia',
        school: 'st-davids',
        said: {
          sadia: { levels: [3, 3] },
          sam: { levels: [3, 4], because: '“We steamed.” I laughed.' },
          gwen: { levels: [3, 3] },
          kasia: { levels: [3, 3], because: 'Always knows where we are.' },
        },
        agreed: {
          levels: [3, 3],
          reason:
            'Secure in both. “We steamed” is the best word of all six pieces, but one such word is not yet a voice: for Beyond we want to hear it in more than one place.',
        },
      },
      {
        title: 'When the hens got out',
        words:
          'The last hen was on the roof of the bus. I must tell you first how she got there. It began with the gate, and the gate was me. I had only wanted to count them.',
        by: 'kasia',
        school: 'upper-marsh',
        said: {
          sadia: { levels: [3, 4], because: 'It begins at the end. Is that order or disorder?' },
          sam: { levels: [4, 4] },
          gwen: { levels: [2, 4], because: 'I was lost until the third sentence.' },
          kasia: { levels: [4, 4], because: 'She decides what we hear first. Nobody told her to.' },
        },
        agreed: {
          levels: [4, 4],
          reason:
            'We were furthest apart here. One of us was lost, and said so; then we read it aloud. The child says “I must tell you first”: she knows that she turns the order round, and tells the reader. That is what Beyond means, and we have put it into the sheet.',
        },
      },
      {
        title: 'Sports day',
        words:
          'There was running. There was the egg and spoon. There was the sack. I was third. There was ice lollies. It was good.',
        by: 'sam',
        school: 'weir',
        said: {
          sadia: { levels: [1, 1] },
          sam: { levels: [1, 1] },
          gwen: { levels: [1, 1], because: 'A list.' },
          kasia: { levels: [1, 1] },
        },
        agreed: {
          levels: [1, 1],
          reason: 'A list of what there was. No two of us saw it differently, which is worth knowing too.',
        },
      },
      {
        title: 'The power cut',
        words:
          'At ten past two everything went off. First we cheered, because the whiteboard was in the middle of fractions. Mr Owen lit the lantern from the play. It smelt of last Christmas. By three o’clock we did not want the lights back.',
        by: 'sam',
        school: 'weir',
        said: {
          sadia: { levels: [3, 4] },
          sam: { levels: [4, 3], because: 'The last sentence turns it all round.' },
          gwen: { levels: [3, 3] },
          kasia: { levels: [3, 4], because: 'It smelt of last Christmas!' },
        },
        agreed: {
          levels: [3, 4],
          reason:
            'Times in every sentence, and clear, so Secure for order: it goes from two to three without turning. The words are Beyond: the cheering, the smell and the last line are one child speaking from beginning to end.',
        },
      },
      {
        title: 'My brother was born',
        words:
          'My nan woke me up and then we went to the hospital and then I saw him and he was small and red and then he cried and I wasn’t allowed to hold him and then I was.',
        by: 'kasia',
        school: 'upper-marsh',
        said: {
          sadia: { levels: [2, 2] },
          sam: { levels: [1, 2], because: 'One sentence, no order but time.' },
          gwen: { levels: [2, 3], because: '“And then I was.” That is chosen.' },
          kasia: { levels: [2, 2] },
        },
        agreed: {
          levels: [2, 2],
          reason:
            'Growing for order: time carries it, and it carries it well. We talked long about “and then I was”. One of us heard it as chosen, three as luck. We agreed to ask the child, and she said: “That’s the bit.” Next year we ask before we judge.',
        },
      },
    ],
  },
  {
    network: 'hafren',
    by: 'gwen',
    title: 'Explaining a method, Year 3',
    about:
      'What children say when they explain how a partner worked it out. Written down word for word by whoever was listening.',
    on: '2026-11-09',
    judgeBy: '2026-12-11',
    begunOn: '2026-11-16',
    judges: ['gwen', 'bilal', 'maeve', 'zofia'],
    sheet: [
      {
        name: 'How far the explanation goes',
        levels: [
          { name: 'The answer', means: 'says what came out' },
          { name: 'The steps', means: 'says what the partner did, one thing after the other' },
          { name: 'The reason', means: 'says why a step may be done' },
          { name: 'Beyond this one', means: 'says when it would work again, and when not' },
        ],
      },
    ],
    pieces: [
      {
        title: 'Twenty-four, shared by three',
        words:
          '“He made three plates and put them on one by one, and then he got bored and put two on each, and that’s allowed because it’s the same for everybody.”',
        by: 'gwen',
        school: 'bryn',
        said: { bilal: { levels: [3], because: '“Because it’s the same for everybody” is a reason.' } },
      },
      {
        title: 'Ninety-eight and seven',
        words: '“She took two off the seven and gave it to the ninety-eight. So it’s a hundred and five.”',
        by: 'gwen',
        school: 'bryn',
        said: { bilal: { levels: [2] } },
      },
      {
        title: 'Half of seventeen',
        words: '“Eight and a half. You just know.”',
        by: 'bilal',
        school: 'river',
        said: { bilal: { levels: [1] } },
      },
      {
        title: 'Six nines',
        words:
          '“He did six tens and took six off. It works with nine, and it works with eight if you take twelve off, but I wouldn’t do it with five.”',
        by: 'maeve',
        school: 'holly',
        said: { bilal: { levels: [4], because: 'Says where it stops being worth it.' } },
      },
    ],
  },
  {
    network: 'harbour',
    by: 'yusra',
    title: 'Six-mark answers in Year 10 biology',
    about: 'The same question in three schools, before and after a week without notes.',
    on: '2026-10-19',
    judgeBy: '2026-12-04',
    begunOn: '2026-11-02',
    judges: ['yusra', 'marek', 'ruth'],
    sheet: [
      {
        name: 'Does one thing lead to the next?',
        levels: [
          { name: 'Named', means: 'right words, side by side' },
          { name: 'Linked', means: 'some of them with “so” or “because”' },
          { name: 'Led through', means: 'a reader who knows nothing could follow' },
        ],
      },
    ],
    pieces: [
      {
        title: 'Why a wilted plant stands up again',
        words:
          'Water goes into the roots because there is more outside than inside. The cells fill up and push against their walls, so the stem is stiff again.',
        by: 'yusra',
        school: 'dunes',
        said: { marek: { levels: [3], because: 'I could draw it from this.' }, yusra: { levels: [3] } },
      },
      {
        title: 'Why a wilted plant stands up again, another',
        words: 'Osmosis, turgor, cell wall, vacuole. It takes up water.',
        by: 'marek',
        school: 'lighthouse',
        said: { marek: { levels: [1] } },
      },
    ],
  },
]

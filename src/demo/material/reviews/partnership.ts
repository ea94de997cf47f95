import { heads } from './companies.js'
import type { ReviewMaterial } from './types.js'

/** How far the partnership has come. */
export const partnership: ReviewMaterial[] = [
  {
    key: 'partnership',
    instrument: 'partnership',
    title: 'How far our partnership has come',
    why: 'Before we invite the secondary schools to the conference.',
    company: 'the heads and the leaders, with our neighbours of the Harbour Towns',
    by: 'nia',
    opened: '2026-07-01',
    answerBy: '2026-07-15',
    closed: '2026-07-16',
    asked: [...heads, 'nia', 'rhian', 'tomasz', 'sadia', 'eleri'],
    outsiders: [
      { id: 'ruth', stands: 'peer' },
      { id: 'marek', stands: 'peer' },
      { id: 'bridie', stands: 'peer' },
      { id: 'fiona', stands: 'facilitator' },
    ],
    answers: [...heads, 'nia', 'rhian', 'sadia', 'eleri', 'ruth', 'marek', 'fiona'],
    middle: {
      ...{
        'a-context': 3.3,
        'a-structure': 2,
        'a-trust': 3,
        'a-vision': 2.8,
        'a-communication': 1.9,
        'a-leading': 2.6,
        'a-people': 3.1,
        'a-phases': 2.2,
      },
      ...{
        't-benevolence': 3.4,
        't-honesty': 2.7,
        't-openness': 2.3,
        't-reliability': 2.5,
        't-competence': 3,
        't-wisdom': 2.8,
        't-ideals': 3.2,
        't-care': 3.5,
      },
    },
    chosenPhase: {
      ...{ mair: 'developing', geraint: 'developing', joanna: 'embedding', imran: 'developing', carys: 'developing' },
      ...{ owen: 'beginning', nia: 'embedding', rhian: 'developing', sadia: 'developing', eleri: 'embedding' },
      ...{ ruth: 'embedding', marek: 'developing', fiona: 'developing' },
    },
    said: [
      {
        by: 'mair',
        item: 't-words',
        words: 'When our boiler went, two schools had a room ready before I had finished the telephone call.',
      },
      { by: 'eleri', item: 't-words', words: 'Actions that stand in three sets of notes, and are done by nobody.' },
      { by: 'imran', item: 'a-phase-words', words: 'Groups belong to us now. How we are run does not yet.' },
    ],
    talk: { on: '2026-09-10', where: 'Weir Lane' },
    chosen: [
      {
        item: 't-reliability',
        what: 'Each meeting begins with what we said we would do.',
        on: '2026-09-10',
        action: { doing: 'Bring last time’s list, and be kind about it', owner: 'imran', dueOn: '2026-12-18' },
      },
    ],
  },
]

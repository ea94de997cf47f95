import { expect, test } from 'vitest'
import * as says from '../../src/termly-reports/sentences.js'

const brought = { joined: false, groups: [], unnamedGroups: 0, people: 0, evidence: 0, answers: 0, inPlace: 0 }

test.each([
  [says.comparisonOpens('Summer 2026', undefined).slice(0, 52), 'This is the first term that is told of here, so ther'],
  [
    says.termsInOneSentence('Summer 2026', 'Spring 2026', [
      { name: 'Groups at work', now: 5, before: 4 },
      { name: 'Cycles finished', now: 0, before: 1 },
      { name: 'Answers from heads', now: 3, before: 3 },
      { name: 'Effects judged', now: 0, before: 0 },
    ]),
    'Summer 2026 beside Spring 2026: more groups at work; fewer cycles finished; as many answers from heads.',
  ],
  [says.termsInOneSentence('Summer 2026', undefined, []), 'What was counted in Summer 2026.'],
  [
    says.evidenceInOneSentence('Summer 2026', [{ kind: 'interview', now: 3, before: 1 }], 'Spring 2026'),
    '3 pieces of evidence in Summer 2026; in Spring 2026 there were 1.',
  ],
  [
    says.learned('Choice helps', 'fairly sure', ['', 'three never chose', 'nor did one more']),
    '**Choice helps.** We are fairly sure. But: three never chose. 2 more pieces speak against it.',
  ],
  [
    says.learned('Choice helps.', 'sure', ['']),
    '**Choice helps.** We are sure. One piece of evidence speaks against it.',
  ],
  [
    says.learned('Choice helps.', 'sure', []),
    '**Choice helps.** We are sure. Nothing that we have logged speaks against it.',
  ],
  [says.suspected('Choice helps'), 'Choice helps (a hunch, still to be looked into).'],
  [says.disputed('Choice helps', 1, 2), 'Choice helps (1 piece speaks for it, 2 against).'],
  [
    says.broughtBySchool({ ...brought, groups: ['Talk'], unnamedGroups: 1, people: 2, evidence: 1, inPlace: 1 }),
    '2 colleagues in Talk and 1 other group, 1 piece of evidence and 1 recommendation put in place.',
  ],
  [
    says.broughtBySchool({ ...brought, joined: true }),
    'Joined the network this term. Welcome: every group has a place open.',
  ],
  [
    says.inThatTime(says.doneInWords({ pieces: 2, schools: 2, claims: 1, actions: 0, recommendations: 0, effects: 1 })),
    'In that time, they logged 2 pieces of evidence from 2 schools, made 1 claim and judged 1 effect, each in one school.',
  ],
  [says.releaseTimeUsed(3, 3), 'Together, the groups used 3 days of release time this term, as many as last term.'],
  [says.releaseTimeUsed(1, 3), 'Together, the groups used 1 day of release time this term; last term 3 days.'],
  [
    says.saidYesBefore(3, [
      { said: 'In place', schools: 2 },
      { said: 'Trying it', schools: 1 },
    ]),
    'Before this term, heads who let it be told said yes to a recommendation 3 times. Where these stand now: in place: 2 and trying it: 1.',
  ],
  [
    says.answersInReport({ answered: 2, asked: 3, onPaper: 1 }, ['Weir Lane: accepted']),
    '2 of 3 schools answered, 1 of them on paper. Weir Lane: accepted.',
  ],
  [says.answersInReport({ answered: 0, asked: 1, onPaper: 0 }, []), '0 of 1 school answered.'],
  [says.celebrated.inPlace('Weir Lane', 'A shelf by the door'), 'In place at Weir Lane: A shelf by the door'],
  [says.whereAtAGlance('Evidence', false, true), 'At Evidence, since this term.'],
  [says.whereAtAGlance('Evidence', false, false), 'At Evidence.'],
  [says.whereAtAGlance('Evaluation', true, false), 'Finished its cycle.'],
  [says.whereGroupStands('Evidence', false), 'The group is at Evidence.'],
  [says.whereGroupStands('Evidence', true), 'This cycle is finished.'],
  [says.releaseTimeOfGroup(1), 'Release time used: 1 day.'],
  [says.movedOn('Purpose', 'Evidence'), 'We moved on from Purpose to Evidence.'],
  [says.wentBack('Purpose', 'we asked too much'), 'We went back to Purpose: we asked too much'],
])('%s', (said, expected) => expect(said).toBe(expected))

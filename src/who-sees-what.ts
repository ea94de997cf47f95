/**
 * Who sees what: the one table that pages explain, `may…` functions keep and a test walks, role by resource by state.
 *
 * C create · R read · U change · D remove · A approve or publish; after a letter: o own, g own group, t own theme,
 * s own school, n network, i invited until a date, p published. `–` means that for this person the thing does not exist.
 */
export const roles = [
  'network leader',
  'co-leader',
  'lead learner',
  'volunteer',
  'headteacher',
  'governor',
  'facilitator',
  'administrator',
  'public',
] as const

export type Role = (typeof roles)[number]

export interface Resource {
  resource: string
  rights: Record<Role, string>
}

export const whoSeesWhat: Resource[] = [
  row('network settings, terms, schools', 'RU', 'R', 'R', 'R', 'R', '–', '–', 'R', '–'),
  row(
    'people and roles',
    'CRU n',
    'R n, invite t',
    'R n, invite g',
    'R g',
    'R s',
    '–',
    'names i',
    'accounts only',
    '–',
  ),
  row('group', 'CRUD', 'CRU t', 'RU g', 'R g, join, leave', 'R s', '–', 'R i', '–', '–'),
  row('stage text, draft', 'as a member only', 'as a member only', 'RU g', 'RU g', '–', '–', '–', '–', '–'),
  row('stage text, shared', 'R n', 'R t', 'RU g', 'RU g', 'R s', '–', 'R i', '–', '–'),
  row(
    'reference, the group’s own',
    'as a member only',
    'as a member only',
    'CRUD g',
    'CRUD g',
    '–',
    '–',
    '–',
    '–',
    '–',
  ),
  row('reference, shared with the network', 'R', 'R', 'CRUD g', 'CRUD g', 'R', '–', '–', '–', '–'),
  row('evidence, private draft', '–', '–', '– (o)', 'CRUD o', '–', '–', '–', '–', '–'),
  row(
    'evidence, shared with group',
    'as a member only',
    'as a member only',
    'R g; narrow',
    'R g, CRUD o',
    '–',
    '–',
    'if shared outside',
    '–',
    '–',
  ),
  row('evidence, shared with network', 'R', 'R', 'R', 'R', 'R', '–', 'if shared outside', '–', '–'),
  row(
    'file or thumbnail',
    'as its evidence',
    'as its evidence',
    'as its evidence',
    'as its evidence',
    'as its evidence',
    'as its evidence',
    'as its evidence',
    '–',
    'only inside p',
  ),
  row(
    'that a pupils’ key exists, and who looks after it',
    '–',
    '–',
    'R g, C own s',
    'R g, C own s',
    '–',
    '–',
    '–',
    '–',
    '–',
  ),
  // o: whoever looks after it as long as they are in the group, and the data lead of its school, whom the head names.
  row('pupils’ key, what is in it', '–', '–', 'CRUD o', 'CRUD o', '–', '–', '–', '–', '–'),
  row('openings of a pupils’ key', '–', '–', 'R o', 'R o', '–', '–', '–', '–', '–'),
  row('data lead of a school', 'R, A where there is no head', '–', 'R s', 'R s', 'CRD s', '–', '–', '–', '–'),
  row('refusal of a school', '–', '–', 'CR s, D o', 'CR s, D o', 'CRD s', '–', '–', '–', '–'),
  row('pseudonyms of schools and interviewees', '–', '–', 'CRUD g', 'CRUD g', '–', '–', '–', '–', '–'),
  row('list of what a withdrawal touched', 'R o', 'R o', 'R g', 'R g', 'R o', '–', '–', '–', '–'),
  row('copy of the group’s work', '–', '–', 'CR g', 'CR g', '–', '–', '–', '–', '–'),
  row('comment, challenge', 'where R', 'where R', 'g', 'g', 'on s', '–', 'i', '–', '–'),
  row('codebook, coding, memo, blind reading', '–', '–', 'CRUD g', 'CRUD g', '–', '–', '–', '–', '–'),
  row('claim, action, evaluation', 'R when shared', 'R t', 'CRUD g', 'CRUD g', 'R s when shared', '–', 'R i', '–', '–'),
  row('instrument', '–', 'R t', 'CRUD g', 'CRUD g', '–', '–', 'R i', '–', '–'),
  row('sheet being filled in', '–', '–', '– (o)', 'CRUD o', '–', '–', '–', '–', '–'),
  row('questionnaire, closed', '–', 'R t', 'CR g', 'CR g', '–', '–', 'R i', '–', '–'),
  row(
    'measure over time',
    'R s when shared',
    'R t',
    'CRUD g, share own s',
    'CRUD g, share own s',
    'R s when shared',
    '–',
    'R i',
    '–',
    '–',
  ),
  row('recommendation, sent', 'R', 'R t', 'R g', 'R g', 'R s', 'if released', 'R i', '–', 'p'),
  row(
    'a head’s response',
    'R n',
    'R t',
    'R if to g',
    'R if to g',
    'CRU s',
    'if released',
    '–',
    '–',
    'p, if the head agrees',
  ),
  row('write-up, draft', '–', '–', 'CRUD g, submit', 'RU g', '–', '–', 'comment i', '–', '–'),
  row(
    'write-up, submitted',
    'R submitted',
    'R t, return t',
    'CRUD g',
    'RU g',
    'R s submitted',
    '–',
    'comment i',
    '–',
    '–',
  ),
  row('published work', 'A, new edition, withdraw', 'second person', 'R', 'R', 'R', 'R', 'R', 'take down', 'R'),
  row('anonymous copy of published work', 'CR', '–', 'CR g', 'CR g', '–', '–', '–', '–', '–'),
  row('termly report, draft', 'CRUD', 'own part', 'own group’s part', 'own words', '–', '–', '–', '–', '–'),
]

function row(resource: string, ...cells: string[]): Resource {
  return {
    resource,
    rights: Object.fromEntries(roles.map((role, place) => [role, cells[place]!])) as Record<Role, string>,
  }
}

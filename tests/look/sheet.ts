import { look } from '../../src/look/manifest.js'
import { render } from '../../src/web/showing/views.js'
import { type Stage, trackOf } from '../../src/stages.js'

/** Every shared part on one page, with words as a teacher would have written them: for tests and for looking. */
export function sheet(assets = look()): string {
  return inLayout(parts().join('\n'), assets)
}

/** A page of one's own in the real layout. */
export function inLayout(body: string, assets = look(), more: Record<string, unknown> = {}): string {
  return render('layout', {
    title: 'The sheet',
    body,
    me: { name: 'Nia Prŷs', isDemo: true },
    here: '/groups/talk',
    nav: [
      { href: '/', text: 'Your day', current: false },
      { href: '/groups', text: 'Groups', current: true },
      { href: '/networks/cwm', text: 'Network', current: false },
      { href: '/published', text: 'Published', current: false },
    ],
    flash: 'Shared with the group.',
    assets,
    breadcrumbs: [
      { href: '/networks/cwm', text: 'Cwm Learning Network' },
      { href: '/groups/talk', text: 'Talk before writing' },
    ],
    idle: { minutes: 20, warnAt: 18 },
    language: 'en-GB',
    help: '/help/group#group',
    footLinks: [
      { href: '/published', text: 'Published work' },
      { href: '/accessibility', text: 'Accessibility' },
      { href: '/privacy', text: 'Privacy' },
    ],
    ...more,
  })
}

const part = (name: string, data: Record<string, unknown>) =>
  render(`shared/${name}`, { here: '/groups/talk', ...data })

const clean = { values: {}, errors: {}, summary: [] }
const mistaken = {
  values: {
    title: '',
    kind: 'pupil-work',
    when: '2027-03-05',
    words: 'They talked first',
    schools: ['bryn'],
    town: 'llan',
  },
  errors: {
    title: 'Give the evidence a short title',
    audience: 'Choose who may see it',
    schools: 'Choose one school',
    note: 'Say what you saw, in your own words',
  },
  summary: [
    { field: 'title', text: 'Give the evidence a short title' },
    { field: 'audience', text: 'Choose who may see it' },
  ],
}

const address = (stage: Stage) => `/groups/talk/stages/${stage}`
const pieces = [
  {
    href: '/evidence/1',
    number: 'E12',
    title: 'Before and after talking: two openings',
    kind: 'pupil work',
    school: 'Ysgol y Bryn',
    words:
      'The second opening came after five minutes of talk in threes. Same child, same morning, twice as many words.',
    gatheredOn: '2027-03-05',
    audience: 'your group',
    picture: { address: '/picture.jpg', width: 640, height: 480, alt: 'Two handwritten story openings side by side' },
  },
  {
    href: '/evidence/2',
    number: 'E13',
    title: 'Miss O’Shea’s field note from the carpet',
    kind: 'field note',
    school: 'St Brigid’s',
    words: '“I know what I want to say but it goes when I pick the pencil up.” Three of them nodded.',
    gatheredOn: '2027-03-08',
    audience: 'the network',
  },
  {
    href: '/evidence/3',
    number: 'E14',
    title: 'Talking in threes, Year 4',
    kind: 'sound',
    school: 'Łąka Primary',
    gatheredOn: '2027-03-09',
    audience: 'only you',
    sound: { address: '/sound.mp3', length: '2 min 14 s' },
  },
  { href: '/evidence/4', number: 'E15', title: '', kind: 'photograph', gatheredOn: '2027-03-09', withdrawn: true },
]

function parts(): string[] {
  return [
    `<div class="page-headline question"><p class="over">Talk before writing, spring term</p><h1>Does talking in threes before writing help our quietest writers start?</h1><p class="lede">Ten volunteers in four schools. Led by Nia Prŷs, Ysgol y Bryn.</p></div>`,
    part('_tabs-nav', {
      label: 'Talk before writing',
      tabs: [
        { href: '/groups/talk', text: 'Overview', current: true },
        { href: '/groups/talk/evidence', text: 'Evidence', current: false, count: 214 },
        { href: '/groups/talk/claims', text: 'Claims', current: false, count: 6 },
        { href: '/groups/talk/actions', text: 'Actions', current: false },
        { href: '/groups/talk/recommendations', text: 'Recommendations', current: false },
        { href: '/groups/talk/write-up', text: 'Write-up', current: false },
        { href: '/groups/talk/history', text: 'History', current: false },
      ],
    }),
    part('_stage-track', { states: trackOf('evidence', false, address), returns: 2 }),
    part('_error-summary', { form: mistaken }),
    `<form class="jot" method="post" action="/evidence">${part('_textarea', { form: clean, name: 'noticed', label: 'What did you notice?', rows: 3 })}${part('_file', { name: 'photo', label: 'Photo or sound', accept: '.jpg' })}<div class="actions-row"><button class="button">Keep it</button><a href="/evidence/new">Say more about it</a></div></form>`,
    `<section class="next-step"><h2>The next step</h2><p class="lede">Say what the evidence makes you think: make the first claim.</p><div class="actions-row">${part('_button', { href: '/claims/new', text: 'Make a claim' })}</div></section>`,
    effects(),
    '<div class="with-side"><div>',
    '<div class="section-head"><h2>Latest evidence</h2><a href="/groups/talk/evidence">All 214 pieces</a></div>',
    `<ul class="evidence-grid">${pieces.map(piece => `<li>${part('_evidence-card', { piece })}</li>`).join('')}</ul>`,
    `<section class="stage-head stage-evidence">${part('_stage-shape', { stage: 'evidence' })}<div><h2>Evidence</h2><p>What is really happening, and how do we know?</p></div></section>`,
    part('_saved-text', {
      text: {
        address: '/texts/stage/talk/learned',
        field: 'learned',
        label: 'What we think we are seeing',
        hint: 'Two or three sentences are enough.',
        body: 'Children who talk in threes start sooner, but only when the threes stay the same all week.',
        version: 3,
        rows: 4,
      },
    }),
    part('_saved-text', {
      text: {
        address: '/texts/stage/talk/next',
        field: 'next',
        label: 'What we will look at next',
        body: '',
        version: 0,
      },
    }),
    '<div class="two-sides"><section><h3>Evidence for</h3><ul class="lines"><li>E12, pupil work, Ysgol y Bryn</li><li>E14, sound, Łąka Primary</li></ul></section><section class="against"><h3>Evidence against</h3><ul class="lines"><li>E13, field note, St Brigid’s</li></ul></section></div>',
    part('_thread', {
      address: '/groups/talk/comments',
      may: { comment: true },
      comments: [
        {
          id: '1',
          kind: 'comment',
          by: 'Tomasz Wójcik, Łąka Primary',
          at: '2027-03-05T16:10:00Z',
          html: '<p>We saw the same on Tuesday, though our threes changed every day.</p>',
        },
        {
          id: '2',
          kind: 'challenge',
          by: 'Dr Ayesha Qureshi',
          at: '2027-03-06T09:00:00Z',
          html: '<p>How would you know it is the talk, and not the five minutes?</p>',
          answer: {
            by: 'Nia Prŷs',
            at: '2027-03-07T09:00:00Z',
            html: '<p>St Brigid’s will try five quiet minutes with one class.</p>',
          },
        },
        {
          id: '3',
          kind: 'challenge',
          by: 'Dr Ayesha Qureshi',
          at: '2027-03-08T09:00:00Z',
          html: '<p>Which children are missing from these pictures?</p>',
          answerAddress: '/comments/3/answer',
        },
      ],
    }),
    '</div><aside>',
    '<div><h2>Waiting for you</h2>',
    part('_waiting', {
      lines: [
        { text: 'Dr Ayesha Qureshi asked a challenge about who is missing', href: '/x', action: 'Answer' },
        { text: 'Spring report for Talk before writing', href: '/y', action: 'Write it', due: '2027-03-26' },
      ],
    }),
    '</div>',
    `<h2>This stage still needs</h2><ul class="needs"><li class="met">Evidence from two schools</li><li>Somebody who sees it differently</li></ul>`,
    `<h2>People</h2><ul class="people-list"><li>${part('_person', { person: { name: 'Nia Prŷs', school: 'Ysgol y Bryn' } })}</li><li>${part('_person', { person: { name: 'Siân O’Neill' } })}</li></ul>`,
    '</aside></div>',
    '<div class="section"><h2>Groups</h2><ul class="card-grid">',
    ...(['context', 'purpose', 'action', 'evaluation'] as const).map(
      stage =>
        `<li class="card"><h3><a href="/g/${stage}">${stage === 'context' ? 'What do our new readers bring with them?' : 'Reading aloud after lunch'}</a></h3><p>${part('_stage-track', { states: trackOf(stage, false), small: true })}</p><p class="meta"><span>4 schools</span><span>9 people</span></p></li>`,
    ),
    `<li class="card"><h3><a href="/g/done">Feedback that children use</a></h3><p>${part('_stage-track', { states: trackOf('evaluation', true), small: true })}</p><p>${part('_tag', { text: 'Published', tone: 'done' })} ${part('_tag', { text: 'Second cycle' })} ${part('_tag', { text: 'Answer owed', tone: 'waiting' })} ${part('_tag', { text: 'May not go out', tone: 'caution' })} ${part('_tag', { text: 'Teal', tone: 'teal' })}</p></li>`,
    '</ul></div>',
    part('_filter', {
      clear: '/groups/talk',
      fields: [
        { name: 'q', label: 'Words', value: 'talk' },
        {
          name: 'school',
          label: 'School',
          value: 'bryn',
          options: [
            { value: 'bryn', text: 'Ysgol y Bryn' },
            { value: 'brigid', text: 'St Brigid’s' },
          ],
        },
        { name: 'kind2', label: 'Kind', value: '', options: [{ value: 'note', text: 'field note' }] },
      ],
    }),
    matrix(),
    part('_pagination', { page: { number: 4, pages: 9, total: 214, address: (n: number) => `?page=${n}` } }),
    '<form method="post" action="/sheet" novalidate class="narrow"><h2>A form</h2>',
    part('_field', {
      form: mistaken,
      name: 'title',
      label: 'Title',
      hint: 'A few words that your colleagues will recognise.',
    }),
    part('_field', { form: clean, name: 'roll', label: 'Children on roll', width: 4, inputmode: 'numeric' }),
    part('_field', { form: clean, name: 'password', label: 'Password', type: 'password' }),
    part('_date', { form: mistaken, name: 'when', label: 'When you gathered it' }),
    part('_textarea', {
      form: mistaken,
      name: 'note',
      label: 'What you saw',
      hint: 'In your own words.',
      maxlength: 400,
    }),
    part('_radios', {
      form: mistaken,
      name: 'audience',
      legend: 'Who may see it',
      options: [
        { value: 'me', text: 'Only me for now' },
        { value: 'group', text: 'My group' },
        { value: 'network', text: 'Everyone in the network', hint: 'Eight schools at the moment.' },
      ],
    }),
    part('_radios', {
      form: clean,
      name: 'sure',
      legend: 'How sure are you?',
      inline: true,
      options: [
        { value: 'a', text: 'A hunch' },
        { value: 'b', text: 'Fairly' },
        { value: 'c', text: 'Very' },
      ],
    }),
    part('_checkboxes', {
      form: mistaken,
      name: 'schools',
      legend: 'Schools',
      options: [
        { value: 'bryn', text: 'Ysgol y Bryn' },
        { value: 'brigid', text: 'St Brigid’s' },
      ],
    }),
    part('_select', {
      form: mistaken,
      name: 'town',
      label: 'Town',
      blank: 'Choose one',
      options: [
        { value: 'llan', text: 'Llanfair' },
        { value: 'aber', text: 'Aberwen' },
      ],
    }),
    part('_file', {
      name: 'files',
      label: 'Photos, sound or files',
      hint: 'Up to ten. Photographs lose their place and camera details.',
      multiple: true,
      max: 10,
    }),
    `<details class="later"><summary>Add more about this piece</summary><p>Everything here can wait.</p></details>`,
    `<div class="actions-row">${part('_button', { text: 'Share with the group' })}${part('_button', { text: 'Keep as a draft', secondary: true })}<a href="/back">Go back</a></div></form>`,
    part('_summary-list', {
      rows: [
        { key: 'School', value: 'Ysgol y Bryn', action: { href: '/s', text: 'Change' } },
        { key: 'Gathered on', value: '5 March 2027' },
      ],
    }),
    part('_notice', { heading: 'One school so far', text: 'This claim rests on evidence from Ysgol y Bryn alone.' }),
    part('_notice', {
      text: 'The report for spring is waiting for a second person.',
      tone: 'waiting',
      action: { href: '/r', text: 'Read it' },
    }),
    part('_empty', {
      heading: 'No claims yet',
      text: 'A claim says what you think you are seeing, with the evidence for and against it.',
      action: { href: '/claims/new', text: 'Make the first claim' },
    }),
    part('_copy', {
      text: 'https://workbench.example/invitations/4fK2-long-token-that-wraps',
      label: 'the invitation link',
    }),
    `<div class="reading"><h2>What changed for the children</h2><p>By the third week the quietest six had each begun without help at least once. Ysgol y Bryn’s Year 4 said it best: ŵ, ŷ, ł, ș, Ελληνικά, Школа.</p><blockquote><p>“It was in my head and then it was on the page.”</p></blockquote></div>`,
    part('_confirm', {
      heading: 'Withdraw this piece',
      what: ['E12 disappears from every page, report and download at once.', 'Two claims that lean on it will say so.'],
      who: ['Your group: ten people'],
      undo: 'You can put it back within thirty days.',
      address: '/w',
      button: 'Withdraw the piece',
      danger: true,
      cancel: { href: '/evidence/1', text: 'Leave it as it is' },
      reason: { name: 'reason', label: 'Why' },
    }),
  ]
}

function effects(): string {
  const cell = (judgement: string, sure: string, why: string) =>
    `<td><span class="effect-judgement">${judgement}</span><span class="effect-sure">${sure}</span><p>${why}</p></td>`
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="What the actions did, school by school"><table class="effects-grid"><thead><tr><th scope="col">Action</th><th scope="col">Łąka Primary</th><th scope="col">St Brigid’s</th><th scope="col">Ysgol y Bryn</th></tr></thead><tbody>
  <tr><th scope="row">Talk in threes before writing</th>${cell('Helped some', 'Fairly sure', 'The threes changed daily, so the quiet ones began again each time.')}${cell('Too early to say', 'A hunch', 'Only two weeks.')}${cell('Helped most', 'Very sure', 'The same threes all term, in a class of nineteen.')}</tr></tbody></table></div>`
}

function matrix(): string {
  const cell = (stage: Stage | null) =>
    `<td>${stage ? part('_stage-track', { states: trackOf(stage, false), small: true }) : '<span class="none">–</span>'}</td>`
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="Schools and their groups"><table class="matrix"><caption>Schools and their groups</caption><thead><tr><th scope="col">School</th><th scope="col" class="number">Roll</th><th scope="col">Talk before writing</th><th scope="col">Reading aloud</th><th scope="col">Feedback</th><th scope="col">Outdoors</th></tr></thead><tbody>
  <tr><th scope="row">Ysgol y Bryn</th><td class="number">110</td>${cell('evidence')}${cell(null)}${cell('action')}${cell('context')}</tr>
  <tr><th scope="row">St Brigid’s Roman Catholic Primary</th><td class="number">70</td>${cell('evidence')}${cell('purpose')}${cell(null)}${cell('evaluation')}</tr></tbody></table></div>`
}

/** The rooms of the house, in order: each may know the ones before it, never the ones after. */
const rooms = [
  'people',
  'networks',
  'groups',
  'enquiries',
  'knowledge',
  'keys',
  'evidence',
  'coding',
  'instruments',
  'claims',
  'actions',
  'evaluation',
  'recommendations',
  'write-ups',
  'dossiers',
  'termly-reports',
  'published',
  'conferences',
  'copies',
  'your-day',
]
const plumbing = ['web', 'heavy', 'files', 'documents', 'pdf', 'charts', 'handouts', 'word', 'search', 'texts', 'mail', 'look']

module.exports = {
  forbidden: [
    ...rooms.slice(0, -1).map((room, place) => ({
      name: `${room}-knows-no-later-room`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${rooms.slice(place + 1).join('|')})/` },
    })),
    {
      name: 'no-room-knows-another-rooms-routes-or-forms',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/(routes|forms)\\.ts$', pathNot: '^src/$1/' },
    },
    {
      name: 'only-app-imports-routes',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(app\\.ts|[^/]+/routes[^/]*\\.ts)$' },
      to: { path: '^src/[^/]+/routes\\.ts$' },
    },
    {
      name: 'plumbing-knows-no-room-but-who-is-asking',
      severity: 'error',
      from: { path: `^src/(${plumbing.join('|')})/` },
      to: { path: `^src/(${rooms.join('|')})/`, pathNot: '^src/people/(person|tables|sessions)\\.ts$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
}

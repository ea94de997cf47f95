const { readFileSync } = require('node:fs')

/** The rooms of the house in their order, as src/rooms.ts has them: each may know the ones before it, never the ones after. */
const rooms = [...readFileSync('src/rooms.ts', 'utf8').matchAll(/from '\.\/([a-z-]+)\/room\.js'/g)].map(
  found => found[1],
)
const anyRoom = rooms.join('|')

module.exports = {
  forbidden: [
    ...rooms.slice(0, -1).map((room, place) => ({
      name: `${room}-knows-no-later-room`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${rooms.slice(place + 1).join('|')})/` },
    })),
    {
      name: 'no-room-knows-another-rooms-routes-or-face',
      severity: 'error',
      from: { path: `^src/(${anyRoom})/` },
      to: { path: [`^src/(${anyRoom})/room\\.ts$`, `^src/(${anyRoom})/.*routes\\.ts$`], pathNot: '^src/$1/' },
    },
    {
      name: 'only-the-house-knows-the-faces-of-rooms',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/rooms\\.ts$' },
      to: { path: `^src/(${anyRoom})/room\\.ts$` },
    },
    {
      name: 'no-room-knows-the-list-of-rooms',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '^src/demo/' },
      to: { path: '^src/rooms\\.ts$' },
    },
    {
      name: 'what-is-shared-knows-no-room-but-who-is-asking',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${anyRoom}|demo)/` },
      to: { path: `^src/(${anyRoom})/`, pathNot: '^src/people/(person|tables|sessions)\\.ts$' },
    },
    {
      name: 'nothing-knows-the-demo',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/demo/' },
      to: { path: '^src/demo/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
}

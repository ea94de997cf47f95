import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFile } from '../../src/database.js'
import { migrate } from '../../src/migrate.js'
import { questionIn } from '../../src/search/asking/question.js'
import { fullTextOf } from '../../src/search/index/full-text.js'

// Prints how quick the index is: `npx tsx tests/bench/searching.ts --pieces=1000000`. The pieces are made, of words as uneven as
// language is, in 137 networks of some 70 groups; the questions are those of somebody in three groups and one network.
export async function benchSearch(pieces: number, say: (what: string, figure: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-search-'))
  const { db, engine } = openFile(join(folder, 'search.db'))
  await migrate({ db, engine })
  const { sqlite } = engine
  sqlite.pragma('synchronous = OFF')
  const random = randomFrom(7)
  const word = () => words[Math.floor(words.length * random() ** 4)]!
  const filling = performance.now()
  for (let from = 0; from < pieces; from += 5000) {
    await db.transaction().execute(async trx => {
      for (let at = from; at < Math.min(pieces, from + 5000); at++) {
        const [network, group] = [at % 137, at % 9590]
        await fullTextOf(trx).put(trx, 'piece', {
          record: `piece-${at}`,
          title: Array.from({ length: 5 }, word).join(' '),
          words: Array.from({ length: 40 }, word).join(' '),
          day: new Date(1_600_000_000_000 + (at * 200_000_000_000) / pieces).toISOString(),
          readers: [`member ${group}`, ...(random() < 0.3 ? [`staff ${network}`] : [])],
          about: { group: String(group), by: `person-${at % 35_000}` },
        })
      }
    })
  }
  say(
    `search: ${pieces.toLocaleString('en-GB')} pieces indexed`,
    `${((performance.now() - filling) / 1000).toFixed(1)} s, ${Math.round(statSync(sqlite.name).size / 1_000_000)} MB`,
  )

  const readers = ['everybody', 'author person-1', 'member 11', 'member 148', 'member 285', 'staff 11']
  for (const [name, ask] of [
    ['newest first', (q: string) => fullTextOf(db).newest(db, { question: questionIn(q), readers }, null, 60)],
    ['closest first', (q: string) => fullTextOf(db).closest(db, { question: questionIn(q), readers }, 2000)],
  ] as const) {
    const taken: number[] = []
    for (let round = -20; round < 200; round++) {
      const q = round % 2 ? word() : `${word()} ${word()}`
      const began = performance.now()
      await ask(q)
      if (round >= 0) taken.push(performance.now() - began)
    }
    taken.sort((one, other) => one - other)
    say(`search, ${name}`, `p50 ${taken[100]!.toFixed(1)} ms, p99 ${taken[197]!.toFixed(1)} ms`)
  }
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
}

const words = Array.from({ length: 20_000 }, (_, at) => {
  const sounds = 'ba ce di fo gu la me ni po ru sa te vi wo'.split(' ')
  let left = at + 14
  let made = ''
  for (; left > 0; left = Math.floor(left / sounds.length)) made += sounds[left % sounds.length]
  return made
})

function randomFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

if (process.argv[1]?.endsWith('searching.ts'))
  await benchSearch(
    Number(process.argv.find(one => one.startsWith('--pieces='))?.slice(9) ?? 100_000),
    (what, figure) => process.stdout.write(`${what.padEnd(44)} ${figure}\n`),
  )

import { inOne, openFile } from '../../src/database.js'
import { personById } from '../../src/people/people.js'
import { book } from '../../src/visits/booking/booking.js'
import { slotsOf } from '../../src/visits/visits.js'

/** A program of its own that books one place after the other, as soon as it is told to go. */
process.on('message', (told: 'go' | { file: string; person: string; visits: string[] }) => {
  if (told === 'go') return begin()
  void prepare(told)
})

let begin = () => {}

async function prepare({ file, person: id, visits }: { file: string; person: string; visits: string[] }) {
  const { db } = openFile(file)
  const person = (await personById(db, id))!
  const slots = await Promise.all(visits.map(async visit => (await slotsOf(db, visit))[0]!))
  begin = () => {
    void (async () => {
      const wish = { schoolId: null, people: 1, alongside: '' }
      const states: string[] = []
      for (const slot of slots)
        states.push(await inOne(db, trx => book(trx, { id: slot.visitId, networkId: 'hafren' }, slot, person, wish)))
      process.send!(states, () => process.exit(0))
    })()
  }
  process.send!('ready')
}

import { type AddressInfo, createServer } from 'node:net'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { mailBy } from '../../src/mail/mail.js'
import { readElsewhere } from './read-elsewhere.js'

/** A post office that takes one letter and hands over what was written in it. */
function postOffice() {
  let took: (letter: string) => void = () => {}
  const letter = new Promise<string>(resolve => (took = resolve))
  const server = createServer(socket => {
    let said = ''
    let inLetter = false
    socket.write('220 here\r\n')
    socket.on('data', bytes => {
      said += bytes.toString()
      if (inLetter && said.includes('\r\n.\r\n')) {
        took(said)
        inLetter = false
        socket.write('250 taken\r\n')
      }
      if (inLetter || !said.endsWith('\r\n')) return
      const command = said.trim().split('\r\n').at(-1)!.slice(0, 4)
      said = ''
      inLetter = command === 'DATA'
      socket.write(inLetter ? '354 go on\r\n' : '250 yes\r\n')
    })
  })
  return { server, letter }
}

test('a letter about a date brings it along for the calendar of whoever reads it', async () => {
  const { server, letter } = postOffice()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const smtpUrl = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`
  const mail = mailBy({ smtpUrl, baseUrl: 'https://hafren.example' }, pino({ level: 'silent' }))
  const sent = await mail.send({
    ...{ to: 'sam@schools.example', subject: 'The meeting is moved', text: 'It is on 5 March now.' },
    date: {
      ...{ uid: 'meeting-m17', kind: 'meeting', title: 'Ŵyl; a sgwrs', where: '', href: '/meetings/m17' },
      ...{ starts: '2027-03-05T16:00:00.000Z', ends: null, networkId: 'hafren', groupId: null, mine: true },
      ...{ sequence: 2, changedAt: '2027-01-11T10:00:00.000Z', cancelledAt: null },
    },
  })
  await mail.settled!()
  server.close()

  expect(sent).toBe(true)
  const written = await letter
  expect(written).toContain('From: Enquiry Workbench <no-reply@hafren.example>')
  expect(written).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/)
  const attached = /application\/ics; name=date\.ics[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(written)![1]!
  const { events } = readElsewhere(Buffer.from(attached, 'base64').toString())
  expect(events.map(event => [event.uid, event.summary, event.sequence])).toEqual([
    ['meeting-m17@hafren.example', 'Ŵyl; a sgwrs', '2'],
  ])
})

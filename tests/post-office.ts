import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface PostOffice {
  port: number
  /** Each letter as it came. */
  letters: string[]
  /** How often somebody has come to its door. */
  knocks(): number
  open(): void
  close(): void
}

/** A post office on this machine, which keeps everybody waiting at the door until it opens. */
export async function postOffice(): Promise<PostOffice> {
  const letters: string[] = []
  const sockets = new Set<Socket>()
  let isOpen = false
  let knocks = 0
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    knocks += 1
    if (isOpen) serve(socket, letters)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    letters,
    knocks: () => knocks,
    open: () => void (isOpen = true),
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

function serve(socket: Socket, letters: string[]): void {
  let said = ''
  let letter: string | undefined
  socket.write('220 here\r\n')
  socket.on('data', more => {
    said += String(more)
    for (let end = said.indexOf('\r\n'); end >= 0; end = said.indexOf('\r\n')) {
      const line = said.slice(0, end)
      said = said.slice(end + 2)
      if (letter !== undefined) {
        if (line === '.') {
          letters.push(letter)
          letter = undefined
          socket.write('250 taken\r\n')
        } else letter += `${line}\n`
      } else if (line === 'DATA') {
        letter = ''
        socket.write('354 go on\r\n')
      } else if (line === 'QUIT') socket.end('221 bye\r\n')
      else socket.write('250 yes\r\n')
    }
  })
}

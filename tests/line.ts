import { connect, createServer, type Socket } from 'node:net'

/** A line between the workbench and something it stands on, which can be cut and mended. */
export interface Line {
  /** The same address with the line before it. */
  address: string
  cut(): void
  mend(): void
  /** Cuts whatever goes over it once so many bytes have come back from the other end. */
  cutAfter(bytes: number): void
  close(): Promise<void>
}

export async function lineTo(address: string): Promise<Line> {
  const { hostname, port } = new URL(address)
  const open = new Set<Socket>()
  let [isCut, left] = [false, Infinity]
  const cutAll = () => {
    for (const one of open) one.destroy()
  }
  const server = createServer(near => {
    if (isCut) return void near.destroy()
    const far = connect(Number(port), hostname)
    for (const one of [near, far]) {
      open.add(one)
      one.on('error', () => undefined)
      one.once('close', () => {
        open.delete(one)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.on('data', (chunk: Buffer) => {
      left -= chunk.length
      if (left > 0) return void near.write(chunk)
      left = Infinity
      cutAll()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    cut() {
      isCut = true
      cutAll()
    },
    mend: () => void (isCut = false),
    cutAfter: bytes => void (left = bytes),
    async close() {
      cutAll()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

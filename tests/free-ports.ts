import { createServer, type Server } from 'node:net'

/** So many ports of this machine that nobody listens on just now. */
export async function freePorts(many: number): Promise<number[]> {
  const open = await Promise.all(Array.from({ length: many }, listening))
  const ports = open.map(one => (one.address() as { port: number }).port)
  await Promise.all(open.map(one => new Promise(resolve => one.close(resolve))))
  return ports
}

function listening(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const one = createServer()
    one.once('error', reject)
    one.listen(0, '127.0.0.1', () => resolve(one))
  })
}

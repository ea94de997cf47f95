/** A command of the machine: whatever is wrong is said in a sentence, and the exit code is 1. */
export async function command(work: () => Promise<void> | void): Promise<void> {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`)
    process.exit(1)
  }
}

/** What the system says of a place or a machine, in words; our own sentences stay as they are. */
export function inWords(error: unknown): string {
  const { code = '', message = String(error), path, syscall, address, port } = (error ?? {}) as FromTheSystem
  if (path !== undefined && syscall !== undefined) return ofPlace(code, path, syscall) ?? message
  if (syscall === 'connect' || syscall === 'getaddrinfo')
    return `Nobody answers at ${[address ?? hostIn(error), port].filter(Boolean).join(':')} (${code}). Start what is to answer there, or look at the address.`
  return message
}

interface FromTheSystem extends NodeJS.ErrnoException {
  address?: string
  port?: number
}

function ofPlace(code: string, path: string, syscall: string): string | undefined {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `This account may not use ${path} (${code}). Run the command as the account that runs the workbench, or give it that place.`
    case 'EROFS':
      return `Nothing can be written at ${path} (${code}): that disk is only to be read.`
    case 'ENOSPC':
      return `The disk with ${path} is full (${code}).`
    case 'EEXIST':
      return `There is a file at ${path}, where a folder is needed.`
    case 'ENOTDIR':
      return `${path} is a file, or stands in one, where a folder is needed.`
    case 'EISDIR':
      return `${path} is a folder, where a file is needed.`
    case 'ENOENT':
      return syscall === 'mkdir'
        ? `The folder ${path} cannot be made there.`
        : `There is nothing at ${path}, and it cannot be made there.`
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'EIO':
      return `${path} cannot be looked at (${code}).`
  }
}

function hostIn(error: unknown): string {
  return (error as { hostname?: string }).hostname ?? 'that address'
}

import type { Document } from '../../documents/document.js'
import { whatItSays } from '../../handouts/what-it-says.js'

/** A claim of a write-up that a reader would ask about first, and why. */
export interface WeakClaim {
  claim: string
  because: string[]
}

/** Claims against which nothing is told, or that lean on one school, one person, one kind of evidence or one piece. */
export function weakClaimsIn(document: Document): WeakClaim[] {
  return whatItSays(document)
    .found.map(({ claim, sure, against, leansOn }) => ({
      claim,
      because: [
        ...(against === '' ? ['The write-up tells nothing that speaks against it.'] : []),
        ...leansOn,
        ...(sure === '' ? ['It does not say how sure you are.'] : []),
      ],
    }))
    .filter(({ because }) => because.length > 0)
}

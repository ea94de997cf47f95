import { lettersAfter } from '../../mail/following.js'
import '../facts.js'
import { graveActLetter } from '../letters.js'
import { namesAndAddressesOf } from '../people.js'
import { graveActBy } from './grave-acts.js'
import { graveKinds } from './kinds.js'

/** To whom it touches, at every turn; to those who may agree, when it is asked for; to whoever asked, when it is answered. */
export const tellOfGraveActs = lettersAfter({
  name: 'letters of grave acts',
  follows: ['grave act asked', 'grave act agreed', 'grave act stopped'],
  async write({ db, baseUrl }, { kind, personId, details }) {
    const act = await graveActBy(db, details.act)
    if (!act) return []
    const link = `${baseUrl}/grave-acts/${act.id}`
    const asked = kind === 'grave act asked'
    const ids = asked ? act.agreeing.map(one => one.id) : [act.askedBy]
    const people = await namesAndAddressesOf(db, [act.personId, ...ids])
    const { inWords } = graveKinds[act.kind]
    return people
      .filter(one => one.id !== personId)
      .map(({ id, email }) =>
        graveActLetter(email, kind, {
          ...act,
          what: inWords(id === act.personId ? 'your' : `${act.name}’s`),
          isTheirs: id === act.personId,
          link,
        }),
      )
  },
})

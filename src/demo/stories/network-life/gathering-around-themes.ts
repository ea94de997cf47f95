import { inOne } from '../../../database.js'
import { findCodingGroup } from '../../../coding/codebook/book.js'
import type { House } from '../../../house.js'
import type { Reader } from '../../../names/reader.js'
import type { Theme } from '../../../networks/tables.js'
import { findTerm } from '../../../networks/terms/terms.js'
import { giveRole } from '../../../people/roles/giving-roles.js'
import { putText } from '../../../texts/texts.js'
import { agreeActivity, findActivity, tellOfActivity } from '../../../themes/activities/activities.js'
import { askChampion, findChampion, sayNo, sayYes, stepBack } from '../../../themes/champions/champions.js'
import { addTheme, closeTheme, describeTheme } from '../../../themes/describing/describing.js'
import { handThemeOver } from '../../../themes/handing-over/handing-over.js'
import { ownerOfNotes, ownNotes } from '../../../themes/leading/own-notes.js'
import { letReadingOut, ownerOfTerm, sendNote, termTexts } from '../../../themes/notes/theme-terms.js'
import { addObjective, findObjective, saveObjective } from '../../../themes/objectives/objectives.js'
import { savePlan } from '../../../themes/planning/plans.js'
import { readAcross } from '../../../themes/reading/claims-across.js'
import { addStrand, codesToShare, placeClaim, shareCodes, strandsOf } from '../../../themes/reading/strands.js'
import {
  cancelSession,
  findSession,
  planSession,
  sayComing,
  type SessionWords,
  tellOfSession,
} from '../../../themes/sessions/sessions.js'
import { momentAt } from '../../../web/now.js'
import { themeMaterials } from '../../material/themes/index.js'
import type { ThemeMaterial } from '../../material/themes/types.js'
import { castPerson, type Deed, moment } from '../deeds.js'

/** The themes of both networks: framed, led, handed over, renamed, closed; what was agreed in them, and who came. */
export function themeDeeds(house: House): Deed[] {
  return themeMaterials.flatMap(material => new ThemeStory(house, material).deeds())
}

class ThemeStory {
  /** The theme's id, which a theme that is added in the story has only then. */
  #id: string
  #made = new Map<object, string>()

  constructor(
    readonly house: House,
    readonly material: ThemeMaterial,
  ) {
    this.#id = material.theme
  }

  deeds(): Deed[] {
    return [
      ...this.#framing(),
      ...this.material.objectives.flatMap(one => this.#objective(one)),
      ...this.material.activities.flatMap(one => this.#activity(one)),
      ...this.material.champions.flatMap(one => this.#champion(one)),
      ...this.material.sessions.flatMap(one => this.#session(one)),
      ...this.material.plans.map(one => this.#plan(one)),
      ...this.#writing(),
      ...this.#reading(),
    ]
  }

  #deed(on: string, time: string, act: (theme: Theme, leader: Reader) => Promise<unknown>): Deed {
    return { at: moment(on, time), act: async () => act(await this.#theme(), await this.#leader(on)) }
  }

  #theme(): Promise<Theme> {
    return this.house.db.selectFrom('themes').selectAll().where('id', '=', this.#id).executeTakeFirstOrThrow()
  }

  /** Whoever led the theme on that day; a network leader, where nobody did. */
  #leader(on: string): Promise<Reader> {
    const led = this.material.led.filter(one => one.from <= on).at(-1)
    return castPerson(this.house, led?.by ?? this.material.added?.by ?? 'nia')
  }

  #framing(): Deed[] {
    const { db } = this.house
    const { added, before, closed, focus, handedOver, led } = this.material
    const deeds: Deed[] = []
    if (added)
      deeds.push({
        at: moment(added.on, '16:00'),
        act: async () => {
          const by = await castPerson(this.house, added.by)
          const { name, about } = added
          this.#id = await inOne(db, trx => addTheme(trx, { id: this.material.network }, by, { name, about }))
        },
      })
    else if (before)
      deeds.push(
        this.#deed(led[0]!.from, '08:20', () =>
          db.updateTable('themes').set({ name: before.name }).where('id', '=', this.#id).execute(),
        ),
      )
    // The cast knows who leads a theme from the beginning; of the others the story tells.
    if (handedOver)
      deeds.push(
        this.#deed(led[0]!.from, '08:25', async theme => {
          const by = await castPerson(this.house, handedOver.by)
          const given = { networkId: theme.networkId, personId: led[0]!.by, role: 'co-leader' as const }
          const schoolId = (await castPerson(this.house, led[0]!.by)).schoolsIn(theme.networkId)[0] ?? null
          await inOne(db, trx => giveRole(trx, { ...given, themeId: theme.id, schoolId }, by))
        }),
        this.#deed(handedOver.on, '16:40', async (theme, from) => {
          const by = await castPerson(this.house, handedOver.by)
          const to = await castPerson(this.house, handedOver.to)
          const role = from.roles.find(one => one.themeId === theme.id)!.id
          const schoolId = to.schoolsIn(theme.networkId)[0] ?? null
          const successor = { id: to.id, name: to.name, schoolId, school: null }
          const { word } = handedOver
          await inOne(db, trx => handThemeOver(trx, theme, by, { from: role, to: successor, word }))
        }),
      )
    deeds.push(
      this.#deed(focus.on, '16:15', (theme, leader) =>
        inOne(db, trx =>
          describeTheme(trx, theme, leader, {
            name: before ? this.#newName() : theme.name,
            about: theme.about,
            focus: focus.words,
          }),
        ),
      ),
    )
    if (closed)
      deeds.push(
        this.#deed(closed.on, '17:00', (theme, leader) =>
          inOne(db, trx => closeTheme(trx, theme, leader, closed.because)),
        ),
      )
    return deeds
  }

  #newName(): string {
    return { memory: 'What stays learned', families: 'Families and school' }[this.material.theme]!
  }

  #objective(one: ThemeMaterial['objectives'][number]): Deed[] {
    const { db } = this.house
    const { objective, cameOfIt } = one
    const place = this.material.objectives.indexOf(one)
    const added = this.#deed(one.on, `16:2${place}`, async (theme, leader) => {
      this.#made.set(one, await inOne(db, trx => addObjective(trx, theme, leader, objective)))
    })
    if (!cameOfIt) return [added]
    return [
      added,
      this.#deed(cameOfIt.on, `16:3${place}`, async (theme, leader) => {
        const found = await findObjective(db, theme, this.#made.get(one)!)
        await inOne(db, trx => saveObjective(trx, theme, found, leader, { objective, cameOfIt: cameOfIt.words }))
      }),
    ]
  }

  #activity(one: ThemeMaterial['activities'][number]): Deed[] {
    const { db } = this.house
    const { activity, forWhom, onDay, told } = one
    const agreed = this.#deed(one.on, `17:0${this.material.activities.indexOf(one)}`, async (theme, leader) => {
      this.#made.set(one, await inOne(db, trx => agreeActivity(trx, theme, leader, { activity, forWhom, onDay })))
    })
    if (!told) return [agreed]
    return [
      agreed,
      this.#deed(told.on, '17:15', async (theme, leader) => {
        const found = await findActivity(db, theme, this.#made.get(one)!)
        await inOne(db, trx => tellOfActivity(trx, theme, found, leader, told))
      }),
    ]
  }

  #champion(one: ThemeMaterial['champions'][number]): Deed[] {
    const { db } = this.house
    const { person: personId, school: schoolId, why, yes, no, back } = one
    const found = (theme: Theme) => findChampion(db, theme, this.#made.get(one)!)
    const person = () => castPerson(this.house, personId)
    return [
      this.#deed(one.on, `12:3${this.material.champions.indexOf(one)}`, async (theme, leader) => {
        this.#made.set(one, await inOne(db, trx => askChampion(trx, theme, leader, { personId, schoolId, why })))
      }),
      ...(yes
        ? [
            this.#deed(yes.on, '18:10', async theme => {
              const [champion, by] = [await found(theme), await person()]
              await inOne(db, trx => sayYes(trx, theme, champion, by, yes.knows))
            }),
          ]
        : []),
      ...(no
        ? [
            this.#deed(no, '18:12', async theme => {
              const [champion, by] = [await found(theme), await person()]
              await inOne(db, trx => sayNo(trx, theme, champion, by))
            }),
          ]
        : []),
      ...(back
        ? [
            this.#deed(back, '18:14', async theme => {
              const [champion, by] = [await found(theme), await person()]
              await inOne(db, trx => stepBack(trx, theme, champion, by))
            }),
          ]
        : []),
    ]
  }

  #session(one: ThemeMaterial['sessions'][number]): Deed[] {
    const { db } = this.house
    const { title, kind, place, ledBy, about, school: schoolId, coming, told, cancelled } = one
    const when = { startsAt: momentAt(one.onDay, one.starts)!, endsAt: momentAt(one.onDay, one.ends)! }
    const words: SessionWords = { title, kind, place, ledBy, about, schoolId, ...when }
    const found = (theme: Theme) => findSession(db, theme, this.#made.get(one)!)
    return [
      this.#deed(one.on, '17:30', async (theme, leader) => {
        this.#made.set(one, await inOne(db, trx => planSession(trx, theme, leader, words)))
      }),
      ...coming.map((id, at) =>
        this.#deed(one.on, `18:2${at}`, async theme => {
          const [session, person] = [await found(theme), await castPerson(this.house, id)]
          await inOne(db, trx => sayComing(trx, theme, session, person))
        }),
      ),
      ...(cancelled
        ? [
            this.#deed(cancelled.on, '11:10', async (theme, leader) => {
              const session = await found(theme)
              await inOne(db, trx => cancelSession(trx, theme, session, leader, cancelled.because))
            }),
          ]
        : []),
      ...(told
        ? [
            this.#deed(told.on, '16:50', async (theme, leader) => {
              const session = await found(theme)
              await inOne(db, trx => tellOfSession(trx, theme, session, leader, told))
            }),
          ]
        : []),
    ]
  }

  #plan({ on, halfDays, ...plan }: ThemeMaterial['plans'][number]): Deed {
    const words = { ...plan, researcherHalfDays: halfDays }
    return this.#deed(on, '17:40', (theme, leader) => inOne(this.house.db, trx => savePlan(trx, theme, leader, words)))
  }

  #writing(): Deed[] {
    const { db } = this.house
    const { notes, summaries, ownNotes: own } = this.material
    const put = (leader: Reader, kind: string, owner: string, field: string, body: string) =>
      inOne(db, trx => putText(trx, { kind, owner, field }, body, leader))
    return [
      ...notes.map(note =>
        this.#deed(note.on, '19:10', async (theme, leader) => {
          const term = await findTerm(db, theme.networkId, note.term)
          await put(leader, termTexts, ownerOfTerm(theme, term), 'note', note.body)
          if (note.sent) await inOne(db, trx => sendNote(trx, theme, term, leader))
        }),
      ),
      ...summaries.map(summary =>
        this.#deed(summary.on, '19:30', async (theme, leader) => {
          const term = await findTerm(db, theme.networkId, summary.term)
          await put(leader, termTexts, ownerOfTerm(theme, term), 'reading', summary.body)
          if (summary.out) await inOne(db, trx => letReadingOut(trx, theme, term, leader, true))
        }),
      ),
      ...(own
        ? [
            this.#deed(own.on, '19:40', async (theme, leader) => {
              await put(leader, ownNotes, ownerOfNotes(theme, leader), 'network', own.network)
              await put(leader, ownNotes, ownerOfNotes(theme, leader), 'school', own.school)
            }),
          ]
        : []),
    ]
  }

  #reading(): Deed[] {
    const { db } = this.house
    const { words, codes } = this.material
    return [
      ...words.map(({ on, word, placed = [] }) =>
        this.#deed(on, '19:00', async (theme, leader) => {
          await inOne(db, trx => addStrand(trx, theme, leader, word))
          const strand = (await strandsOf(db, theme.id)).find(one => one.strand === word)!
          const { others, strands } = await readAcross(db, leader, theme)
          const claims = [...others, ...strands.flatMap(one => one.groups)].flatMap(group => group.claims)
          for (const begins of placed) {
            const claim = claims.find(one => one.claim.startsWith(begins))
            if (claim) await inOne(db, trx => placeClaim(trx, strand, claim.id, leader, 'yes'))
          }
        }),
      ),
      ...(codes
        ? [
            this.#deed(codes.on, '20:10', async theme => {
              const by = await castPerson(this.house, codes.by)
              const enquiry = await findCodingGroup(db, by, codes.group)
              const all = await codesToShare(db, theme, enquiry)
              const chosen = all.filter(one => codes.names.some(name => one.text.endsWith(name)))
              const ids = chosen.map(one => one.value)
              await inOne(db, trx => shareCodes(trx, theme, enquiry, by, ids))
            }),
          ]
        : []),
    ]
  }
}

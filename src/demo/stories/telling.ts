import { type Enquiry, findEnquiry } from '../../enquiries/enquiry.js'
import { findEvidence, type Piece } from '../../evidence/evidence.js'
import type { House } from '../../house.js'
import type { Reader } from '../../names/reader.js'
import type { Stage } from '../../stages.js'
import { type CastGroup, demoToday } from '../cast.js'
import type { CycleMaterial, Handover } from '../material/types.js'
import type { FilesOnTheirWay } from './bringing-files.js'
import { daysAfter } from '../../web/now.js'
import { castPerson, moment } from './deeds.js'

/** One cycle of a group while its story is played: what the material names by a key, and what it has become. */
export class Telling {
  readonly pieces = new Map<string, string>()
  readonly claims = new Map<string, string>()
  readonly actions = new Map<string, string>()
  readonly recommendations = new Map<string, string>()
  private readonly logged: Map<string, string>

  constructor(
    readonly house: House,
    readonly group: CastGroup,
    readonly cycle: CycleMaterial,
    readonly handover: Handover | undefined,
    /** The cycle before, already played when this one begins. */
    readonly before: Telling | undefined,
    readonly files: FilesOnTheirWay,
  ) {
    this.logged = momentsOfLogging(cycle)
  }

  as(person: string): Promise<Reader> {
    return castPerson(this.house, person)
  }

  enquiry(person: Reader): Promise<Enquiry> {
    return findEnquiry(this.house.db, person, this.group.id, this.cycle.number)
  }

  piece(person: Reader, key: string): Promise<Piece> {
    return findEvidence(this.house.db, person, known(this.pieces, key))
  }

  /** When a piece was logged: after lessons on the day it was gathered. */
  loggedAt(key: string): string {
    return known(this.logged, key)
  }

  /** Who led the group on that day. */
  leadOn(day: string): string {
    if (this.handover) return day < this.handover.on ? this.handover.from : this.handover.to
    return this.group.people.find(one => one.role === 'lead learner')!.person
  }

  get facilitator(): { person: string; joinedOn: string } | undefined {
    return this.group.people.find(one => one.role === 'facilitator')
  }

  /** The days on which the group came to a stage first and left it last; today's while it is still there. */
  daysAt(stage: Stage): { from: string; until: string } | undefined {
    const { moves, startedOn, finishedOn } = this.cycle
    const from = stage === 'context' ? startedOn : moves.find(move => move.to === stage)?.on
    if (!from) return undefined
    const stays = this.cycle.stage === stage
    const until = stays ? (finishedOn ?? daysAfter(demoToday, -1)) : moves.findLast(move => move.from === stage)!.on
    return { from, until }
  }
}

export function known(ids: Map<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`The demo’s story uses ${key} before it is there.`)
  return id
}

function momentsOfLogging({ evidence }: CycleMaterial): Map<string, string> {
  const onTheDay = new Map<string, number>()
  return new Map(
    evidence.map(({ key, gatheredOn }) => {
      const place = onTheDay.get(gatheredOn) ?? 0
      onTheDay.set(gatheredOn, place + 1)
      return [key, moment(gatheredOn, '15:12', place * 4)]
    }),
  )
}

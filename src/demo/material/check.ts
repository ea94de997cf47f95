import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type CastGroup, groups as castGroups, people, schools } from '../cast.js'
import type {
  Action,
  Claim,
  CycleMaterial,
  Effect,
  GroupMaterial,
  Piece,
  Recommendation,
  Remark,
  Response,
  WriteUp,
} from './types.js'

/** Every name in the material that leads nowhere, as sentences. An empty list means that the material holds together. */
export function faultsIn(materials: GroupMaterial[], filesFolder: string): string[] {
  return materials.flatMap(group =>
    group.cycles.flatMap(cycle =>
      faultsInCycle(group.group, cycle, filesFolder).map(fault => `${group.group} ${cycle.number}: ${fault}`),
    ),
  )
}

function faultsInCycle(groupId: string, cycle: CycleMaterial, filesFolder: string): string[] {
  const group = castGroups.find(one => one.id === groupId)
  const named = namedIn(cycle, group)
  return [
    ...faultsAgainstCast(cycle, group, named),
    ...cycle.evidence.flatMap(piece => [
      ...faultsInPiece(piece, cycle, named),
      ...faultsInFiles(piece, filesFolder),
      ...faultsInSharing(piece),
    ]),
    ...cycle.contextCards.flatMap(card => [
      ...named.school(card.school, 'context card'),
      ...named.member(card.by, 'context card'),
    ]),
    ...cycle.expertise.flatMap(one => [
      ...named.school(one.school, 'expertise'),
      ...named.person(one.who, 'expertise'),
    ]),
    ...cycle.claims.flatMap(claim => faultsInClaim(claim, named)),
    ...cycle.actions.flatMap(action => faultsInAction(action, named)),
    ...cycle.effects.flatMap(effect => faultsInEffect(effect, named)),
    ...cycle.recommendations.flatMap(one => faultsInRecommendation(one, named)),
    ...cycle.moves.flatMap(move => named.member(move.by, 'move')),
    ...cycle.remarks.flatMap(remark => faultsInRemark(remark, named)),
    ...faultsInWriteUp(cycle.writeUp, cycle.evidence),
  ]
}

/** The fault, unless it holds. */
function must(holds: boolean, fault: string): string[] {
  return holds ? [] : [fault]
}

type Named = ReturnType<typeof namedIn>

/** What can be named in a cycle: by the keys of the material and by the ids of the cast. */
function namedIn(cycle: CycleMaterial, group: CastGroup | undefined) {
  const pieces = new Set(cycle.evidence.map(piece => piece.key))
  const members = new Set(group?.people.map(one => one.person))
  return {
    pieces,
    hidden: new Set(cycle.evidence.filter(piece => piece.audience === 'private').map(piece => piece.key)),
    claims: new Set(cycle.claims.map(claim => claim.key)),
    actions: new Set(cycle.actions.map(action => action.key)),
    recommendations: new Set(cycle.recommendations.map(one => one.key)),
    codes: new Set(cycle.codes.map(code => code.name)),
    person: (id: string, where: string) => {
      const isThere = people.some(one => one.id === id)
      return must(isThere, `no person ${id} (${where})`)
    },
    member: (id: string, where: string) => must(members.has(id), `${id} is not in the group (${where})`),
    school: (id: string, where: string) => {
      const isThere = schools.some(one => one.id === id)
      return must(isThere, `no school ${id} (${where})`)
    },
    evidence: (keys: string[], where: string) =>
      keys.flatMap(key => must(pieces.has(key), `no piece ${key} (${where})`)),
  }
}

function faultsAgainstCast(cycle: CycleMaterial, group: CastGroup | undefined, { pieces }: Named): string[] {
  const asked = group?.cycle === cycle.number ? group.question : group?.earlier?.question
  return [
    ...must(group !== undefined, 'no such group'),
    ...must(asked === cycle.question, 'asks something else than the cast'),
    ...must(pieces.size === cycle.evidence.length, 'two pieces have the same key'),
  ]
}

function faultsInPiece(piece: Piece, cycle: CycleMaterial, { member, school, codes }: Named): string[] {
  return [
    ...member(piece.by, piece.key),
    ...school(piece.school, piece.key),
    ...must(piece.title.length <= 120, `long title (${piece.key})`),
    ...must(piece.gatheredOn >= cycle.startedOn, `gathered before the beginning (${piece.key})`),
    ...(piece.codes ?? []).flatMap(code => must(codes.has(code), `no code ${code} (${piece.key})`)),
  ]
}

function faultsInFiles(piece: Piece, filesFolder: string): string[] {
  const files = (piece.files ?? []).flatMap(({ name, transcript, replaced }) => [name, transcript, replaced?.by])
  return files.flatMap(file => must(file === undefined || existsSync(join(filesFolder, file)), `no file ${file}`))
}

function faultsInSharing(piece: Piece): string[] {
  const narrow = ['group', 'school'].includes(piece.consent?.audience ?? 'public')
  return [
    ...must(!(narrow && piece.audience === 'network'), `shared wider than was agreed (${piece.key})`),
    ...must(!(piece.namesAPupil && piece.audience === 'network'), `names a pupil and is shared (${piece.key})`),
  ]
}

function faultsInClaim(claim: Claim, { member, evidence, hidden }: Named): string[] {
  const keys = [...claim.for, ...claim.against]
  return [
    ...member(claim.by, claim.key),
    ...evidence(keys, claim.key),
    ...keys.flatMap(key => must(!hidden.has(key), `rests on the private ${key} (${claim.key})`)),
  ]
}

function faultsInAction(action: Action, { evidence, school, member }: Named): string[] {
  return [
    ...evidence(action.evidence, action.key),
    ...action.adaptations.flatMap(one => [
      ...school(one.school, action.key),
      ...one.who.flatMap(id => member(id, action.key)),
    ]),
    ...action.measures.flatMap(measure => school(measure.school, action.key)),
  ]
}

function faultsInEffect(effect: Effect, { actions, school, evidence }: Named): string[] {
  return [
    ...must(actions.has(effect.action), `no action ${effect.action}`),
    ...school(effect.school, effect.action),
    ...evidence(effect.evidence, effect.action),
  ]
}

function faultsInRecommendation(one: Recommendation, { member, evidence, school }: Named): string[] {
  return [
    ...member(one.by, one.key),
    ...evidence(one.evidence, one.key),
    ...one.to.flatMap(id => school(id, one.key)),
    ...one.responses.flatMap(response => faultsInResponse(response, one)),
  ]
}

function faultsInResponse({ school, by, fromPaper }: Response, { to, key }: Recommendation): string[] {
  const heads = people.filter(who => who.roles.some(role => role.role === 'headteacher' && role.school === school))
  const isHead = heads.some(who => who.id === by)
  const mayEnter =
    heads.length === 0 && people.some(who => who.id === by && who.roles.some(one => one.school === school))
  return [
    ...must(to.includes(school), `${school} was not sent ${key}`),
    ...(fromPaper
      ? must(mayEnter, `${by} enters no slip of ${school}`)
      : must(isHead, `${by} is not head of ${school}`)),
  ]
}

function faultsInRemark({ by, about: { what, key } }: Remark, named: Named): string[] {
  const among = {
    evidence: named.pieces,
    claim: named.claims,
    action: named.actions,
    recommendation: named.recommendations,
  }
  const leads = !(what in among) || among[what as keyof typeof among].has(key ?? '')
  return [...named.person(by, 'remark'), ...must(leads, `remark about nothing: ${what} ${key}`)]
}

function faultsInWriteUp(writeUp: WriteUp | undefined, evidence: Piece[]): string[] {
  const quoted = (writeUp?.parts ?? []).flatMap(part =>
    [...part.markdown.matchAll(/\[\[([a-z0-9-]+)(?: quote| picture)?\]\]/g)].map(([, key]) => key!),
  )
  return quoted.flatMap(key => {
    const piece = evidence.find(one => one.key === key)
    return [
      ...must(piece !== undefined, `no piece ${key} (write-up)`),
      ...must(piece?.audience === 'network', `the write-up quotes ${key}, which is not shared`),
      ...must(piece?.consent?.audience === 'public', `the write-up quotes ${key} without consent`),
    ]
  })
}

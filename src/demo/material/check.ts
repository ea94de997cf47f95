import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { groups as castGroups, people, schools } from '../cast.js'
import type { CycleMaterial, GroupMaterial } from './types.js'

/** Every name in the material that leads nowhere, as sentences. An empty list means that the material holds together. */
export function faultsIn(materials: GroupMaterial[], filesFolder: string): string[] {
  return materials.flatMap(group =>
    group.cycles.flatMap(cycle =>
      faultsInCycle(group.group, cycle, filesFolder).map(fault => `${group.group} ${cycle.number}: ${fault}`),
    ),
  )
}

function faultsInCycle(groupId: string, cycle: CycleMaterial, filesFolder: string): string[] {
  const faults: string[] = []
  const pieces = new Set(cycle.evidence.map(piece => piece.key))
  const hidden = new Set(cycle.evidence.filter(piece => piece.audience === 'private').map(piece => piece.key))
  const claims = new Set(cycle.claims.map(claim => claim.key))
  const actions = new Set(cycle.actions.map(action => action.key))
  const recommendations = new Set(cycle.recommendations.map(one => one.key))
  const codes = new Set(cycle.codes.map(code => code.name))
  const group = castGroups.find(one => one.id === groupId)
  const members = new Set(group?.people.map(one => one.person))

  const must = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault)
  }
  const person = (id: string, where: string) =>
    must(
      people.some(one => one.id === id),
      `no person ${id} (${where})`,
    )
  const member = (id: string, where: string) => must(members.has(id), `${id} is not in the group (${where})`)
  const school = (id: string, where: string) =>
    must(
      schools.some(one => one.id === id),
      `no school ${id} (${where})`,
    )
  const evidence = (keys: string[], where: string) =>
    keys.forEach(key => must(pieces.has(key), `no piece ${key} (${where})`))

  must(group !== undefined, 'no such group')
  const asked = group?.cycle === cycle.number ? group.question : group?.earlier?.question
  must(asked === cycle.question, 'asks something else than the cast')
  must(pieces.size === cycle.evidence.length, 'two pieces have the same key')

  for (const piece of cycle.evidence) {
    member(piece.by, piece.key)
    school(piece.school, piece.key)
    must(piece.title.length <= 120, `long title (${piece.key})`)
    must(piece.gatheredOn >= cycle.startedOn, `gathered before the beginning (${piece.key})`)
    for (const code of piece.codes ?? []) must(codes.has(code), `no code ${code} (${piece.key})`)
    for (const { name, transcript, replaced } of piece.files ?? [])
      for (const file of [name, transcript, replaced?.by])
        must(file === undefined || existsSync(join(filesFolder, file)), `no file ${file}`)
    const narrow = ['group', 'school'].includes(piece.consent?.audience ?? 'public')
    must(!(narrow && piece.audience === 'network'), `shared wider than was agreed (${piece.key})`)
    must(!(piece.namesAPupil && piece.audience === 'network'), `names a pupil and is shared (${piece.key})`)
  }
  for (const card of cycle.contextCards) {
    school(card.school, 'context card')
    member(card.by, 'context card')
  }
  for (const one of cycle.expertise) {
    school(one.school, 'expertise')
    person(one.who, 'expertise')
  }
  for (const claim of cycle.claims) {
    member(claim.by, claim.key)
    evidence([...claim.for, ...claim.against], claim.key)
    for (const key of [...claim.for, ...claim.against])
      must(!hidden.has(key), `rests on the private ${key} (${claim.key})`)
  }
  for (const action of cycle.actions) {
    evidence(action.evidence, action.key)
    for (const one of action.adaptations) {
      school(one.school, action.key)
      one.who.forEach(id => member(id, action.key))
    }
    for (const measure of action.measures) school(measure.school, action.key)
  }
  for (const effect of cycle.effects) {
    must(actions.has(effect.action), `no action ${effect.action}`)
    school(effect.school, effect.action)
    evidence(effect.evidence, effect.action)
  }
  for (const one of cycle.recommendations) {
    member(one.by, one.key)
    evidence(one.evidence, one.key)
    one.to.forEach(id => school(id, one.key))
    for (const response of one.responses) {
      must(one.to.includes(response.school), `${response.school} was not sent ${one.key}`)
      const heads = people.filter(who =>
        who.roles.some(role => role.role === 'headteacher' && role.school === response.school),
      )
      must(
        heads.some(who => who.id === response.by),
        `${response.by} is not head of ${response.school}`,
      )
    }
  }
  for (const move of cycle.moves) member(move.by, 'move')
  for (const remark of cycle.remarks) {
    person(remark.by, 'remark')
    const { what, key } = remark.about
    const among = { evidence: pieces, claim: claims, action: actions, recommendation: recommendations }
    if (what in among) must(among[what as keyof typeof among].has(key ?? ''), `remark about nothing: ${what} ${key}`)
  }
  for (const part of cycle.writeUp?.parts ?? []) {
    for (const [, key] of part.markdown.matchAll(/\[\[([a-z0-9-]+)(?: quote| picture)?\]\]/g)) {
      const piece = cycle.evidence.find(one => one.key === key)
      must(piece !== undefined, `no piece ${key} (write-up)`)
      must(piece?.audience === 'network', `the write-up quotes ${key}, which is not shared`)
      must(piece?.consent?.audience === 'public', `the write-up quotes ${key} without consent`)
    }
  }
  return faults
}

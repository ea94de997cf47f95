import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stageShapes } from '../../src/look/stage-shapes.js'
import { stageKeys, trackOf } from '../../src/stages.js'
import { render } from '../../src/web/showing/views.js'

const track = (data: Record<string, unknown>) => render('shared/_stage-track', { here: '/', ...data })

test('pages draw the same five shapes as the PDFs', () => {
  for (const part of ['_stage-shape', '_stage-track']) {
    const view = readFileSync(`views/shared/${part}.ejs`, 'utf8')
    for (const stage of stageKeys) expect(view).toContain(`${stage}: '${stageShapes[stage]}'`)
  }
})

test('the mark says in words how far a group is', () => {
  expect(track({ states: trackOf('evidence', false), small: true })).toContain('aria-label="Stage 3 of 5: Evidence"')
  expect(track({ states: trackOf('evaluation', true), small: true })).toContain('aria-label="All five stages done"')
})

test('each stage of the track has its name, its state in words and a way to its page', () => {
  const html = track({ states: trackOf('purpose', false, stage => `/groups/talk/stages/${stage}`), current: 'context' })
  expect(html).toMatch(/href="\/groups\/talk\/stages\/context" aria-current="page"/)
  expect(html).toMatch(/Context<span class="govuk-visually-hidden">, done/)
  expect(html).toMatch(/Purpose<span class="govuk-visually-hidden">, where the group is now/)
  expect(html).toMatch(/Action<span class="govuk-visually-hidden">, still to come/)
})

test('a group that went back shows a loop and says how often', () => {
  expect(track({ states: trackOf('evidence', false), returns: 1 })).toContain('Went back once')
  expect(track({ states: trackOf('context', false), returns: 3 })).toMatch(/stage-loop[\s\S]+Went back 3 times/)
  expect(track({ states: trackOf('evidence', false), returns: 0 })).not.toContain('Went back')
})

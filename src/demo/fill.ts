import { Following } from '../facts/following.js'
import { brought } from '../rooms.js'
import type { House } from '../house.js'
import { bringUpToDate } from '../search/keeping.js'
import { beginAnew } from '../search/renewing.js'
import type { GridChart } from '../charts/chart.js'
import { drawChart } from '../charts/draw.js'
import { groups } from './cast.js'
import { enterCast } from './enter-cast.js'
import { groupMaterials, reports } from './material/index.js'
import type { GroupMaterial } from './material/types.js'
import { actionDeeds } from './stories/acting.js'
import { askingDeeds } from './stories/asking.js'
import { bringFiles } from './stories/bringing-files.js'
import { claimDeeds } from './stories/claiming.js'
import { codingDeeds } from './stories/coding.js'
import { conferenceDeeds } from './stories/network-life/conferring.js'
import { commonDayDeeds } from './stories/network-life/keeping-days.js'
import { keepingDeeds } from './stories/network-life/keeping-no-longer.js'
import { type Deed, play } from './stories/deeds.js'
import { projectDeeds } from './stories/network-life/doing-together.js'
import { themeDeeds } from './stories/network-life/gathering-around-themes.js'
import { handoverDeeds } from './stories/handing-over.js'
import { effectDeeds } from './stories/judging.js'
import { pupilDeeds } from './stories/looking-after-pupils.js'
import { loggingDeeds } from './stories/logging.js'
import { meetingDeeds } from './stories/network-life/meeting.js'
import { measuringDeeds } from './stories/measuring.js'
import { fileDeeds } from './stories/minding-files.js'
import { moderationDeeds } from './stories/network-life/moderating.js'
import { forumDeeds } from './stories/network-life/offering.js'
import { recommendationDeeds } from './stories/recommending.js'
import { remarkDeeds } from './stories/remarking.js'
import { reportDeeds } from './stories/reporting.js'
import { gatherings, setTheScene } from './stories/setting-the-scene.js'
import { reviewDeeds } from './stories/network-life/reviewing.js'
import { meansDeeds } from './stories/network-life/sharing-means.js'
import { stageDeeds } from './stories/stages.js'
import { Telling } from './stories/telling.js'
import { partDeeds } from './stories/asking-in-parts.js'
import { visitingDeeds } from './stories/network-life/visiting.js'
import { writeUpDeeds } from './stories/writing-up.js'

/**
 * Fills an empty house with the demo network: the cast, then everything that its groups have done, played in the order
 * in which it happened, through the same verbs as the pages use.
 */
export async function fillDemo(house: House): Promise<void> {
  await enterCast(house.db)
  await house.engine.quickly(async () => {
    wakeCharts()
    await setTheScene(house, handovers())
    await indexTheScene(house)
    const deeds = [
      ...gatherings(house),
      ...reportDeeds(house, reports),
      ...conferenceDeeds(house),
      ...meetingDeeds(house),
      ...projectDeeds(house),
      ...moderationDeeds(house),
      ...forumDeeds(house),
      ...visitingDeeds(house),
      ...reviewDeeds(house),
      ...meansDeeds(house),
      ...commonDayDeeds(house),
      ...keepingDeeds(house),
      ...themeDeeds(house),
      ...pupilDeeds(house),
    ]
    for (const material of groupMaterials) deeds.push(...storyOf(house, material))
    await play(deeds)
    await letFollow(house)
  })
}

/** The cast and the scene are entered without deeds, so no fact tells the index of them. */
async function indexTheScene({ db }: House): Promise<void> {
  await beginAnew(db, brought.searchables)
  await bringUpToDate(db, brought.searchables)
}

/** What was played has its consequences before the door opens; only that nobody gets a letter of it, and no journal tells of it. */
async function letFollow(house: House): Promise<void> {
  const mail = { leaves: false, send: () => Promise.resolve(false) }
  const following = new Following({ ...house, mail, journal: null }, brought.followers)
  await following.settled()
  await following.stop()
}

/** The drawing thread takes a while to wake; it does so while the rest is played. */
function wakeCharts(): void {
  const chart: GridChart = {
    ...{ kind: 'grid', title: '', of: '', sentence: '' },
    ...{ rows: ['a'], columns: ['b'], cells: [[1]] },
  }
  drawChart(chart).catch(() => {})
}

function handovers() {
  const all = groupMaterials.flatMap(({ group, cycles }) =>
    cycles.flatMap(({ handover }) => (handover ? [[group, handover] as const] : [])),
  )
  return new Map(all)
}

function storyOf(house: House, { group: id, cycles }: GroupMaterial): Deed[] {
  const group = groups.find(one => one.id === id)!
  const handover = handovers().get(id)
  const deeds: Deed[] = handover ? handoverDeeds(house, group, handover) : []
  let before: Telling | undefined
  for (const cycle of cycles) {
    const telling = new Telling(house, group, cycle, handover, before, bringFiles(house.store, cycle))
    deeds.push(
      ...stageDeeds(telling, brought.carriesForward),
      ...loggingDeeds(telling),
      ...fileDeeds(telling),
      ...codingDeeds(telling),
      ...claimDeeds(telling),
      ...partDeeds(telling),
      ...actionDeeds(telling),
      ...effectDeeds(telling),
      ...measuringDeeds(telling),
      ...askingDeeds(telling),
      ...recommendationDeeds(telling),
      ...remarkDeeds(telling),
      ...writeUpDeeds(telling),
    )
    before = telling
  }
  return deeds
}

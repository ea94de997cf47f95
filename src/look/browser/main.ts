import { keepCaptures } from './captures-on-this-page.js'
import { showChosenFiles } from './files/chosen-files.js'
import { offerCiting } from './texts/citing.js'
import { walkClaimMap } from './claim-map.js'
import { arrangeCodebook } from './coding/codebook.js'
import { codeTogether } from './coding/coding.js'
import { wakeComponents } from './components.js'
import { coverPictures } from './files/covering.js'
import { offerCopying } from './copying.js'
import { followTranscripts } from './files/transcripts.js'
import { awaitTexts } from './texts/waiting-texts.js'
import { fillInSheets } from './filling.js'
import { offerMentions } from './texts/mentions.js'
import { noticeNames } from './texts/noticing-names.js'
import { watchIdleness } from './idle.js'
import { refreshPreviews } from './texts/previews.js'
import { saveAsTyped } from './texts/saving.js'
import { fetchArranging, fetchEffects, fetchPasskeys, fetchWriting } from './own-scripts.js'
import { keepSideInView } from './layout/side-in-view.js'
import { placeOnSquares } from './square.js'
import { sendOnce } from './sending-once.js'
import { listenForSingleKeys } from './single-keys.js'
import { showUploads } from './files/uploading.js'
import { tickMany } from './ticking.js'
import { useWords } from './using-words.js'
import { weighForms } from './weighing.js'
import { walkHits } from './walking-hits.js'
import { tellOfWideTables } from './layout/wide-tables.js'
import { foldMore, openForPrint, openOnDesk, showOpenWay } from './ways.js'

// Everything works without this file. It only makes the same pages kinder; one kindness that fails leaves the others standing.
for (const kindness of [
  wakeComponents,
  showOpenWay,
  tellOfWideTables,
  keepSideInView,
  foldMore,
  openOnDesk,
  openForPrint,
  saveAsTyped,
  noticeNames,
  refreshPreviews,
  showChosenFiles,
  showUploads,
  weighForms,
  keepCaptures,
  sendOnce,
  offerCopying,
  listenForSingleKeys,
  walkHits,
  offerCiting,
  offerMentions,
  fillInSheets,
  placeOnSquares,
  watchIdleness,
  codeTogether,
  arrangeCodebook,
  followTranscripts,
  awaitTexts,
  coverPictures,
  fetchArranging,
  fetchWriting,
  useWords,
  walkClaimMap,
  tickMany,
  fetchEffects,
  fetchPasskeys,
]) {
  try {
    kindness()
  } catch (error) {
    console.error(error)
  }
}

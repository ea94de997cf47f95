import { knownPlaces, personHere } from './knowing.js'
import { wakeForms } from './log-form.js'
import { openFromAddress } from './opening-again.js'
import { howManyWait } from './queue.js'
import { offerRecording } from './recording.js'
import { keepSending } from './sending.js'
import { showQueue } from './showing-queue.js'
import { watchSigningOut } from './signing-out.js'

// A script of its own, which main.ts fetches where something can be captured or waits to be sent.
void begin()

async function begin(): Promise<void> {
  watchSigningOut()
  offerRecording()
  const places = await knownPlaces()
  if (places && places.places.length > 0) wakeForms(places)
  showUnknown(!personHere() && !places?.places.length)
  showQueue()
  void openFromAddress()
  document.documentElement.dataset.captures = places ? 'ready' : 'unknown'
  if ((await howManyWait()) > 0 || places) keepSending()
}

/** Without signal, and without anybody known to this device, there is nothing to fill in. */
function showUnknown(isUnknown: boolean): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-known]')) part.hidden = isUnknown
  for (const part of document.querySelectorAll<HTMLElement>('[data-unknown]')) part.hidden = !isUnknown
}

/** The lines of a transcript play their sound or film from where they are said, and the line being said is marked. */
export function followTranscripts(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-transcribed]')) {
    const players = [...place.querySelectorAll<HTMLMediaElement>('audio, video')]
    for (const player of players) follow(place, player, players.length === 1)
  }
}

function follow(place: HTMLElement, player: HTMLMediaElement, isAlone: boolean): void {
  const isOf = (line: HTMLElement) =>
    isAlone || line.querySelector('.moment')?.getAttribute('href')?.split('#')[0] === player.getAttribute('src')
  // Asked anew each time, since colleagues' work comes in while it plays.
  const lines = () => [...place.querySelectorAll<HTMLElement>('.said[data-from]')].filter(isOf)

  place.addEventListener('click', event => {
    const moment = (event.target as Element).closest<HTMLElement>('.moment')
    const line = moment?.closest<HTMLElement>('.said')
    if (!line || !isOf(line) || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    player.currentTime = Number(line.dataset.from)
    player.play().catch(() => undefined)
  })
  const cue = () => {
    const line = lines().find(one => one.id !== '' && `#${one.id}` === location.hash)
    if (line) player.currentTime = Number(line.dataset.from)
  }
  // Somebody comes from a search to the moment at which their words are said; they press play themselves.
  cue()
  window.addEventListener('hashchange', cue)
  let before: HTMLElement | undefined
  player.addEventListener('timeupdate', () => {
    const line = lineAt(lines(), player.currentTime)
    if (line === before) return
    before?.classList.remove('said-now')
    before?.querySelector('.moment')?.removeAttribute('aria-current')
    line?.classList.add('said-now')
    line?.querySelector('.moment')?.setAttribute('aria-current', 'true')
    before = line
    if (line && !player.paused) bringIntoView(line)
  })
}

function lineAt(lines: HTMLElement[], seconds: number): HTMLElement | undefined {
  const line = lines.filter(one => Number(one.dataset.from) <= seconds + 0.05).at(-1)
  return line && (line.dataset.to === undefined || Number(line.dataset.to) >= seconds) ? line : undefined
}

/** Only within its own box: the page stays where the reader has put it. */
function bringIntoView(line: HTMLElement): void {
  const box = line.closest<HTMLElement>('.transcript-beside')
  if (box) box.scrollTop = line.offsetTop - box.offsetTop - box.clientHeight / 3
}

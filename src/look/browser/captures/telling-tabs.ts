/** How far each capture has come, told to this tab and to every other one of the same browser. */
export type TabNews =
  | { about: 'list' }
  | { about: 'state'; capture: string; state: State }
  | { about: 'sent'; capture: string; part: string; sent: number }
  | { about: 'saved'; capture: string; location: string; isDraft: boolean; message: string }
  | { about: 'refused'; capture: string; refusal: Refused }
  | { about: 'signing out' }

export type State =
  'waiting for signal' | 'waiting for the workbench' | 'waiting for sign-in' | 'sending' | 'needs you' | 'in the form'

export interface Refused {
  message: string
  errors?: Record<string, string>
}

const channel = new BroadcastChannel('captures')
const here = new EventTarget()

export function tellTabs(news: TabNews): void {
  here.dispatchEvent(new CustomEvent('news', { detail: news }))
  channel.postMessage(news)
}

export function hearTabs(hear: (news: TabNews) => void): void {
  here.addEventListener('news', event => hear((event as CustomEvent<TabNews>).detail))
  channel.addEventListener('message', (event: MessageEvent<TabNews>) => hear(event.data))
}

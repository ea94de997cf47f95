/** Where each capture stands, told to this tab and to every other one of the same browser. */
export type Told =
  | { about: 'list' }
  | { about: 'state'; capture: string; state: State }
  | { about: 'sent'; capture: string; part: string; sent: number }
  | { about: 'saved'; capture: string; location: string; message: string }
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

export function tell(told: Told): void {
  here.dispatchEvent(new CustomEvent('told', { detail: told }))
  channel.postMessage(told)
}

export function listen(hear: (told: Told) => void): void {
  here.addEventListener('told', event => hear((event as CustomEvent<Told>).detail))
  channel.addEventListener('message', (event: MessageEvent<Told>) => hear(event.data))
}

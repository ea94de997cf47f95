import ical, { type VCalendar, type VEvent } from 'node-ical'

/** What a program elsewhere makes of a calendar, by another library than the one that writes it. */
export function readElsewhere(text: string): { calendar: VCalendar; events: VEvent[] } {
  const read = Object.values(ical.sync.parseICS(text))
  const calendar = read.find(one => one.type === 'VCALENDAR')!
  return { calendar, events: read.filter(one => one.type === 'VEVENT') }
}

/** `2027-03-05` of a whole day. */
export function dayRead(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, '0')).join('-')
}

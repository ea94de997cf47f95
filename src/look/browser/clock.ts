const form = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** A moment on the clock of this device: `16:10`. */
export function clock(moment: string | number | Date): string {
  const date = new Date(moment)
  return form.format(Number.isNaN(date.valueOf()) ? new Date() : date)
}

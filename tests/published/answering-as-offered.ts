import type { World } from '../world.js'

/** What stands in the form that is asked before an anonymous copy is made, as whoever presses its button sends it. */
export async function answersOffered(world: World, person: string, work: string): Promise<URLSearchParams> {
  const page = (await world.as(person).get(`${work}/anonymous?edition=1`).expect(200)).text
  const form = /<form method="get"[^]*?<\/form>/.exec(page)![0]
  const fields = [
    ...form.matchAll(/<(?:input|textarea)[^>]* name="([^"]+)"[^>]*?(?: value="([^"]*)"[^>]*>|>\n?([^<]*)<)/g),
  ]
  return new URLSearchParams(fields.map(([, name, value, words]) => [name!, plain(value ?? words ?? '')]))
}

function plain(html: string): string {
  const marks: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" }
  return html.replace(/&(\w+|#\d+);/g, (whole, mark: string) => marks[mark] ?? whole).trim()
}

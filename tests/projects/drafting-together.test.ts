import { describe, expect, test } from 'vitest'
import { textOf } from '../../src/documents/to-text.js'
import { documentOf, openHome } from '../../src/projects/taking-home/home-page.js'
import { newWorld } from '../world.js'

const world = newWorld()
const project = await begun()

async function begun(): Promise<string> {
  const made = await world.as('sam').post('/networks/hafren/projects', {
    ...{ title: 'One feedback policy', whatFor: 'Less marking, more use.', whoFor: '', theme: '', link: '' },
    ...{ startsOn: '2026-09-07', endsOn: '2027-02-12' },
  })
  const address = made.get('location')!
  await world.as('sam').post(`${address}/beginning`)
  await world.as('joanna').post(`${address}/members`, { as: 'school', school: 'st-davids' })
  await world.as('ifan').post(`${address}/members`, { as: 'colleague' })
  return address
}

const policy = '## When we mark\n\nMarking is for the child.\n\n## What we write\n\nOne question a week.'

async function drafted(title: string, body = policy): Promise<string> {
  const made = await world
    .as('sam')
    .post(`${project}/texts`, { title, about: '', writers: ['ifan'] })
    .expect(303)
  const address = made.get('location')!
  await type('sam', address, body, 0)
  return address
}

const saving = (address: string) => `/texts/project%20text/${address.split('/').at(-1)}/text`

async function type(person: string, address: string, body: string, version: number) {
  return world.as(person).post(saving(address), { body, version })
}

describe('a text that two write', () => {
  test('is saved as it is typed, and what both type is kept', async () => {
    const address = await drafted('Both')
    await type('sam', address, policy.replace('for the child', 'for the child, today'), 1)
    await type('ifan', address, policy.replace('a week', 'a lesson'), 1)
    const { text } = await world.as('sam').get(address)
    expect(text).toContain('for the child, today')
    expect(text).toContain('One question a lesson.')
  })

  test('is read and challenged by those in the project, and does not exist for others until it is agreed', async () => {
    const address = await drafted('Challenged')
    expect((await world.as('sadia').get(address)).text).toContain('Marking is for the child.')
    expect((await type('sadia', address, 'mine', 1)).status).toBe(403)
    for (const person of ['nia', 'gwen', 'dilys', 'ruth', 'alex']) {
      expect((await world.as(person).get(address)).status).toBe(404)
      expect((await type(person, address, 'mine', 1)).status).toBe(404)
      expect((await world.as(person).post(`${address}/comments`, { kind: 'comment', words: 'x' })).status).toBe(404)
    }
    expect((await world.as('gwen').get(project)).text).not.toContain('Challenged')
    await world.as('sadia').post(`${address}/comments`, { kind: 'challenge', words: 'And in Year 1?' }).expect(303)
    expect((await world.as('sam').get('/')).text).toContain('1 challenge to “Challenged”')
    const { id } = await world.db.selectFrom('projectComments').select('id').executeTakeFirstOrThrow()
    expect((await world.as('sadia').post(`${address}/comments/${id}/answer`, { words: 'x' })).status).toBe(403)
    await world.as('ifan').post(`${address}/comments/${id}/answer`, { words: 'Said, not written.' }).expect(303)
    expect((await world.as('sadia').get(address)).text).toContain('Said, not written.')
    expect((await world.as('sadia').post(`${address}/comments`, { kind: 'comment', words: '' })).status).toBe(422)
    expect((await world.as('sadia').post(`${address}/comments/${id}/removal`)).status).toBe(403)
    const said = await world.as('sadia').post(`${address}/comments`, { kind: 'comment', words: 'Said too soon.' })
    const removal = `${address}/comments/${said.get('location')!.split('comment-')[1]}/removal`
    expect((await world.as('sam').get(removal)).status).toBe(403)
    expect((await world.as('gwen').get(removal)).status).toBe(404)
    expect((await world.as('sadia').get(removal)).text).toContain('Take your comment back')
    await world.as('sadia').post(removal).expect(303)
    expect((await world.as('sam').get(address)).text).not.toContain('Said too soon.')
  })

  test('is kept under names; only what was agreed goes to the network, and stays as it was', async () => {
    const address = await drafted('Issues')
    expect((await world.as('sadia').post(`${address}/issues`, { name: 'x' })).status).toBe(403)
    await world.as('sam').post(`${address}/issues`, { name: 'For the heads' }).expect(303)
    expect((await world.as('gwen').get(`${address}/issues/1`)).status).toBe(404)
    expect((await world.as('sam').post(`${address}/issues`, { name: 'Agreed', agreed: 'yes' })).status).toBe(422)
    await world
      .as('sam')
      .post(`${address}/issues`, { name: 'Agreed', agreed: 'yes', agreedOn: '2026-11-12' })
      .expect(303)
    await type('sam', address, 'Something quite new.', 1)
    expect((await world.as('gwen').get(address)).text).not.toContain('Something quite new.')
    const page = await world.as('gwen').get(`${address}/issues/2`).expect(200)
    expect(page.text).toContain('One question a week.')
    expect((await world.as('gwen').get(`${address}/issues/1`)).status).toBe(404)
    expect((await world.as('gwen').get(`${address}/issues/9999999`)).status).toBe(404)
    const word = await world.as('gwen').get(`${address}/issues/2/text.docx`).expect(200)
    expect(word.headers['content-disposition']).toContain('issues.docx')
    expect((await world.as('gwen').get('/search?q=question+week')).text).toContain(address)
    expect((await world.as('ruth').get('/search?q=question+week')).text).not.toContain(address)
  })

  test('cannot be kept while nothing is written', async () => {
    const made = await world.as('sam').post(`${project}/texts`, { title: 'Empty', about: '' })
    const page = await world.as('sam').post(`${made.get('location')!}/issues`, { name: 'Too early' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Nothing is written yet')
  })
})

describe('a school’s own version', () => {
  async function agreed(title: string): Promise<string> {
    const address = await drafted(title)
    await world.as('sam').post(`${address}/issues`, { name: 'Agreed', agreed: 'yes', agreedOn: '2026-11-12' })
    return address
  }
  const version = async (home: string) => {
    const [, , , , , , text, , school] = home.split('/')
    return world.db
      .selectFrom('projectHomes')
      .selectAll()
      .where('textId', '=', text!)
      .where('schoolId', '=', school!)
      .executeTakeFirstOrThrow()
  }
  const write = async (person: string, home: string, body: string, at = 1) =>
    world.as(person).post(`/texts/school%20version/${(await version(home)).id}/text`, { body, version: at })

  test('is taken home, changed, explained, and stays at home until the school shares it', async () => {
    const address = await agreed('Taken home')
    expect((await world.as('sadia').post(`${address}/schools`, { school: 'weir' })).status).toBe(403)
    const made = await world.as('sadia').post(`${address}/schools`, { school: 'st-davids' }).expect(303)
    const home = made.get('location')!
    expect((await world.as('sadia').post(`${address}/schools`, { school: 'st-davids' })).status).toBe(409)
    await write('sadia', home, policy.replace('a week', 'a day'))
    expect((await world.as('sadia').post(home, { changed: '', because: '' })).status).toBe(422)
    await world.as('sadia').post(home, { changed: 'Every day.', because: 'We are two classes.' }).expect(303)

    expect((await world.as('gwen').get(home)).status).toBe(404)
    expect((await world.as('sam').get(address)).text).not.toContain('We are two classes.')
    await world.as('sam').post(`${home}/sharing`, { share: 'yes' }).expect(404)
    await world.as('sadia').post(`${home}/sharing`, { share: 'yes' }).expect(303)

    const page = await world.as('gwen').get(home).expect(200)
    expect(page.text).toContain('We are two classes.')
    expect(page.text.match(/<h1/g)).toHaveLength(1)
    expect(page.text).toMatch(/<del class="diff">[\s\S]*?week/)
    expect(page.text).toMatch(/<ins class="diff">[\s\S]*?day/)
    expect((await write('gwen', home, 'x', 2)).status).toBe(403)
    expect((await world.as('gwen').get(`${home}/text.docx`)).status).toBe(200)
    const found = { network: 'hafren', project: home.split('/')[4]!, text: home.split('/')[6]!, school: 'st-davids' }
    const taken = textOf(documentOf(await openHome(world.db, await world.person('gwen'), found)))
    for (const words of [
      'One question a day',
      'What St David’s Church Primary changed',
      'Every day.',
      'We are two classes.',
    ])
      expect(taken).toContain(words)
    expect((await world.as('gwen').get(`${home}/text.pdf`)).headers['content-type']).toContain('application/pdf')
    expect((await world.as('ruth').get(home)).status).toBe(404)
    await world.as('sadia').post(`${home}/sharing`, { share: 'no' }).expect(303)
    expect((await world.as('gwen').get(home)).status).toBe(404)
  })

  test('takes in what a newer issue changed, and keeps what the school changed', async () => {
    const address = await agreed('Moved on')
    const home = (await world.as('huw').post(`${address}/schools`, { school: 'bryn' })).get('location')!
    await write('huw', home, policy.replace('a week', 'a day'))
    await type('sam', address, policy.replace('for the child', 'for the child alone'), 1)
    await world.as('sam').post(`${address}/issues`, { name: 'Spring', agreed: 'yes', agreedOn: '2026-11-20' })
    const before = (await world.as('huw').get(home)).text
    expect(before).toContain('The common text has moved on')
    const news = before.slice(before.indexOf('id="newer"'), before.indexOf('class="with-side"'))
    expect(news).toMatch(/<ins class="diff">[\s\S]*?alone/)
    expect(news).not.toContain('One question a day')
    expect((await world.as('huw').get(address)).text).toContain(
      '“Spring” was agreed after Ysgol y Bryn took the text home',
    )
    expect((await world.as('sadia').get(address)).text).not.toContain('was agreed after')
    expect((await world.as('gwen').post(`${home}/issues/2`)).status).toBe(303)
    const { text } = await world.as('huw').get(home)
    expect(text).toContain('Marking is for the child alone.')
    expect(text).toContain('One question a day.')
    expect(text).not.toContain('The common text has moved on')
  })

  test('is compared as a whole where both changed the same words, and nothing is lost', async () => {
    const address = await agreed('Same words')
    const home = (await world.as('huw').post(`${address}/schools`, { school: 'bryn' })).get('location')!
    await write('huw', home, policy.replace('a week', 'a day'))
    await type('sam', address, policy.replace('a week', 'a month'), 1)
    await world.as('sam').post(`${address}/issues`, { name: 'Spring', agreed: 'yes', agreedOn: '2026-11-20' })
    const page = await world.as('huw').led(`${home}/issues/2`)
    expect(page.text).toContain('changed the same words')
    expect(page.text).toContain('One question a day.')
  })
})

import { describe, onTestFailed, test } from 'vitest'
import * as enquiring from './enquiring.js'
import { coed, moveOn, signIn, weir } from './enquiring.js'
import * as gathering from './gathering.js'
import { openHouse } from './open-house.js'
import * as publishing from './publishing.js'
import * as trying from './trying.js'

const phone = 390
const desk = 1280

for (const script of [true, false]) {
  describe(script ? 'with JavaScript' : 'without JavaScript', () => {
    const house = openHouse()

    test('a question becomes a group, evidence, an action, a published write-up and the term’s report', async () => {
      onTestFailed(async () => console.error(await house.whatEverybodySees()))
      const [alys, samsPhone] = [await house.somebody(desk, script), await house.somebody(phone, script)]

      await signIn(alys, 'alys', 'Alys')
      await enquiring.proposeQuestion(alys)
      const joinLink = await enquiring.copyJoinLink(alys)
      await signIn(samsPhone, 'sam', 'Sam')
      if (script) await enquiring.volunteerFromTheOpenList(samsPhone)
      else await enquiring.volunteerByTheLink(samsPhone, joinLink)

      await enquiring.writeContextCard(alys)
      await moveOn(alys, 'Context', 'Purpose', 'We all mark more than is read.')
      await enquiring.testTheLeverage(alys)
      await enquiring.sayWhatWouldCountAsSuccess(alys)
      await enquiring.bringInWhatOthersKnow(alys)
      await enquiring.sayHowItIsKeptRight(alys)
      await moveOn(alys, 'Purpose', 'Evidence', 'We know what we would have to see.')

      const alysPhone = await house.somebody(phone, script)
      await signIn(alysPhone, 'alys', 'Alys')
      await gathering.logAPhotoFromYourDay(alysPhone)
      await gathering.shareItWithTheGroup(alysPhone)
      await gathering.recordConsentForTheNetwork(alysPhone)
      await alysPhone.leave()
      await gathering.logWhatSpeaksAgainst(samsPhone)
      await gathering.showItToTheNetwork(samsPhone)
      await gathering.makeAClaim(alys)
      await gathering.linkForAndAgainst(alys)
      await gathering.sayWhatWeSee(alys)
      await moveOn(alys, 'Evidence', 'Action', 'Choosing goes with reading, for some.')

      await trying.agreeAnAction(alys)
      await trying.sayHowItWent(alys, coed, 'Slips in two languages.')
      await trying.sayHowItWent(alys, weir, 'Slips only on Fridays.')
      await moveOn(alys, 'Action', 'Evaluation', 'A slip is cheap and is used.')
      await trying.judgeTheEffect(alys, coed, 'Small classes, and time to ask.')
      await trying.judgeTheEffect(alys, weir, 'Fridays are calm here.')
      await trying.recommendIt(alys)
      await trying.sendItTo(alys, weir)

      const imran = await house.somebody(desk, script)
      await signIn(imran, 'imran', 'Imran')
      await trying.answerIt(imran)
      await imran.leave()
      await trying.readTheAnswer(alys)

      await publishing.composeTheWriteUp(alys)
      await publishing.beRefused(alys)
      await publishing.mendIt(alys)
      await publishing.submitTheWriteUp(alys)

      const nia = await house.somebody(desk, script)
      await signIn(nia, 'nia', 'Nia')
      await publishing.approveTheWriteUp(nia)
      const reader = await house.somebody(phone, script)
      await publishing.readThePublishedWriteUp(reader)

      await publishing.sendTheShortReport(alys)
      await publishing.composeTheTermlyReport(nia)
      const rhian = await house.somebody(desk, script)
      await signIn(rhian, 'rhian', 'Rhian')
      await publishing.approveTheTermlyReport(rhian)
      await publishing.readTheTermlyReport(reader)
    }, 400_000)
  })
}

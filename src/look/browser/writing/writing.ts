import { growWithWords } from './growing.js'
import { pasteAsItLooked } from './pasting.js'
import { offerPicking } from './picking.js'
import { giveTools } from './tools.js'

// Help with writing, for every text that takes Markdown.
for (const text of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-markdown]')) {
  const tools = giveTools(text)
  text.after(tools)
  pasteAsItLooked(text, tools)
  offerPicking(text, tools)
}
for (const text of document.querySelectorAll('textarea')) growWithWords(text)

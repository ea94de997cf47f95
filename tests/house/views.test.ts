import { expect, test } from 'vitest'
import { faultsIn } from '../checking-views.js'

const page = (line: string) => `<div>\n  ${line}\n</div>\n`

test('a view that is in order has no faults', () => {
  const view = page('<% if (piece) { %><img src="<%= piece.src %>" alt=""><% } else { %><p>Nothing > yet</p><% } %>')
  expect(faultsIn('one.ejs', view)).toEqual([])
})

test.each([
  ['<p><%- piece.title %></p>', 'puts “piece.title” into the page unescaped'],
  ['<%- body %>', 'puts “body” into the page unescaped'],
  ['<script>go()</script>', 'has something inline that the content policy forbids: <script'],
  ['<p style="color: red">Red</p>', 'has something inline that the content policy forbids: style="'],
  ['<button onclick="go()">Go</button>', 'has something inline that the content policy forbids: onclick="'],
  ['<p><b>Bold</p>', '</p> closes what is not open there'],
  ['<p>Open', '</div> closes what is not open there'],
  ['<%= if (piece %>', 'cannot be read'],
  ['<p>Trailing</p> ', 'line 2 ends in white space'],
  [' <p>Three</p>', 'line 2 is not indented by two spaces for each step'],
  ['<button class="button">Say it</button>', 'has a button “Say it” that does not name its object'],
  ['  <p>Four</p>', 'line 2 is indented by more than one step'],
])('%s is a fault', (line, fault) => {
  expect(faultsIn('one.ejs', page(line)).join('\n')).toContain(fault)
})

test('the frame of every page puts the page into itself, and data for search engines is no script', () => {
  expect(faultsIn('layout.ejs', page('<%- body %>'))).toEqual([])
  expect(faultsIn('one.ejs', page('<script type="application/ld+json"><%- factsInPage(facts) %></script>'))).toEqual([])
})

test('a view ends with one line break', () => {
  expect(faultsIn('one.ejs', '<p></p>')).toEqual(['one.ejs: does not end with one line break'])
})

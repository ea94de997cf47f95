/**
 * The colours of charts, from the light list of src/look/styles/_colours.scss. A page in the dark scheme turns each of
 * them into its dark twin (src/look/styles/_charts.scss), so no colour may stand here that is not named there.
 */
export const colour = {
  ink: '#1f2a2e',
  soft: '#545f62',
  line: '#ddd4c5',
  sheet: '#fffefb',
  teal: '#0b5a60',
  ochre: '#b47b12',
  context: '#35647f',
  purpose: '#8b4167',
  evidence: '#56691f',
  action: '#9c4a22',
  evaluation: '#5f5192',
  /** From none to most. */
  steps: ['#fffefc', '#e2eeeb', '#a9cfcc', '#4f9296', '#0b5a61'],
  onStep: ['#1f2a2e', '#1f2a2e', '#1f2a2e', '#1f2a2f', '#fffefd'],
}

export const family = 'Atkinson Hyperlegible Next, sans-serif'
export const size = 12
export const lineHeight = 14

/** Charts are made for a column that fits a phone and half a page; what shows them scales them a little. */
export const chartWidth = 440

/** What every chart has in common, as Vega-Lite takes it. */
export const config = {
  aria: false,
  background: null,
  font: family,
  view: { stroke: null },
  axis: {
    labelColor: colour.soft,
    titleColor: colour.ink,
    labelFontSize: size,
    titleFontSize: size,
    titleFontWeight: 400,
    gridColor: colour.line,
    domainColor: colour.line,
    tickColor: colour.line,
    labelLimit: 0,
    titleLimit: 0,
    titleAlign: 'left',
  },
  legend: {
    orient: 'bottom',
    direction: 'vertical',
    columns: 1,
    title: null,
    labelColor: colour.ink,
    labelFontSize: size,
    labelLimit: 0,
    symbolSize: 90,
    offset: 8,
  },
  text: { fontSize: size, font: family, fill: colour.ink },
}

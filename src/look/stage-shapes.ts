import type { Stage } from '../stages.js'

/** The outline of each stage in a square of 24: the same on pages, in PDFs and small beside a group's name. */
export const stageShapes: Record<Stage, string> = {
  context: 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18z',
  purpose: 'M12 1.5L22.5 12L12 22.5L1.5 12z',
  evidence: 'M4 4h16v16H4z',
  action: 'M3 4h10.5L22 12l-8.5 8H3z',
  evaluation: 'M12 2.5L23 21H1z',
}

/** The five hues on paper, as in styles/_colours.scss. */
export const stageInks: Record<Stage, string> = {
  context: '#35647f',
  purpose: '#8b4167',
  evidence: '#56691f',
  action: '#9c4a22',
  evaluation: '#5f5192',
}

/** Paper, ink and the accents, for what is drawn outside the browser. */
export const inks = {
  paper: '#fbf8f3',
  ink: '#1f2a2e',
  soft: '#545f62',
  teal: '#0b5a60',
  ochre: '#7d5000',
  line: '#ddd4c5',
}

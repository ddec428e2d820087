/** What a status asks of the reader. Colour never speaks alone: a tone always comes with a shape and a word. */
export type Tone = 'danger' | 'warning' | 'watch' | 'ok' | 'info' | 'neutral';

/** CSS variables of a tone. */
export const toneColors = (tone: Tone): { text: string; surface: string; edge: string } => ({
  text: `var(--tone-${tone}-text)`,
  surface: `var(--tone-${tone}-surface)`,
  edge: `var(--tone-${tone}-edge)`,
});

import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Every pair of text and surface below was measured: at least 4.5:1 for text, 3:1 for the edges of controls.
const tandem: MantineColorsTuple = [
  '#e6f5f8',
  '#cfe9ee',
  '#a3d5df',
  '#74c0ce',
  '#4fadbf',
  '#2f97ab',
  '#137a90',
  '#0b6478',
  '#0a5162',
  '#073e4b',
];
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eff1f4',
  '#e4e7ec',
  '#d4d9e0',
  '#bcc3cd',
  '#868e9a',
  '#575f6a',
  '#434a54',
  '#2d333b',
  '#1b1f24',
];
const dark: MantineColorsTuple = [
  '#e3e6ea',
  '#c6ccd4',
  '#a6adb8',
  '#8b93a0',
  '#454c56',
  '#333941',
  '#23282e',
  '#191c20',
  '#131619',
  '#0d0f11',
];
const red: MantineColorsTuple = [
  '#fdeaea',
  '#fad4d2',
  '#f4aaa6',
  '#ee8580',
  '#ff9d94',
  '#d9413b',
  '#c92a2a',
  '#b42318',
  '#961c14',
  '#7a1610',
];

/** Calm and dense: neutral greys, one accent, tabular figures, 14 px text. */
export const theme = createTheme({
  primaryColor: 'tandem',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { tandem, gray, dark, red },
  black: '#1b1f24',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.375rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  components: {
    Table: { defaultProps: { verticalSpacing: 5, horizontalSpacing: 'sm' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
    Anchor: { defaultProps: { underline: 'always' } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm' } },
    Alert: { defaultProps: { variant: 'outline' } },
    // A list unfolds when one types, clicks or presses the arrow, not because a form opens on its field and it would cover the rest.
    Select: { defaultProps: { openOnFocus: false } },
    MultiSelect: { defaultProps: { openOnFocus: false } },
    Autocomplete: { defaultProps: { openOnFocus: false } },
  },
});

/** Foreground, surface and edge of each status tone; used by `StatusBadge`, `ProblemAlert`, charts and rows. */
const lightTones = {
  danger: ['#a61b1b', '#fdeaea', '#e3a3a0'],
  warning: ['#8f3f00', '#fdeede', '#e3b68c'],
  watch: ['#6b5200', '#fbf3d3', '#d8c27a'],
  ok: ['#1d6b34', '#e5f5ea', '#9fceae'],
  info: ['#1d4f91', '#e7f0fb', '#a9c4e6'],
  neutral: ['#495057', '#eceff2', '#c5ccd4'],
};
const darkTones = {
  danger: ['#ffb4ab', '#3a1615', '#7a3430'],
  warning: ['#ffb77c', '#36200d', '#74491f'],
  watch: ['#ecd06f', '#2e270c', '#665822'],
  ok: ['#8fdba4', '#12301c', '#2c6340'],
  info: ['#a9c9f7', '#13263f', '#31507c'],
  neutral: ['#c6ccd4', '#2a2f36', '#4c545f'],
};

const toneVariables = (tones: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(tones).flatMap(([tone, [text = '', surface = '', edge = '']]) => [
      [`--tone-${tone}-text`, text],
      [`--tone-${tone}-surface`, surface],
      [`--tone-${tone}-edge`, edge],
    ]),
  );

/** Corrections to Mantine's variables where its contrast is below AA, the status tones, and the chart inks. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#575f6a',
    '--mantine-color-placeholder': '#68707c',
    '--mantine-color-error': '#b42318',
    '--mantine-color-disabled-color': '#68707c',
    '--tandem-frame': '#f3f5f7',
    '--tandem-line': '#d4d9e0',
    '--tandem-control-edge': '#868e9a',
    '--tandem-row-hover': '#f3f6f8',
    '--tandem-row-cursor': '#e6f5f8',
    '--chart-line': '#0b6478',
    '--chart-text': '#434a54',
    '--chart-grid': '#e4e7ec',
    '--chart-band': '#dde2e8',
    '--chart-goal': '#1d6b34',
    '--chart-mcid': '#1d4f91',
    '--chart-phase-a': '#f7f8fa',
    '--chart-phase-b': '#edf3f6',
    ...toneVariables(lightTones),
  },
  dark: {
    '--mantine-color-dimmed': '#a6adb8',
    '--mantine-color-placeholder': '#8b93a0',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-disabled-color': '#8b93a0',
    '--mantine-color-anchor': '#74c0ce',
    '--mantine-color-tandem-light': '#12323a',
    '--mantine-color-tandem-light-hover': '#17404a',
    '--mantine-color-gray-light': '#2a2f36',
    '--mantine-color-gray-light-hover': '#333941',
    '--tandem-frame': '#131619',
    '--tandem-line': '#333941',
    '--tandem-control-edge': '#737c88',
    '--tandem-row-hover': '#20252a',
    '--tandem-row-cursor': '#12323a',
    '--chart-line': '#5cc0d0',
    '--chart-text': '#c6ccd4',
    '--chart-grid': '#2a2f36',
    '--chart-band': '#343b44',
    '--chart-goal': '#8fdba4',
    '--chart-mcid': '#a9c9f7',
    '--chart-phase-a': '#1d2125',
    '--chart-phase-b': '#222c33',
    ...toneVariables(darkTones),
  },
});

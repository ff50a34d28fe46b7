import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { componentDefaults } from './component-defaults.ts'

const iris: MantineColorsTuple = [
  '#eeeffc',
  '#dadcf7',
  '#b6baee',
  '#9095e6',
  '#7177df',
  '#5d64da',
  '#4a50c9',
  '#3d43b4',
  '#343aa0',
  '#292e85',
]

const ink: MantineColorsTuple = [
  '#ececf2',
  '#c9c9d4',
  '#ababba',
  '#737385',
  '#3d3d49',
  '#2a2a33',
  '#202028',
  '#18181e',
  '#131318',
  '#0e0e12',
]

const sizes = {
  workspace: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  portal: { xs: '14px', sm: '15px', md: '16px', lg: '18px', xl: '22px' },
}

/** The theme for a place: `workspace` sets text at 14 px, `portal` at 16 px. */
export const deskTheme = (place: 'workspace' | 'portal') =>
  createTheme({
    primaryColor: 'iris',
    primaryShade: { light: 6, dark: 5 },
    colors: { iris, dark: ink },
    fontFamily: 'var(--dk-font)',
    fontFamilyMonospace: 'var(--dk-mono)',
    fontSizes: sizes[place],
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
    headings: {
      fontWeight: '600',
      sizes: {
        h1: { fontSize: place === 'portal' ? '30px' : '22px', lineHeight: '1.25' },
        h2: { fontSize: place === 'portal' ? '22px' : '17px', lineHeight: '1.3' },
        h3: { fontSize: place === 'portal' ? '18px' : '15px', lineHeight: '1.35' },
        h4: { fontSize: place === 'portal' ? '16px' : '14px', lineHeight: '1.4' },
      },
    },
    radius: { xs: '3px', sm: '5px', md: '6px', lg: '10px', xl: '16px' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    autoContrast: false,
    components: componentDefaults(place),
  })

const tokens = {
  '--mantine-color-body': 'var(--dk-bg)',
  '--mantine-color-text': 'var(--dk-text)',
  '--mantine-color-dimmed': 'var(--dk-dim)',
  '--mantine-color-placeholder': 'var(--dk-faint)',
  '--mantine-color-error': 'var(--dk-danger)',
  '--mantine-color-anchor': 'var(--dk-accent-text)',
  '--mantine-color-default-border': 'var(--dk-border-strong)',
  '--mantine-color-default-hover': 'var(--dk-hover)',
  '--mantine-primary-color-filled': 'var(--dk-accent)',
  '--mantine-primary-color-filled-hover': 'var(--dk-accent-hover)',
  '--mantine-primary-color-light': 'var(--dk-accent-soft)',
  '--mantine-primary-color-light-color': 'var(--dk-accent-text)',
  '--mantine-color-iris-light': 'var(--dk-accent-soft)',
  '--mantine-color-iris-light-hover': 'var(--dk-selected)',
  '--mantine-color-iris-light-color': 'var(--dk-accent-text)',
  '--mantine-color-iris-text': 'var(--dk-accent-text)',
  '--mantine-color-default': 'var(--dk-surface)',
  '--mantine-color-default-color': 'var(--dk-text)',
  '--mantine-color-red-text': 'var(--dk-danger)',
  // White stands on it, in the light and in the dark.
  '--mantine-color-red-filled': '#c42b31',
  '--mantine-color-red-filled-hover': '#a82329',
  '--mantine-color-red-light': 'var(--dk-danger-soft)',
  '--mantine-color-red-light-hover': 'var(--dk-danger-soft)',
  '--mantine-color-red-light-color': 'var(--dk-danger)',
  '--mantine-color-yellow-light': 'var(--dk-warn-soft)',
  '--mantine-color-yellow-light-color': 'var(--dk-warn)',
  '--mantine-color-green-light': 'var(--dk-ok-soft)',
  '--mantine-color-green-light-color': 'var(--dk-ok)',
  '--mantine-color-gray-light': 'var(--dk-hover)',
  '--mantine-color-gray-light-color': 'var(--dk-text)',
}

/** Mantine's own variables follow our tokens, so that its parts and ours are one surface. */
// In both schemes, where Mantine sets its own: a variable outside of them would lose.
export const tokensToMantine: CSSVariablesResolver = () => ({ variables: {}, light: tokens, dark: tokens })

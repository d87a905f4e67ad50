/**
 * The colours of look.md §1, measured for contrast on the surface that they sit on. The CSS variables, antd's tokens and the
 * tests read these tables; no other file may name a colour.
 */
export const light = {
  bg: '#F4F5F7',
  surface: '#FFFFFF',
  'surface-2': '#FAFBFC',
  nav: '#FBFBFC',
  line: '#E6E9EE',
  'line-2': '#D3D8E0',
  text: '#1B2130',
  'text-2': '#4D5667',
  'text-3': '#626B7C',
  brand: '#2A5BD7',
  'brand-hover': '#2450BD',
  'brand-active': '#1E44A3',
  'brand-fg': '#2450BD',
  'brand-bg': '#EEF3FE',
  'brand-bg-hover': '#E1EAFD',
  'brand-line': '#C9D8FA',
  red: '#B3261E',
  'red-bg': '#FDF0EF',
  'red-line': '#F3C7C4',
  'red-solid': '#D63A32',
  'on-red': '#FFFFFF',
  amber: '#8A5200',
  'amber-bg': '#FFF6E5',
  'amber-line': '#F0D49E',
  'amber-solid': '#E39A12',
  green: '#1A7447',
  'green-bg': '#EBF7F0',
  'green-line': '#BCE1CB',
  'green-solid': '#2E9E66',
  'green-cell': '#D9F0E2',
  grey: '#5A6373',
  'grey-bg': '#F0F2F5',
  'grey-line': '#DDE1E7',
  'grey-solid': '#A3ABB8',
  inverse: '#1B2130',
  'on-inverse': '#FFFFFF',
  shade: 'rgba(20, 26, 40, 0.42)',
  shadow: '0 8px 28px rgba(20, 26, 40, 0.16), 0 2px 6px rgba(20, 26, 40, 0.06)',
  'card-shadow': '0 1px 2px rgba(20, 26, 40, 0.04)',
} as const

export type Colour = keyof typeof light

export const dark: Record<Colour, string> = {
  bg: '#0F1217',
  surface: '#171B22',
  'surface-2': '#1B2028',
  nav: '#13171D',
  line: '#2A303B',
  'line-2': '#3B4352',
  text: '#E6E9EF',
  'text-2': '#B7BECA',
  'text-3': '#97A0B0',
  brand: '#3F6FE4',
  'brand-hover': '#3763D6',
  'brand-active': '#2F58C4',
  'brand-fg': '#8FB0FF',
  'brand-bg': '#1A2643',
  'brand-bg-hover': '#203056',
  'brand-line': '#2F4374',
  red: '#FF9D95',
  'red-bg': '#341A1B',
  'red-line': '#5E2C2B',
  'red-solid': '#EE625B',
  'on-red': '#1A0C0C',
  amber: '#F3C16B',
  'amber-bg': '#30250F',
  'amber-line': '#57431A',
  'amber-solid': '#D99A2B',
  green: '#80D5A5',
  'green-bg': '#132C1E',
  'green-line': '#255239',
  'green-solid': '#3DAF74',
  'green-cell': '#17402A',
  grey: '#A6AEBB',
  'grey-bg': '#232933',
  'grey-line': '#363E4A',
  'grey-solid': '#6B7482',
  inverse: '#E6E9EF',
  'on-inverse': '#171B22',
  shade: 'rgba(4, 6, 10, 0.6)',
  shadow: '0 10px 32px rgba(0, 0, 0, 0.55), 0 2px 6px rgba(0, 0, 0, 0.4)',
  'card-shadow': 'none',
}

/** `:root{--bg:…}` for both themes, to be written into the page once. */
export function colourVariables(): string {
  const block = (selector: string, colours: Record<Colour, string>) =>
    `${selector}{${Object.entries(colours)
      .map(([name, value]) => `--${name}:${value}`)
      .join(';')}}`
  return block(':root', light) + block(':root[data-theme=dark]', dark)
}

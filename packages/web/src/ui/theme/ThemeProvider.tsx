import { LoadingOutlined } from '@ant-design/icons'
import { ConfigProvider, type ThemeConfig, theme } from 'antd'
import zhCN from 'antd/es/locale/zh_CN'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { usePhone, useReducedMotion } from '../useMedia.ts'
import { useAppearance } from './appearance.ts'
import { type Colour, dark as darkColours, light as lightColours } from './colours.ts'

/** antd in our colours, sizes and language; everything visual below it reads the same tables as the CSS variables. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const { dark } = useAppearance()
  const phone = usePhone()
  const still = useReducedMotion()
  // antd wraps everything in a motion provider when motion first differs from its default, which mounts the whole page anew and loses what
  // was typed. Beginning without motion, it wraps from the start, and a switch later changes only the value.
  const [begun, setBegun] = useState(false)
  useEffect(() => setBegun(true), [])
  const config = useMemo(() => antdTheme(dark, phone, begun && !still), [dark, phone, begun, still])
  return (
    <ConfigProvider
      locale={zhCN}
      theme={config}
      // antd's own loading icon leaves by a transition, and stays for ever where the answer was faster than a frame.
      button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined /> }}
      form={{ requiredMark: false, colon: false }}
    >
      {children}
    </ConfigProvider>
  )
}

function antdTheme(dark: boolean, phone: boolean, motion: boolean): ThemeConfig {
  const colours: Record<Colour, string> = dark ? darkColours : lightColours
  return {
    cssVar: { key: 'zw' },
    hashed: false,
    algorithm: [
      dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
      // An algorithm shifts the brand and the soft fills, above all on dark; each is therefore given, not derived.
      (_, derived) => ({
        ...(derived ?? theme.defaultAlgorithm(theme.defaultSeed)),
        ...colourTokens(colours),
      }),
    ],
    token: {
      ...colourTokens(colours),
      fontFamily: 'var(--font)',
      fontSize: phone ? 15 : 13,
      fontSizeSM: phone ? 13 : 12,
      fontSizeLG: phone ? 16 : 14,
      lineHeight: phone ? 22 / 15 : 20 / 13,
      fontWeightStrong: 600,
      controlHeight: phone ? 44 : 32,
      controlHeightSM: phone ? 36 : 26,
      controlHeightLG: phone ? 48 : 40,
      borderRadius: 6,
      borderRadiusSM: 4,
      borderRadiusLG: 8,
      motion,
      motionDurationFast: '0.1s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.12s',
      motionEaseInOut: 'ease-out',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        // White on the red of the dark theme is too weak (look.md §1).
        dangerColor: colours['on-red'],
        paddingInline: 14,
        defaultHoverColor: colours['brand-fg'],
        defaultActiveColor: colours['brand-fg'],
      },
      Table: {
        cellPaddingBlockSM: 5,
        cellPaddingInlineSM: 12,
        headerBg: colours['surface-2'],
        headerSplitColor: 'transparent',
      },
      Segmented: { trackBg: colours['grey-bg'], itemColor: colours['text-2'], trackPadding: 2 },
      Tabs: { horizontalItemPadding: '10px 0', horizontalItemGutter: 26, titleFontSize: phone ? 15 : 13 },
      Tooltip: { maxWidth: 320 },
    },
  }
}

function colourTokens(colours: Record<Colour, string>): ThemeConfig['token'] {
  return {
    colorPrimary: colours.brand,
    colorPrimaryHover: colours['brand-hover'],
    colorPrimaryActive: colours['brand-active'],
    colorPrimaryBg: colours['brand-bg'],
    colorPrimaryBgHover: colours['brand-bg-hover'],
    colorPrimaryBorder: colours['brand-line'],
    colorPrimaryBorderHover: colours['brand-line'],
    colorPrimaryText: colours['brand-fg'],
    colorPrimaryTextHover: colours['brand-fg'],
    colorPrimaryTextActive: colours['brand-fg'],
    colorInfo: colours.brand,
    colorLink: colours['brand-fg'],
    colorLinkHover: colours['brand-fg'],
    colorLinkActive: colours['brand-fg'],
    colorError: colours['red-solid'],
    colorErrorHover: colours.red,
    colorErrorText: colours.red,
    colorErrorBg: colours['red-bg'],
    colorErrorBorder: colours['red-line'],
    colorWarning: colours['amber-solid'],
    colorWarningText: colours.amber,
    colorWarningBg: colours['amber-bg'],
    colorWarningBorder: colours['amber-line'],
    colorSuccess: colours['green-solid'],
    colorSuccessText: colours.green,
    colorSuccessBg: colours['green-bg'],
    colorSuccessBorder: colours['green-line'],
    colorText: colours.text,
    colorTextSecondary: colours['text-2'],
    colorTextTertiary: colours['text-3'],
    colorTextDescription: colours['text-3'],
    colorTextPlaceholder: colours['text-3'],
    colorIcon: colours['text-3'],
    colorBorder: colours['line-2'],
    colorBorderSecondary: colours.line,
    colorSplit: colours.line,
    colorBgContainer: colours.surface,
    colorBgElevated: colours.surface,
    colorBgLayout: colours.bg,
    colorFillAlter: colours['surface-2'],
    controlItemBgActive: colours['brand-bg'],
    controlItemBgActiveHover: colours['brand-bg-hover'],
    controlItemBgHover: colours['grey-bg'],
    boxShadow: colours.shadow,
    boxShadowSecondary: colours.shadow,
    boxShadowTertiary: colours['card-shadow'],
  }
}

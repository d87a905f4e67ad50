import type { Plugin } from 'vite'

const component = /@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/
const spoken = /role: "img",\s*"aria-label": icon\.name/

/**
 * Icons, antd's own among them, name themselves in English (“home”, “team”) inside every link and button that they stand in. The
 * words beside them say everything already, so an icon is hidden from screen readers unless it was given a name.
 */
export function silentIcons(): Plugin {
  return {
    name: 'zhuowei:silent-icons',
    transform: {
      filter: { id: component },
      handler(code) {
        if (!spoken.test(code)) throw new Error('图标组件换了写法，朗读名称没有去掉：plugins/silent-icons.ts')
        return code.replace(
          spoken,
          `...(restProps['aria-label'] ? { role: 'img' } : { 'aria-hidden': true })`,
        )
      },
    },
  }
}

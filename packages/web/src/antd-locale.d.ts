// antd's locale files are ES modules for the bundler and CommonJS for the type checker; this says what the bundler sees.
declare module 'antd/es/locale/zh_CN' {
  import type { Locale } from 'antd/es/locale'

  const zhCN: Locale
  export default zhCN
}

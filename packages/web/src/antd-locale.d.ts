// antd's locale files are ES modules for the bundler and CommonJS for the type checker; this says what the bundler sees.
declare module 'antd/es/locale/zh_CN' {
  import type { Locale } from 'antd/es/locale'

  const zhCN: Locale
  // biome-ignore lint/style/noDefaultExport: antd's own form
  export default zhCN
}

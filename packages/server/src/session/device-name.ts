/** What a person calls the thing they signed in with: the application, then the machine. */
export function deviceName(userAgent: string): string {
  const found = [applications, machines].flatMap((table) => nameIn(table, userAgent) ?? [])
  return found.length > 0 ? found.join(' · ') : '未知设备'
}

type Table = readonly (readonly [pattern: RegExp, name: string])[]

/** The first that fits; browsers also carry the names of those they descend from. */
const applications: Table = [
  [/wxwork/i, '企业微信'],
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/Lark|Feishu/i, '飞书'],
  [/Edg/, 'Edge'],
  [/Firefox/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const machines: Table = [
  [/HarmonyOS|OpenHarmony/i, '鸿蒙'],
  [/Android/, '安卓'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

const nameIn = (table: Table, userAgent: string) => table.find(([pattern]) => pattern.test(userAgent))?.[1]

import type { RegionCode, Username } from './cast.ts'

export interface Region {
  name: string
  /** 区域经理 (G5); 江汀 gets its owner when 法乐 arrives. */
  owner: Username
  cities: readonly City[]
}

export interface City {
  name: string
  /** Whose beat the city is. */
  home: Username
  counties: readonly string[]
}

/** Names checked against the real cities, counties and districts: none exists (§7). */
export const regions: Record<RegionCode, Region> = {
  YL: {
    name: '云岭片区',
    owner: 'fute',
    cities: [
      { name: '云澈', home: 'jiaoer', counties: ['听涛', '松照', '远岫'] },
      { name: '青穹', home: 'jiaoer', counties: ['晴岚', '揽月', '衔山'] },
      { name: '星垂', home: 'walan', counties: ['照野', '流萤', '栖云'] },
      { name: '望舒', home: 'walan', counties: ['拂晓', '溯光'] },
    ],
  },
  LH: {
    name: '澜海片区',
    owner: 'oumu',
    cities: [
      { name: '沧屿', home: 'weibo', counties: ['归帆', '汐和', '秋屿'] },
      { name: '岚汀', home: 'gaosi', counties: ['澜庭', '观澜', '寒汀'] },
      { name: '扶摇', home: 'gaosi', counties: ['沉璧', '漱石'] },
    ],
  },
  SY: {
    name: '朔原片区',
    owner: 'hezhi',
    cities: [
      { name: '朔霁', home: 'hezhi', counties: ['朗川', '雁回', '听雪'] },
      { name: '澄原', home: 'kulun', counties: ['砚池', '碧梧', '春芜'] },
      { name: '昀泽', home: 'hezhi', counties: ['竹里', '拾穗'] },
    ],
  },
  JT: {
    name: '江汀片区',
    owner: 'fale',
    cities: [
      { name: '霁川', home: 'fale', counties: ['临渊', '枕溪', '问津'] },
      { name: '鹿鸣', home: 'fale', counties: ['疏影', '折桂', '涵虚'] },
    ],
  },
}

// Object.keys forgets the key type of a literal table.
export const regionCodes = Object.keys(regions) as RegionCode[]

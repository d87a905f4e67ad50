import type { ItCategory, Maker } from '@zhuowei/domain/background/fact.ts'

interface Equipment {
  brand: string
  model: string
  /** From and to. */
  quantity: readonly [number, number]
}

/** Made-up makers; the models are only to look like models. */
export const equipmentOf: Record<Exclude<ItCategory, 'other'>, readonly Equipment[]> = {
  server: [
    { brand: '澄岳', model: 'R5280', quantity: [2, 12] },
    { brand: '恒曜', model: 'S620 一体机', quantity: [2, 4] },
  ],
  storage: [
    { brand: '澄岳', model: 'V3000 双控', quantity: [1, 2] },
    { brand: '北辰联创', model: 'T80 磁带库', quantity: [1, 1] },
  ],
  database: [
    { brand: '岚心', model: '企业版 8', quantity: [1, 4] },
    { brand: '衡石', model: '实时库 5', quantity: [1, 2] },
  ],
  network_security: [
    { brand: '北辰联创', model: 'FW-900', quantity: [2, 4] },
    { brand: '临渊', model: '纵向加密 E2', quantity: [2, 6] },
  ],
  network_planning: [{ brand: '省公司统建', model: '综合数据网', quantity: [1, 1] }],
  network_engineering: [
    { brand: '远岫智能', model: 'X7 核心交换', quantity: [2, 2] },
    { brand: '远岫智能', model: 'A24 接入交换', quantity: [12, 60] },
  ],
  video_conference: [{ brand: '照野', model: 'MCU-16', quantity: [1, 1] }],
  surveillance: [
    { brand: '恒曜', model: '厂站视频平台 3', quantity: [1, 1] },
    { brand: '照野', model: '球机 P40', quantity: [20, 80] },
  ],
}

export const productsInUse: readonly { name: string; maker: Maker; brand: string | null; note: string }[] = [
  { name: '机房动环监控', maker: 'own', brand: null, note: '值班员每天看，反映告警准' },
  { name: '运维审计系统', maker: 'own', brand: null, note: '去年验收，今年没有报修' },
  { name: '备份一体机', maker: 'own', brand: null, note: '容量剩两成' },
  { name: '机房动环监控', maker: 'other', brand: '恒曜电力科技', note: '价格低，报修要等三天' },
  { name: '等保整改服务', maker: 'other', brand: '北辰联创', note: '一年一签' },
  { name: '调度数据备份', maker: 'other', brand: '澄岳信息', note: '二次开发排队，使用人不满意' },
]

/** Budgets in 万元. */
export const planned: readonly { name: string; budget: number | null; keyItems: string }[] = [
  { name: '信息机房改造规划', budget: 320, keyItems: '动环改造、精密空调、配电监测，分两期招标' },
  { name: '数字化三年规划', budget: 1800, keyItems: '数据中台、备份与容灾、厂站视频升级' },
  { name: '网络安全整改计划', budget: 150, keyItems: '日志审计、态势感知、纵向加密更换' },
  { name: '县域变电站智能化', budget: null, keyItems: '先做三个站试点，预算待批' },
]

export const heardFrom = ['信通主任口头', '现场查看', '招标公告', '验收资料', '班组座谈'] as const

export const intentions = ['续保一年，等机房改造一起换', '列入明年技改更换', '归省公司统一更换'] as const

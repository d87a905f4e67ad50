/** What the manager has put together about those that one meets most; business facts only. */
export const competitorCards = [
  {
    name: '恒曜电力科技',
    background: '本地企业，做动环和视频起家，近两年转向配电自动化。',
    products: '动环监控、视频监控、配电终端',
    strengths: '有办事处，响应快，价格低',
    weaknesses: '方案偏旧，售后人手少',
    accountManagers: '骆经理跑供电局，单经理跑电厂',
    leaders: '戎总，分管市场的是郁副总',
    salesStyle: '先送试用，再谈价，常在月底压价',
  },
  {
    name: '澄岳信息',
    background: '省外公司，靠备份和存储进入信通，去年设了分公司。',
    products: '存储、备份一体机、容灾服务',
    strengths: '产品稳定，和信通熟',
    weaknesses: '报价高，二次开发要排队',
    accountManagers: '柏经理',
    leaders: '分公司总经理宁总',
    salesStyle: '从技术交流做起，指标写得细',
  },
  {
    name: '北辰联创',
    background: '做网络安全和等保测评，集成是新业务。',
    products: '防火墙、态势感知、等保服务',
    strengths: '等保测评关系好',
    weaknesses: '不做动环，去年两个标交付拖期',
    accountManagers: '翟经理',
    leaders: '支总',
    salesStyle: '借测评发现的问题推自己的设备',
  },
]

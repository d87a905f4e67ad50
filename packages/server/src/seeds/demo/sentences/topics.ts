import type { AccountType } from '@zhuowei/domain/customers/account.ts'

/** Something that a customer may buy from us, in the words of a conversation about it. */
export interface Topic {
  /** As a project would be called. */
  title: string
  short: string
  department: string
  pains: readonly string[]
  scopes: readonly string[]
  rival: string
  for: readonly AccountType[]
}

const grid: AccountType[] = ['city_grid', 'county_grid', 'dispatch']

export const topics: readonly Topic[] = [
  {
    title: '调度数据网安全防护加固',
    short: '二次安防',
    department: '调控中心',
    pains: ['纵向加密装置已过质保', '去年等保测评留了六个整改项', '生产控制大区还没有入侵检测'],
    scopes: ['纵向加密 2 台、入侵检测 1 台', '防火墙 4 台、日志审计 1 套', '网络隔离装置 2 对'],
    rival: '子午网安',
    for: grid,
  },
  {
    title: '营销系统存储扩容与备份',
    short: '存储扩容',
    department: '信通公司',
    pains: ['存储容量已经用到 87%', '备份窗口从 4 小时拖到 9 小时', '年初丢过一次采集数据'],
    scopes: ['全闪存 1 台、备份一体机 1 台', '扩两个盘柜共 96 TB', '双活存储 1 套'],
    rival: '卯酉存储',
    for: grid,
  },
  {
    title: '变电站视频监控改造',
    short: '视频监控改造',
    department: '运维检修部',
    pains: ['老摄像机夜里看不清表计', '三座站的录像存不满 30 天', '无人值守站没有联动告警'],
    scopes: ['6 座站、摄像机 64 路', '摄像机 38 路、录像机 5 台', '平台 1 套、前端 22 路'],
    rival: '庚辛安防',
    for: [...grid, 'power_plant'],
  },
  {
    title: '视频会议系统升级',
    short: '视频会议',
    department: '办公室',
    pains: ['分会场开会经常掉线', '终端停产，买不到备件', '开大会要从市里借设备'],
    scopes: ['主会场 1 套、分会场 11 套', '终端 9 台、MCU 1 台', '会议室 3 间'],
    rival: '壬癸视讯',
    for: [...grid, 'design_institute', 'construction'],
  },
  {
    title: '信息机房动力环境监控',
    short: '机房动环',
    department: '信通运维班',
    pains: ['夏天空调停过两次没人知道', '蓄电池鼓包靠人巡', '配电房漏水没有告警'],
    scopes: ['机房 2 间、测点 46 个', 'UPS 监测 4 路、温湿度 12 点', '1 套平台带 7 个县的接入'],
    rival: '辰戌系统',
    for: [...grid, 'materials', 'other'],
  },
  {
    title: '等级保护测评整改',
    short: '等保整改',
    department: '信息安全专责',
    pains: ['测评报告里高风险有三项', '堡垒机日志只留了两个月', '终端准入一直没有上'],
    scopes: ['堡垒机 1 套、准入 300 点', '漏洞扫描 1 套、加固服务 20 台', '日志审计 1 套、数据库审计 1 套'],
    rival: '子午网安',
    for: [...grid, 'power_plant', 'design_institute'],
  },
  {
    title: '数据库国产化替换试点',
    short: '数据库替换',
    department: '信息中心',
    pains: ['老库的服务合同年底到期', '上级要求明年完成两套替换', '报表高峰期锁表'],
    scopes: ['试点系统 2 套', '数据库授权 8 核、迁移服务 1 项', '一主两备 3 节点'],
    rival: '巳亥数据',
    for: ['city_grid', 'dispatch', 'design_institute'],
  },
  {
    title: '厂区工业网络改造',
    short: '厂区网络',
    department: '设备部',
    pains: ['环网交换机坏一台就停半个厂', '热控和办公还在一张网上', '无线巡检信号盖不住升压站'],
    scopes: ['工业交换机 26 台', '环网 2 个、光缆 9 公里', '无线接入点 40 个'],
    rival: '甲方阵科技',
    for: ['power_plant'],
  },
  {
    title: '生产管理系统服务器更新',
    short: '服务器更新',
    department: '生技部',
    pains: ['服务器用了九年，配件要从网上淘', '点检系统一到月底就卡', '双机早就只剩一台能用'],
    scopes: ['服务器 6 台、虚拟化 1 套', '服务器 4 台、存储 1 台', '超融合 3 节点'],
    rival: '丙丁集成',
    for: ['power_plant', 'materials', 'construction'],
  },
  {
    title: '场站集控数据接入',
    short: '集控接入',
    department: '运行部',
    pains: ['集控中心看不到实时功率', '场站数据靠人工报', '通信中断要等第二天才发现'],
    scopes: ['3 个场站、采集装置 6 台', '前置服务器 2 台、通道 4 条', '规约转换 5 套'],
    rival: '甲方阵科技',
    for: ['power_plant'],
  },
  {
    title: '设计协同平台存储与终端',
    short: '协同平台',
    department: '信息室',
    pains: ['三维模型打开要等两分钟', '图纸版本靠文件名区分', '院外人员传图走个人邮箱'],
    scopes: ['图形工作站 30 台', '云桌面 60 点、存储 1 台', '图档系统 1 套'],
    rival: '丙丁集成',
    for: ['design_institute'],
  },
  {
    title: '施工现场视频与安全管控',
    short: '现场安全管控',
    department: '安质部',
    pains: ['现场违章靠抽查', '布控球流量费一年十几万', '上级要求作业面视频全覆盖'],
    scopes: ['布控球 40 台、平台 1 套', '移动终端 60 台', '安全帽 120 顶、平台 1 套'],
    rival: '庚辛安防',
    for: ['construction', 'materials'],
  },
  {
    title: '录播教室与实训网络',
    short: '录播教室',
    department: '教务科',
    pains: ['实训课录不下来', '投影太暗，学员有意见', '网上培训一百人同时上就卡'],
    scopes: ['录播教室 4 间', '实训机房 1 间、终端 50 台', '点播系统 1 套'],
    rival: '壬癸视讯',
    for: ['other'],
  },
  {
    title: '仓储条码与库区无线',
    short: '仓储网络',
    department: '仓储部',
    pains: ['盘点一次要停三天', '库区无线断断续续', '出入库单还要手工补录'],
    scopes: ['无线接入点 24 个、手持机 18 台', '条码系统 1 套', '库区网络 2 片'],
    rival: '辰戌系统',
    for: ['materials', 'construction'],
  },
]

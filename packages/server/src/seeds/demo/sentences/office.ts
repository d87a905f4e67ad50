import type { Username } from '../cast.ts'

/** A piece of work of a day: what was planned, what came of it, and how it reads when it was not finished. */
export interface Chore {
  plan: string
  done: string
  /** 存在问题及计划; left out where the work always gets done. */
  open?: string
}

/** Numbers in {n}, {m} and {money} fall differently every day. */
export const contractDesk: readonly Chore[] = [
  {
    plan: '核对回款明细并通知各项目主管认领',
    done: '核对 {n} 笔到账，{m} 笔已认领',
    open: '有一笔汇款没有写合同号，明天问对方财务',
  },
  {
    plan: '合同原件归档',
    done: '归档合同 {m} 份，扫描件已上传',
    open: '一份合同缺骑缝章，已请项目主管带回补盖',
  },
  { plan: '开增值税发票', done: '开票 {n} 张，合计 {money} 万元，已寄出' },
  {
    plan: '整理投标文件商务部分',
    done: '商务部分排好版，资质复印件盖章 {n} 页',
    open: '厂家授权函原件还在路上，明天上午到',
  },
  { plan: '登记投标保证金', done: '登记保证金 {m} 笔，退还 1 笔已到账' },
  { plan: '与客户对账', done: '发出对账单 {n} 份，回签 {m} 份', open: '两家财务休假，对账单下周回' },
  { plan: '接待来访客户', done: '接待来访 {m} 批，会议室和用餐已安排' },
  { plan: '汇总本周发货和到货情况', done: '发货 {n} 单，到货签收 {m} 单，进度表已发各项目主管' },
  { plan: '更新合同台账和付款节点', done: '台账更新 {n} 条，标出 {m} 个到期节点' },
  { plan: '打印并寄送合同文本', done: '寄出合同 {m} 份，快递单号已登记' },
  {
    plan: '商务报表数据收集',
    done: '收到 {n} 个人的数据，回收率按区域分好',
    open: '两个区域的费用没有报齐，明天上午再催',
  },
  { plan: '跟厂家确认供货周期', done: '确认 {m} 个型号的供货周期，最长 {n} 天' },
  { plan: '代录电话客户资料', done: '代录客户 {m} 家，五项必填齐全' },
  { plan: '整理上周例会纪要', done: '纪要已发，遗留问题 {m} 条写明责任人' },
  { plan: '核对报价单成本', done: '核对报价 {m} 份，一份毛利偏低，已报安经理' },
  { plan: '办理投标报名和购标书', done: '报名 {m} 个，标书费已付' },
]

export const attendanceDesk: readonly Chore[] = [
  { plan: '检查当天考勤', done: '10 点检查完毕，异常 {m} 条，已逐个核实', open: '一条缺卡还在等本人说明' },
  { plan: '导入打卡数据', done: '导入打卡记录 {n}0 条，无未匹配人员' },
  {
    plan: '核对请假、出差登记',
    done: '请假 {m} 条、出差 {m} 条已与审批单对上',
    open: '一张请假单还差经理签字，明天补',
  },
  { plan: '录入客户联系人', done: '录入联系人 {n} 位，电话格式都改成统一写法' },
  { plan: '清理重复客户', done: '查出疑似重复 {m} 组，报安经理确认后合并' },
  { plan: '装订上月日报统计', done: '统计表装订好，合规率按人列出' },
  { plan: '采购办公用品', done: '采购单已提交，墨盒和档案盒明天到' },
  { plan: '整理投标业绩资料', done: '业绩合同扫描 {n} 份，按行业分了类' },
  { plan: '更新通讯录', done: '通讯录更新 {m} 处，已发各位' },
  { plan: '预订会议室并准备周例会材料', done: '材料打印 {n} 份，投影已试' },
  { plan: '订出差车票和住宿', done: '订票 {m} 人次，住宿按标准' },
  { plan: '催交客户信息反馈表', done: '发出催交名单 {n} 家，收回 {m} 家', open: '三位同事出差，回来后补' },
  { plan: '快递收发登记', done: '收 {n} 件、发 {m} 件，都已登记' },
  { plan: '整理市场信息剪报', done: '摘出招标公告 {n} 条，发到群里' },
]

export const managersDesk: readonly Chore[] = [
  { plan: '批阅各人日报，重点看没有完成的事项', done: '日报已逐份看完，点评 {m} 份' },
  { plan: '与傅特过云岭片区重点项目', done: '过了 {m} 个项目，两个要加快立项' },
  { plan: '与欧牧商量澜海片区投标策略', done: '定了报价原则，毛利不低于一成' },
  { plan: '审合同和报价', done: '审合同 {m} 份、报价 {m} 份', open: '一份报价毛利太低退回重算' },
  { plan: '准备给林总的月度情况', done: '材料写完，回款和预测都有明细' },
  { plan: '和厂家渠道经理谈供货与授权', done: '年度授权谈妥，{m} 个项目报备成功' },
  { plan: '陪项目主管拜访重点客户', done: '拜访 1 家，见到分管领导，答复了质保问题' },
  { plan: '处理售后投诉', done: '投诉已派单，工程师当天到场', open: '备件没到，先用样机顶上，明天跟进' },
  { plan: '面谈新人试用情况', done: '谈了半小时，江汀的客户名单再理一遍' },
  { plan: '费用审批', done: '批费用 {n} 笔，退回 1 笔缺事由' },
  { plan: '与财务核对应收', done: '应收按账龄排好，超 90 天的 {m} 笔逐笔落实' },
  { plan: '研究下个批次招标公告', done: '挑出 {m} 个标，分给各片区' },
  { plan: '调整下季度客户分工', done: '初稿写完，周例会上讨论' },
  { plan: '参加公司经营会', done: '会议纪要已转，回款目标不变' },
]

/** What people who sell plan besides visits. {customer} is one of their own. */
export const sellersDesk: readonly Chore[] = [
  {
    plan: '写{customer}方案',
    done: '{customer}方案写完，发安经理看',
    open: '{customer}方案写了一半，拓扑图明天补',
  },
  {
    plan: '做{customer}报价',
    done: '{customer}报价做好，毛利按一成二',
    open: '厂家底价没有回，{customer}报价明天出',
  },
  { plan: '整理客户资料，补反馈表', done: '补了 {m} 家客户的反馈表' },
  { plan: '跟厂家确认{customer}的供货周期', done: '{customer}的货 {n} 天内到' },
  { plan: '填报差旅费用', done: '费用单 {m} 张交亨礼' },
  {
    plan: '准备{customer}技术参数',
    done: '{customer}参数写好，重点两条有依据',
    open: '{customer}参数还差存储部分，明天上午写完',
  },
  { plan: '电话约下周拜访', done: '约好 {m} 家，时间写进日程' },
  { plan: '看招标公告', done: '看到 {m} 条相关公告，转给亨礼报名' },
  {
    plan: '和工程师对{customer}实施计划',
    done: '{customer}实施计划定了，人员下周到位',
    open: '工程师还在别的现场，{customer}实施计划周内再定',
  },
  { plan: '整理{customer}竞争对手情况', done: '{customer}的对手是{rival}，优缺点写进资料' },
  { plan: '学习新产品资料', done: '看完新产品手册，两条卖点可以用' },
]

export const mondayMeeting: Chore = {
  plan: '周例会',
  done: '周例会：上周遗留问题、本周计划、需要的支持都过了一遍',
}

export const deskOf: Partial<Record<Username, readonly Chore[]>> = {
  hengli: contractDesk,
  ximeng: attendanceDesk,
  anpeizhi: managersDesk,
}

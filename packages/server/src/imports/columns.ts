import { type ImportField, type ImportMapping, importFieldLabel } from '@zhuowei/contract/import-shapes.ts'

/** A field for each heading that is recognised; a field is given once, to the heading that names it most plainly. */
export function proposeMapping(headers: readonly string[]): ImportMapping {
  const mapping: ImportMapping = headers.map(() => null)
  const wishes = headers
    .flatMap((header, column) => wishesOf(header).map((wish) => ({ ...wish, column })))
    .sort((one, other) => one.rank - other.rank || one.column - other.column)
  for (const { column, field } of wishes) {
    if (mapping[column] === null && !mapping.includes(field)) mapping[column] = field
  }
  return mapping
}

/** The same heading in any width, case and decoration: `联系电话 *`, `联系电话（必填）` and `联系电话：` are one. */
export function headingKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\((?:必填|必选|选填|可选|required)\)|必填|\*/g, '')
    .replace(/[\s:_\-/、.。]/g, '')
}

function wishesOf(header: string): { field: ImportField; rank: number }[] {
  const key = headingKey(header)
  return wishesByKey.get(key) ?? wishesByKey.get(key.replace(/\([^)]*\)/g, '')) ?? []
}

/** What people write over these columns, plainest first. A heading may stand under two fields; the first one free takes it. */
const headings: Record<ImportField, readonly string[]> = {
  name: [
    '客户名称',
    '客户全称',
    '单位名称',
    '公司名称',
    '企业名称',
    '客户单位',
    '客户',
    '单位',
    '公司',
    '名称',
    'customer',
    'customername',
    'company',
    'companyname',
    'account',
    'accountname',
  ],
  contactName: [
    '联系人',
    '联系人姓名',
    '客户联系人',
    '主要联系人',
    '姓名',
    '对接人',
    'contact',
    'contactname',
    'name',
  ],
  contactPosition: [
    '联系人职位',
    '联系人职务',
    '职位',
    '职务',
    '岗位',
    '职称',
    'position',
    'title',
    'jobtitle',
  ],
  contactPhone: [
    '联系电话',
    '联系人电话',
    '联系人手机',
    '手机号码',
    '手机号',
    '手机',
    '移动电话',
    '联系方式',
    '电话号码',
    '电话',
    'mobile',
    'mobilephone',
    'cellphone',
    'phone',
    'phonenumber',
    'tel',
  ],
  status: ['客户状态', '状态', '跟进状态', '客户阶段', 'status', 'customerstatus'],
  type: ['客户类型', '客户类别', '单位类型', '单位性质', '类型', '类别', '行业', 'type', 'customertype'],
  region: ['片区', '所属片区', '区域', '所属区域', '大区', '销售区域', 'region', 'area'],
  city: ['城市', '所在城市', '地市', '市', '市州', '所在市', 'city'],
  county: ['县区', '县(区)', '区县', '县', '县市', '所在县', 'county', 'district'],
  owner: [
    '负责人',
    '客户负责人',
    '负责人工号',
    '所属销售',
    '销售负责人',
    '客户经理',
    '项目主管',
    '业务员',
    '销售',
    '销售人员',
    '归属人',
    '跟进人',
    'owner',
    'sales',
    'salesperson',
  ],
  grade: ['客户等级', '客户级别', '等级', '级别', 'abc分类', '客户分级', 'grade'],
  tradeStatus: [
    '交易状态',
    '是否交易',
    '交易情况',
    '成交状态',
    '是否成交',
    '是否交易客户',
    '有无交易',
    'traded',
  ],
  creditCode: [
    '统一社会信用代码',
    '社会信用代码',
    '信用代码',
    '纳税人识别号',
    '税号',
    'creditcode',
    'uscc',
    'taxid',
  ],
  parent: ['上级单位', '上级单位名称', '上级公司', '主管单位', '母公司', '上级', 'parent', 'parentcompany'],
  address: ['通信地址', '通讯地址', '联系地址', '单位地址', '公司地址', '详细地址', '地址', 'address'],
  website: ['网站', '网址', '官网', '公司网址', '主页', 'website', 'url', 'homepage'],
  email: ['单位邮箱', '公司邮箱', '邮箱', '电子邮箱', '电子邮件', 'email', 'mail'],
  phone: ['总机', '单位电话', '公司电话', '办公电话', '固定电话', '固话', '座机', '电话', '电话号码', 'tel'],
  source: ['客户来源', '来源', '来源渠道', '线索来源', 'source'],
  remarks: ['备注', '说明', '客户备注', '备注说明', '其他', 'remark', 'remarks', 'note', 'notes'],
  department: ['部门', '所在部门', '联系人部门', '部门名称', 'department', 'dept'],
  departmentKind: ['部门类别', '部门类型', '部门性质'],
  level: ['联系人层级', '层级', '联系人级别', '管理层级', 'level'],
  personKind: ['人员类别', '人员类型'],
  purchaseRole: ['采购角色', '角色', '决策角色', 'role'],
  relationship: ['关系程度', '关系', '客情关系', '客情', 'relationship'],
  attitude: ['态度', '支持态度', '倾向', 'attitude'],
  contactEmail: ['联系人邮箱', '个人邮箱', '邮箱', '电子邮箱', '电子邮件', 'contactemail', 'email'],
  wechat: ['微信', '微信号', 'wechat'],
  contactRemarks: ['联系人备注', '个人备注'],
}

const wishesByKey = new Map<string, { field: ImportField; rank: number }[]>()
for (const [field, names] of Object.entries(headings) as [ImportField, readonly string[]][]) {
  // the keys of the table above
  for (const [rank, name] of [importFieldLabel[field], ...names].entries()) {
    const key = headingKey(name)
    const known = wishesByKey.get(key) ?? []
    if (!known.some((wish) => wish.field === field)) wishesByKey.set(key, [...known, { field, rank }])
  }
}

import type { AccountType } from '@zhuowei/domain/customers/account.ts'
import { regionCodes, regions } from './places.ts'

export interface NamedCustomer {
  name: string
  type: AccountType
}

/** The 150 customers of §7 by kind; the first two characters of a name say where it lies. */
export function namedCustomers(): NamedCustomer[] {
  const cities = regionCodes.flatMap((code) => regions[code].cities)
  const counties = cities.flatMap((city) => city.counties)
  const of = (type: AccountType, names: readonly string[]) => names.map((name) => ({ name, type }))
  return [
    ...of(
      'city_grid',
      cities.map((city) => `${city.name}市供电公司`),
    ),
    ...of(
      'county_grid',
      counties.map((county) => `${county}县供电公司`),
    ),
    ...of(
      'county_grid',
      suburbs.map((city) => `${city}市城郊供电分公司`),
    ),
    ...of('power_plant', powerPlants),
    ...of('design_institute', [
      ...cities.map((city) => `${city.name}电力设计院有限公司`),
      ...energyInstitutes,
    ]),
    ...of('construction', builders),
    ...of('dispatch', controlCentres),
    ...of('materials', suppliers),
    ...of('other', services),
    ...of('power_plant', parkPlants),
  ]
}

const suburbs = ['云澈', '星垂', '沧屿', '岚汀', '朔霁', '澄原', '霁川']

const powerPlants = [
  ...[
    '云澈热电厂',
    '沧屿发电厂',
    '朔霁热电有限公司',
    '岚汀燃气发电有限公司',
    '霁川热电厂',
    '澄原发电厂',
    '星垂热电厂',
  ],
  ...['衔山水力发电厂', '枕溪水电站', '临渊水力发电有限公司', '溯光水电站', '竹里水力发电厂', '远岫水电站'],
  ...['碧梧水力发电有限公司', '揽月风电场', '雁回风力发电有限公司', '朗川风电场', '归帆海上风电有限公司'],
  ...['听涛风力发电有限公司', '寒汀风电场', '春芜风力发电有限公司', '照野光伏电站', '流萤光伏发电有限公司'],
  ...['拾穗光伏电站', '晴岚光伏发电有限公司', '秋屿光伏电站', '疏影光伏发电有限公司', '折桂光伏电站'],
]

const energyInstitutes = ['沧屿海上新能源设计研究院', '朔霁新能源勘测设计研究院']

const builders = [
  ...['云澈送变电工程有限公司', '青穹电力建设有限公司', '星垂电力工程有限公司', '沧屿送变电工程有限公司'],
  ...['岚汀电力建设有限公司', '扶摇电力安装工程有限公司', '朔霁送变电工程有限公司', '澄原电力建设有限公司'],
  ...['霁川电力工程有限公司', '鹿鸣电力建设有限公司'],
]

const controlCentres = [
  ...['云澈电力调度控制中心', '沧屿电力调度控制中心', '朔霁电力调度控制中心', '霁川电力调度控制中心'],
  ...['岚汀电力科学研究所', '星垂电力科学研究所', '澄原电力科学研究所', '扶摇电力试验研究所'],
]

const suppliers = [
  ...['云澈电力物资有限公司', '青穹电力实业集团有限公司', '星垂电力物资有限公司', '望舒电力实业有限公司'],
  ...['沧屿电力物资有限公司', '岚汀电力实业集团有限公司', '扶摇电力物资有限公司', '朔霁电力物资有限公司'],
  ...[
    '澄原电力物资（集团）有限公司',
    '昀泽电力实业有限公司',
    '霁川电力物资有限公司',
    '鹿鸣电力实业集团有限公司',
  ],
]

const services = [
  ...['云澈电力培训中心', '沧屿电力技术学校', '朔霁电力培训中心', '霁川电力职工培训中心', '扶摇电力培训中心'],
  ...['岚汀电力后勤服务有限公司', '星垂电力物业服务有限公司', '澄原电力后勤服务有限公司'],
  ...['望舒电力职工服务中心', '鹿鸣电力后勤服务有限公司'],
]

const parkPlants = [
  ...[
    '归帆工业园自备电厂',
    '汐和化工园热电站',
    '澜庭产业园自备电厂',
    '观澜冶金园自备电厂',
    '沉璧工业园能源站',
  ],
  ...[
    '漱石建材园自备电厂',
    '听雪工业园自备电厂',
    '砚池纸业园自备电厂',
    '问津工业园能源站',
    '涵虚产业园自备电厂',
  ],
  ...['栖云铝业园自备电厂', '拂晓工业园自备电厂', '松照化工园自备电厂', '昀泽矿业园自备电厂'],
  ...['扶摇纺织园热电站', '青穹工业园能源站'],
]

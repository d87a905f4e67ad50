import { Readable } from 'node:stream'
import { atShanghai } from '@zhuowei/domain/calendar/dates.ts'
import { addAttachment } from '../../../attachments/add.ts'
import type { DemoCustomer } from '../customers.ts'
import { ownerOn } from '../field-work.ts'
import { pageOf, roomWith } from '../papers.ts'
import type { Quarter } from '../quarter.ts'
import { type Act, as, customerId, divisionId } from '../stage/stage.ts'

/** Every so many of the customers that trade with us has its papers. */
const everyNth = 5

/** 六.3.2)① an agreement and a photo of the room hang on some of the older customers. */
export function attachmentActs(quarter: Quarter, customers: readonly DemoCustomer[]): Act[] {
  const older = customers.filter(({ traded, createdOn }) => traded && createdOn < quarter.first)
  return older
    .filter((_, index) => index % everyNth === 0)
    .flatMap((customer, index) => {
      const [first, later] = [quarter.workingDays[8 + index], quarter.workingDays[20 + index]]
      if (!first || !later) return []
      return [
        hang(quarter, customer, first, `${customer.city}机房现场.png`, roomWith(1 + (index % 4))),
        hang(quarter, customer, later, '技术协议.pdf', agreementWith(customer.name)),
      ]
    })
}

function hang(quarter: Quarter, customer: DemoCustomer, date: string, name: string, bytes: Buffer): Act {
  const at = atShanghai(date, '17:20')
  return {
    at,
    key: `attachment|${customer.name}|${name}`,
    play: (stage) =>
      as(stage, ownerOn(customer, date, quarter), at, async (work) => {
        const content = await stage.files.stage(Readable.from([bytes]))
        const subject = { type: 'customer', id: customerId(customer.name), divisionId } as const
        await addAttachment({ ...work, files: stage.files }, subject, { name, content })
      }),
  }
}

const agreementWith = (name: string) =>
  pageOf('技术协议', [
    `甲方：${name}`,
    '乙方：电力事业部',
    '一、设备按双方确认的技术规范书供货，到货前十天通知现场。',
    '二、现场安装由甲方负责，乙方派一名工程师指导。',
    '三、验收以连续运行七十二小时为准。',
    '四、质保期内故障，四小时内答复，次日到现场。',
  ])

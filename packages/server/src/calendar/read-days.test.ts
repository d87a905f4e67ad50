import { calendarYear } from '@zhuowei/domain/calendar/official-years.ts'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../platform/refusal.ts'
import { readDays } from './read-days.ts'

const notice2026 = `国务院办公厅关于2026年
部分节假日安排的通知

经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

const notice2025 = `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`

describe('the text of the notice', () => {
  test.each([
    [2025, notice2025],
    [2026, notice2026],
    [2026, notice2026.replaceAll('\n', '')],
  ])('of %i gives exactly the days that the product ships', (year, text) => {
    const special = calendarYear(year).filter((day) => day.type === 'holiday' || day.type === 'makeup')
    expect(readDays(text, year).sort((one, other) => (one.date < other.date ? -1 : 1))).toEqual(special)
  })

  test('has to be said which year it is for', () => {
    expect(problemsOf(notice2025, null)).toEqual(['这是放假通知的正文，请选择它是哪一年的官方通知'])
  })

  test('a span that makes no sense is told, not guessed', () => {
    expect(problemsOf('一、元旦：1月9日至3日放假。', 2027)).toEqual(['“1月9日至3日放假”里的日期读不懂'])
    expect(problemsOf('一、春节：2月30日放假。', 2027)).toEqual(['“2月30日放假”里的日期读不懂'])
  })

  test('the break over New Year may begin in the old year', () => {
    expect(readDays('一、元旦：2026年12月31日至1月2日放假。', 2027).map((day) => day.date)).toEqual([
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ])
  })
})

describe('a table', () => {
  test.each([
    ['2027-02-08,法定节假日,春节', '2027-02-08', 'holiday', '春节'],
    ['2027/2/8\t休\t春节', '2027-02-08', 'holiday', '春节'],
    ['2027年2月8日，放假，春节', '2027-02-08', 'holiday', '春节'],
    ['20270220,班,春节', '2027-02-20', 'makeup', '春节'],
    ['2027-02-22,上班', '2027-02-22', 'working', ''],
    ['"2027.02.22","rest","厂休"', '2027-02-22', 'rest', '厂休'],
  ])('%s', (line, date, type, name) => {
    expect(readDays(`日期,类型,名称\n${line}\n\n`, null)).toEqual([{ date, type, name, source: 'manual' }])
  })

  test('the mark of a file saved by a spreadsheet does not hide its header', () => {
    expect(readDays('\uFEFF日期,类型\n2027-01-01,休', 2027)).toHaveLength(1)
  })

  test('all wrong lines are told at once, with their number', () => {
    expect(problemsOf('2027-02-30,休\n2027-03-01,半天\n2027-03-02,班', null)).toEqual([
      '第 1 行：“2027-02-30”不是日期',
      '第 2 行：“半天”不是日子的类型，应为工作日、休息日、法定节假日、调休上班',
    ])
  })

  test('of the same day twice the later line counts', () => {
    expect(readDays('2027-03-01,休\n2027-03-01,班', null)).toMatchObject([{ type: 'working' }])
  })
})

describe('a published list in JSON', () => {
  const days = [
    { date: '2027-02-06', name: '春节', isOffDay: true },
    { date: '2027-02-20', name: '春节', isOffDay: false },
  ]
  const expected = [
    { date: '2027-02-06', type: 'holiday', name: '春节', source: 'official' },
    { date: '2027-02-20', type: 'makeup', name: '春节', source: 'official' },
  ]

  test('alone or inside a file with more around it', () => {
    expect(readDays(JSON.stringify(days), 2027)).toEqual(expected)
    expect(readDays(JSON.stringify({ $schema: 'x', year: 2027, papers: [], days }), 2027)).toEqual(expected)
  })

  test('with our own types', () => {
    expect(readDays('[{"date":"2027-06-30","type":"休息日","name":"盘点"}]', null)).toEqual([
      { date: '2027-06-30', type: 'rest', name: '盘点', source: 'manual' },
    ])
  })

  test.each(['{"days":', '{"a":1}', '[1,2]', '[{"date":"2027-01-01"}]'])('%s is not understood', (text) => {
    expect(problemsOf(text, 2027)).toEqual([
      '不是能识别的 JSON：应为 {date, name, isOffDay} 或 {date, type, name} 的列表',
    ])
  })
})

test('text without any date says so', () => {
  expect(problemsOf('[]', 2027)).toEqual(['没有读到任何日期'])
  expect(problemsOf('你好', 2027)).toEqual(['没有读到任何日期'])
})

function problemsOf(text: string, year: number | null): string[] {
  try {
    readDays(text, year)
  } catch (error) {
    if (error instanceof Refusal) return error.errors?.map((one) => one.message) ?? []
    throw error
  }
  return []
}

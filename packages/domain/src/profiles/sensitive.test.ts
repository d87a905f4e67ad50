import { describe, expect, test } from 'vitest'
import { emptyProfile } from './profile.ts'
import { sensitiveIn, sensitiveInProfile } from './sensitive.ts'

describe('六.3.1)④, 个人信息保护法 28: what must not be kept without a consent of its own is noticed', () => {
  test.each([
    ['身份证 11010519491231002X', ['idNumber'], 'check digit X'],
    ['１１０１０５１９４９１２３１００２Ｘ', ['idNumber'], 'full width'],
    ['110105 19491231 002x', ['idNumber'], 'in groups, small x'],
    ['110105194912310021', ['idNumber'], 'wrong check digit'],
    ['11010519491231002a', [], 'no check digit at all'],
    ['110105194913310021', ['idNumber'], 'eighteen digits that are no card'],
    ['110105－1949－1231－002X', ['idNumber'], 'full-width dashes'],
    ['旧证 110105491231002', ['idNumber'], 'fifteen digits'],
    ['110105491331002', [], 'fifteen digits without a month'],
    ['卡号 6222 0200 0000 0000 007', ['bankCard'], 'in groups, wrong check digit'],
    ['6222 0200 0000 0000', ['bankCard'], 'sixteen digits in groups, wrong check digit'],
    ['卡号 6222020000000000007', ['bankCard'], 'in one, wrong check digit'],
    ['2019 2020 2021 2022 年都参加', [], 'years'],
    ['2024-11-12 2024-12-14', [], 'two dates'],
    ['13800000000 13900000000', [], 'two phone numbers'],
    ['卡号 4111-1111-1111-1111', ['bankCard'], 'sixteen digits'],
    ['卡号 6228480402564890018', ['bankCard'], 'nineteen digits'],
    ['订单 41111111111111110000000', [], 'a longer number is no card'],
    ['手机 13800000000', [], 'a phone number'],
    ['去年做过心脏手术', ['health'], 'an operation'],
    ['血糖偏高，少约饭局', ['health'], 'a value'],
    ['信佛，吃素', ['religion'], 'a belief'],
    ['每周日去教堂', ['religion'], 'a church'],
    ['周五做礼拜', ['religion'], 'a service'],
    ['家里供佛', ['religion'], 'an altar'],
    ['只吃清真', ['religion'], 'a diet'],
    ['初一去寺庙烧香', ['religion'], 'a temple'],
    ['佛山人，仿佛见过', [], 'a town and a word'],
    ['孩子八岁，在读小学', ['children'], 'an age in characters'],
    ['女儿 13 岁', ['children'], 'below fourteen'],
    ['女儿 14 岁', [], 'fourteen'],
    ['女儿 23 岁，在读研究生', [], 'grown up'],
    ['儿子今年上初二', ['children'], 'a school'],
    ['小学毕业后随父亲到云岭', [], 'his own school'],
    ['电力系统自动化专业，喜欢钓鱼', [], 'nothing'],
    ['', [], 'nothing at all'],
    ['信佛；女儿 6 岁；高血压', ['health', 'religion', 'children'], 'several'],
  ] as const)('%s → %j (%s)', (text, kinds, _why) => {
    expect(sensitiveIn(text)).toEqual(kinds)
  })

  test('each field says what was found in it', () => {
    expect(sensitiveInProfile({ ...emptyProfile, family: '女儿 6 岁', habits: '钓鱼' })).toEqual([
      { field: 'family', kinds: ['children'] },
    ])
  })
})

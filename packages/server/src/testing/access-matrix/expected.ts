/**
 * The role matrix of §3A, written down by hand a second time and compared with what the server does.
 *
 * One character per record, in the order of `owners`: the caller's colleague 焦尔 (云岭), 瓦澜 (云岭), 韦博 (澜海), 陆远 (another division), 库伦 (云岭, has left).
 * `+` allowed · `x` seen but refused (403), or the role has no right in the row at all · `-` not there for this person (404).
 */
export type Outcomes = string

export const callers = ['gm', 'dm', 'spm', 'pm', 'oa', 'att', 'adm', 'dmOther'] as const
export type Caller = (typeof callers)[number]

export const owners = ['pm', 'pmSameRegion', 'pmOtherRegion', 'pmOther', 'left'] as const
export type Owner = (typeof owners)[number]

type Row = Record<Caller, Outcomes>

/** 综合管理 keeps its rights when it also keeps the attendance; the manager of the other division has the mirrored ones. */
const row = (
  gm: string,
  dm: string,
  spm: string,
  pm: string,
  oa: string,
  adm: string,
  dmOther: string,
): Row => ({
  gm,
  dm,
  spm,
  pm,
  oa,
  att: oa,
  adm,
  dmOther,
})

const none = 'xxxxx'
const all = '+++++'

export const expected = {
  'read a customer': row(all, '+++-+', '++--+', '++--+', '+++-+', none, '---+-'),
  'change a customer': row(none, '+++-+', '++--+', '+x--x', '+++-+', none, '---+-'),
  'change a grade': row(none, '+++-+', '++--+', '+x--x', 'xxx-x', none, '---+-'),
  'move or remove a customer': row(none, '+++-+', none, none, none, none, '---+-'),
  'merge customers': row(none, '+++-+', none, none, '+++-+', none, '---+-'),
  'see a whole phone number': row(all, '+++-+', '++--+', '+x--x', '+++-+', none, '---+-'),
  'visit a customer': row(none, '+++-+', '++--+', '+x--x', '+++-+', none, '---+-'),
  'read a visit': row(all, '+++-+', '++--+', '+----', '+++-+', none, '---+-'),
  'change a visit': row(none, '+++-+', 'xx--x', '+----', 'xxx-x', none, '---+-'),
  'read an attachment': row(all, '+++-+', '++--+', '+x--x', '+++-+', none, '---+-'),
  'remove an attachment': row(none, '+++-+', 'xx--x', '+x--x', 'xxx-x', none, '---+-'),
  'use an upload': row(none, '-----', '-----', '+----', '-----', none, '-----'),
  'read a feedback form': row(all, '+++-+', '++--+', '+x--x', '+++-+', none, '---+-'),
  'read a competitor': row(all, '+++-+', '+++-+', '+++-+', '+++-+', none, '---+-'),
  'change a competitor': row(none, '+++-+', 'xxx-x', '+xx-x', 'xxx-x', none, '---+-'),
  'read a report': row(all, '+++-+', '-----', '+----', '-----', '-----', '---+-'),
  'change a report': row(none, 'xxx-x', '-----', '+----', '-----', none, '---x-'),
  'comment a report': row(all, '+++-+', none, none, none, none, '---+-'),
  'read the numbers of a person': row(all, '+++-+', '-----', '+----', '+++-+', '-----', '---+-'),
  'waive for staff': row(none, '+++-+', none, none, none, none, '---+-'),
  'register an absence of staff': row(none, '+++-+', none, none, none, none, '---+-'),
  // 考勤员 sees the requests of the division.
  'withdraw an own request': {
    ...row(none, 'xxx-x', '-----', '+----', '-----', none, '---x-'),
    att: 'xxx-x',
  },
  'read a project': row(all, '+++-+', '++--+', '+----', '+++-+', none, '---+-'),
  'apply for 立项': row(none, '+++-+', 'xx--x', '+----', none, none, '---+-'),
  'change a project': row(none, '+++-+', '++--+', '+----', none, none, '---+-'),
  'read a complaint': row(all, '+++-+', '-----', '+----', '+++-+', none, '---+-'),
  'handle a complaint': row(none, '+++-+', '-----', '+----', none, none, '---+-'),
  'manage a complaint': row(none, '+++-+', none, none, none, none, '---+-'),
  // 交办 and 口头汇报 lie between staff and manager; 总经理 has those of the managers.
  'read an assigned task': row('-----', '+++-+', '-----', '+----', '-----', none, '---+-'),
  'change an assigned task': row('-----', '+++-+', '-----', 'x----', '-----', none, '---+-'),
  'answer an assigned task': row('-----', 'xxx-x', '-----', '+----', '-----', none, '---x-'),
  'accept an assigned task': row('-----', '+++-+', none, none, none, none, '---+-'),
  'keep a to-do': row('-----', '-----', '-----', '+----', '-----', none, '-----'),
  'read a verbal report': row('-----', '+++-+', '-----', '+----', '-----', none, '---+-'),
  'answer a verbal report': row('-----', '+++-+', none, none, none, none, '---+-'),
  'read a suggestion': row(all, '+++-+', '+++-+', '+++-+', '+++-+', none, '---+-'),
  'change a suggestion': row(none, none, 'xxx-x', '+xx-x', 'xxx-x', none, none),
  'reply to a suggestion': row(none, '+++-+', none, none, none, none, '---+-'),
  // 审批: 总经理 and the manager read; only who is asked decides, only the applicant recalls and urges.
  'apply for an approval': row('-----', '-----', '-----', '+----', '-----', none, '-----'),
  'read an approval': row(all, '+++-+', '-----', '+----', '-----', none, '---+-'),
  'decide an approval': row(none, '+++-+', '-----', 'x----', '-----', none, '---+-'),
  'recall an approval': row(none, 'xxx-x', '-----', '+----', '-----', none, '---x-'),
  'end a delegation': row('-----', '-----', '-----', '+----', '-----', none, '-----'),
  'read an export': row(all, '+++-+', '-----', none, '-----', none, '---+-'),
  'take an export': row(none, 'xxx-x', '-----', none, '-----', none, '---x-'),
  'approve an export': row(none, '+++-+', none, none, none, none, '---+-'),
  // 受限画像: the owner, and the manager to read; with 总经理 and 综合管理 it is nobody's business.
  'read a restricted profile': row(none, '+++-+', 'xx--x', '+x--x', none, none, '---+-'),
  'write a restricted profile': row(none, none, 'xx--x', '+x--x', none, none, none),
  'handle a personal request': row(none, '+++-+', none, none, none, none, '---+-'),
  'read a personal request': row(none, '+++-+', none, none, none, all, '---+-'),
  'erase a person': row(none, none, none, none, none, all, none),
  // 四, §3A 会议: members of the division read; the manager and 综合管理 lead and keep the minutes.
  'read a meeting': row(all, '+++-+', '+++-+', '+++-+', '+++-+', none, '---+-'),
  'lead a meeting': row(none, '+++-+', none, none, '+++-+', none, '---+-'),
  'decide a proposed meeting': row(none, '+++-+', none, none, 'xxx-x', none, '---+-'),
  'bring a topic': row(none, '+++-+', '+++-+', '+++-+', '+++-+', none, '---+-'),
  'sign somebody in': row(none, '+++-+', 'xxx-x', '+xx-x', '+++-+', none, '---+-'),
  'confirm for oneself': row(none, 'xxx-x', 'xxx-x', '+xx-x', 'xxx-x', none, '---x-'),
  'read a support request': row(all, '+++-+', '-----', '+----', '-----', none, '---+-'),
  'answer a support request': row(none, '+++-+', none, none, none, none, '---+-'),
  'use an import': row(none, '+++-+', none, none, '+++-+', none, '---+-'),
  'read a person': row(all, '+++-+', '+++-+', '+++-+', '+++-+', all, '---+-'),
  'change a person': row(none, none, none, none, none, all, none),
} as const satisfies Record<string, Row>

export type Right = keyof typeof expected

/** Acts that concern no record of somebody: allowed or refused by role alone. */
export const byRole = {
  anybody: '+gm +dm +spm +pm +oa +att +adm +dmOther',
  'who works with customers': '+gm +dm +spm +pm +oa +att xadm +dmOther',
  'who sells': 'xgm +dm +spm +pm xoa xatt xadm +dmOther',
  'who may enter customers': 'xgm +dm +spm +pm +oa +att xadm +dmOther',
  'who merges customers': 'xgm +dm xspm xpm +oa +att xadm +dmOther',
  'who may import customers': 'xgm +dm xspm xpm +oa +att xadm +dmOther',
  'who may export customers': '+gm +dm +spm xpm +oa +att xadm +dmOther',
  'who files reports': 'xgm +dm +spm +pm +oa +att xadm +dmOther',
  'who convenes': 'xgm +dm xspm xpm +oa +att xadm +dmOther',
  'who makes suggestions': 'xgm xdm +spm +pm +oa +att xadm xdmOther',
  'who leads a team': '+gm +dm xspm xpm xoa xatt xadm +dmOther',
  'the manager': 'xgm +dm xspm xpm xoa xatt xadm +dmOther',
  'who sees the numbers of the division': '+gm +dm xspm xpm +oa +att xadm +dmOther',
  'who keeps the calendar': 'xgm xdm xspm xpm +oa +att +adm xdmOther',
  'the administrator': 'xgm xdm xspm xpm xoa xatt +adm xdmOther',
  'who reads the audit': '+gm +dm xspm xpm xoa xatt +adm +dmOther',
  'who verifies the audit': '+gm xdm xspm xpm xoa xatt +adm xdmOther',
} as const

export type RoleRight = keyof typeof byRole

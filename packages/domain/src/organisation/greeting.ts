interface Speaker {
  /** 公司简称, which the division may change (一.2)②). */
  shortName: string
  division: string
  name: string
}

/** 三.7 接听客户电话礼貌用语, with the speaker's own company, division and name. */
export const greetingOf = ({ shortName, division, name }: Speaker): string =>
  `您好，${shortName}${division}，${name}`

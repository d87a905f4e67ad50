/** Facts that stand beside the focus of the last month and are offered nowhere else. */
export const promisedGroup = '上月重点'

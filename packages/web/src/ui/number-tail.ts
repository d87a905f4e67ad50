/** 工号尾号: its last digits, or its last signs where it has no digits at the end. */
export function numberTail(employeeNo: string): string {
  return /\d{1,4}$/.exec(employeeNo)?.[0] ?? employeeNo.slice(-4)
}

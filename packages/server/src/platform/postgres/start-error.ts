import { rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const MESSAGES = {
  'disk-full': '磁盘空间不足，或超出了文件大小限制：请清理磁盘后重新启动。已保存的数据没有丢失',
  'not-writable': '数据目录不可写：请检查目录权限，或用环境变量换一个数据目录',
  'other-owner': '数据目录属于其他用户：请用当初启动的用户运行，或用 chown 更改目录的所有者',
  'version-mismatch': '数据目录版本不符：它由另一个大版本的 PostgreSQL 创建，请用原版本导出后再导入',
  'not-a-cluster': '数据目录不完整：目录里缺少 PG_VERSION，不像是数据库目录，请换一个目录或从备份恢复',
  'in-use': '数据目录正被另一个数据库进程占用：请先停止它，再重新启动',
  'wrong-locale': '数据库的字符集不是 UTF-8：中文检索会失效，请用新的数据目录重新初始化',
  'no-user': '找不到可以运行数据库的普通用户：请在系统里建立一个普通用户（例如 postgres）后重新启动',
  'no-flock': '系统缺少 flock 命令：请安装 util-linux 后重新启动',
  'no-binaries': '没有可用的 PostgreSQL 程序：请重新执行 npm ci，或设置 DATABASE_URL 使用已有的数据库',
  'no-socket': '没有合适的目录放数据库套接字：请换一个路径较短的数据目录',
  'out-of-memory': '内存不足，数据库无法启动：请释放内存后重新启动',
  timeout: '数据库在规定时间内没有就绪：请查看日志',
  unknown: '数据库启动失败：请查看日志',
} as const

type PostgresStartCode = keyof typeof MESSAGES

/** The start failed for a reason that the operator can read and act on. */
export class PostgresStartError extends Error {
  readonly code: PostgresStartCode

  constructor(code: PostgresStartCode, detail: string, options?: ErrorOptions) {
    super(detail.trim() ? `${MESSAGES[code]}。\n${detail.trim()}` : `${MESSAGES[code]}。`, options)
    this.name = 'PostgresStartError'
    this.code = code
  }
}

/** What the server or initdb wrote before it gave up, turned into a reason. */
export async function explainOutput(output: string, dir: string): Promise<PostgresStartError> {
  const code = OUTPUT_PATTERNS.find(([pattern]) => pattern.test(output))?.[1]
  if (code) return new PostgresStartError(code, output)
  // On a full disk the log itself cannot be written, so silence says nothing: ask the disk.
  return new PostgresStartError((await hasRoom(dir)) ? 'unknown' : 'disk-full', output)
}

/** A file operation of ours that failed, turned into a reason. */
export function explainFileError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || 'spawnargs' in error) return error
  const code = FILE_ERRORS[String(error.code)]
  return code ? new PostgresStartError(code, error.message, { cause: error }) : error
}

const OUTPUT_PATTERNS: [RegExp, PostgresStartCode][] = [
  [/No space left on device|Disk quota exceeded|File too large/, 'disk-full'],
  [/database files are incompatible with server/, 'version-mismatch'],
  [/could not look up effective user ID/, 'no-user'],
  [/has wrong ownership/, 'other-owner'],
  [/Cannot allocate memory|could not map anonymous shared memory/, 'out-of-memory'],
  [/Permission denied|Read-only file system/, 'not-writable'],
]

const FILE_ERRORS: Record<string, PostgresStartCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'not-writable',
}

async function hasRoom(dir: string): Promise<boolean> {
  const disk = await statfs(dir)
  // `bavail` leaves out what the file system keeps for root, which the server is not.
  if (disk.bavail * disk.bsize < 1024 * 1024 || (disk.files > 0 && disk.ffree === 0)) return false
  const probe = join(dir, `room-${process.pid}`)
  const failure = await writeFile(probe, Buffer.alloc(8192)).catch((error) => error)
  await rm(probe, { force: true })
  return FILE_ERRORS[failure?.code] !== 'disk-full'
}

import * as z from 'zod'
import type { Secrets } from '../platform/secrets.ts'

const robot = z.object({ address: z.string(), secret: z.string().nullable() })
type RobotSecret = z.infer<typeof robot>

const device = z.object({ endpoint: z.string(), keys: z.object({ p256dh: z.string(), auth: z.string() }) })
type DeviceSecret = z.infer<typeof device>

/** What works like a password is sealed whole; only the sending opens it. */
export const sealRobot = (secrets: Secrets, value: RobotSecret): string => secrets.seal(JSON.stringify(value))
export const openRobot = (secrets: Secrets, sealed: string): RobotSecret =>
  robot.parse(JSON.parse(secrets.open(sealed)))

export const sealDevice = (secrets: Secrets, value: DeviceSecret): string =>
  secrets.seal(JSON.stringify(value))
export const openDevice = (secrets: Secrets, sealed: string): DeviceSecret =>
  device.parse(JSON.parse(secrets.open(sealed)))

/** What became of one attempt. `blames` says whether the others that wait for the same destination need not even try. */
export type Outcome =
  | { sent: true }
  | {
      sent: false
      /** One Chinese sentence without a word of the message. */
      reason: string
      /** Trying again cannot help. */
      final: boolean
      blames: 'destination' | 'recipient'
      /** The device has withdrawn its consent. */
      gone?: true
    }

export const sent: Outcome = { sent: true }
export const failed = (
  reason: string,
  more: { final?: boolean; blames?: 'destination' | 'recipient'; gone?: true } = {},
): Outcome => ({ sent: false, reason, final: false, blames: 'destination', ...more })

const byCode: Readonly<Record<string, string>> = {
  ECONNREFUSED: '对方拒绝连接',
  ECONNRESET: '连接被对方断开',
  ENOTFOUND: '找不到这个服务器',
  EAI_AGAIN: '找不到这个服务器',
  EDNS: '找不到这个服务器',
  EHOSTUNREACH: '网络不通',
  ENETUNREACH: '网络不通',
  ETIMEDOUT: '连接超时',
  ESOCKET: '连接失败',
  ECONNECTION: '连接失败',
  ETLS: '无法加密连接',
  DEPTH_ZERO_SELF_SIGNED_CERT: '服务器的证书不可信',
  SELF_SIGNED_CERT_IN_CHAIN: '服务器的证书不可信',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: '服务器的证书不可信',
  ERR_TLS_CERT_ALTNAME_INVALID: '服务器的证书不可信',
  CERT_HAS_EXPIRED: '服务器的证书已过期',
}

/** Why a connection failed; the library's own words may quote addresses and stay in the log of the server. */
export function connectionReason(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'TimeoutError') return '连接超时'
    const code = 'code' in cause ? byCode[String(cause.code)] : undefined
    if (code) return code
  }
  return '连接失败'
}

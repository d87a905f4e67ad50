import type { ProblemCode } from '@zhuowei/contract/problems.ts'
import type { Problem } from '@zhuowei/contract/shapes.ts'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import pg from 'pg'
import { constraintRefusal } from '../db/constraints.ts'
import { Refusal } from '../refusal.ts'

/** The one exit for everything that goes wrong: a refusal says why, anything else says only its number. */
export function answerProblem(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const refusal = refusalOf(error)
  if (refusal.code === 'internal') request.log.error({ err: error }, 'unexpected error')
  return sendProblem(reply, refusal, request.id)
}

export function sendProblem(reply: FastifyReply, refusal: Refusal, requestId: string): FastifyReply {
  const body: Problem = {
    type: `/problems/${refusal.code}`,
    title: refusal.title,
    status: refusal.status,
    code: refusal.code,
    requestId,
    ...(refusal.detail ? { detail: refusal.detail } : {}),
    ...(refusal.errors ? { errors: refusal.errors } : {}),
    ...(refusal.facts ? { facts: refusal.facts } : {}),
  }
  if (refusal.params.retryAfterSeconds) reply.header('retry-after', String(refusal.params.retryAfterSeconds))
  return reply
    .status(refusal.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(body)
}

function refusalOf(error: FastifyError | Error): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof pg.DatabaseError) return databaseRefusal(error)
  const code = 'code' in error ? fastifyCodes[error.code] : undefined
  if (code) return new Refusal(code)
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status !== undefined && status >= 400 && status < 500) return new Refusal('bad_request')
  return new Refusal('internal')
}

const fastifyCodes: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_request',
  FST_REQ_FILE_TOO_LARGE: 'body_too_large',
  FST_FILES_LIMIT: 'body_too_large',
  ENOSPC: 'storage_full',
  EDQUOT: 'storage_full',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
}

const diskFull = '53100'
/** A statement that waited for its 30 seconds, or for somebody who waits for it: the same request goes through a little later. */
const waitedInVain = ['57014', '40P01']
const retryAfterSeconds = 5
/** Text that is no number, date or id: only a forged cursor or id can carry it past the shapes. */
const unreadableValues = ['22P02', '22007', '22008', '22003', '22021']

function databaseRefusal(error: pg.DatabaseError): Refusal {
  if (error.code === diskFull) return new Refusal('storage_full')
  if (error.code && waitedInVain.includes(error.code))
    return new Refusal('busy', { params: { retryAfterSeconds } })
  if (error.code && unreadableValues.includes(error.code)) return new Refusal('bad_request')
  return constraintRefusal(error) ?? new Refusal('internal')
}

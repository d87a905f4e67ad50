import { useMutation } from '@tanstack/react-query'
import { ProblemError } from '@zhuowei/contract/client.ts'
import type { Problem } from '@zhuowei/contract/shapes.ts'
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { fieldsOf } from './problem-fields.ts'
import { type DraftName, type DraftState, useDraft } from './useDraft.ts'
import { useFirstPress } from './useFirstPress.ts'

interface FormOptions<V extends object, R> {
  initial: V
  /** The one call to the server; a repeated press sends the same idempotency key until the values change. */
  send: (values: V, idempotencyKey: string) => Promise<R>
  onDone?: (result: R, values: V) => void
  /** What must not be empty, with the words for it: said at once, also where there is no network. The server judges all the rest. */
  required?: { readonly [K in keyof V & string]?: string }
  /** Keeps what is typed on this device. */
  draft?: DraftName | null
  /** Fields that are shown although `initial` does not name them. */
  extraFields?: readonly string[]
}

/** What a control gets: spread it on an Input; for a Select use `value`, `set` and the rest. */
export interface FieldControl<T> {
  id: string
  value: T
  'aria-invalid': boolean
  'aria-describedby': string
  status: 'error' | ''
}

export interface ProblemForm<V extends object> {
  values: V
  set: <K extends keyof V & string>(name: K, value: V[K]) => void
  change: (change: (before: V) => V) => void
  control: <K extends keyof V & string>(name: K) => FieldControl<V[K]>
  errorOf: (path: string) => string | undefined
  errorId: (path: string) => string
  submit: () => void
  submitting: boolean
  /** The refusal above the form: shown with RefusalBox when it is not all said beside the fields. */
  refusal: unknown
  problem: Problem | null
  draft: Pick<DraftState<V>, 'savedAt' | 'restored' | 'unkept' | 'clear'>
}

/** A form whose errors come from the server's problem+json: beside their fields, the first one focused, nothing typed is lost. */
export function useProblemForm<V extends object, R>(options: FormOptions<V, R>): ProblemForm<V> {
  const { initial, send, onDone, draft: name = null, extraFields = [], required } = options
  const formId = useId()
  const draft = useDraft(name, initial)
  const [submitting, setSubmitting] = useState(false)
  const [failed, setFailed] = useState<{ of: string | undefined; error: unknown } | null>(null)
  const [corrected, setCorrected] = useState<ReadonlySet<string>>(new Set())
  const attempt = useRef<{ values: V; key: string } | null>(null)
  const busy = useRef(false)
  const isFirst = useFirstPress()
  // As a mutation, so that an expired session leads to the sign-in page like everywhere; a form decides itself what no network means.
  const { mutateAsync } = useMutation({
    mutationFn: ({ values, key }: { values: V; key: string }) => send(values, key),
    networkMode: 'always',
  })
  // A refusal belongs to the thing it was about; the same form may by now show the next one.
  const failure = failed?.of === name?.key ? (failed?.error ?? null) : null
  const problem = failure instanceof ProblemError ? failure.problem : null
  const known = [...Object.keys(initial), ...extraFields]
  const refused = problem ? fieldsOf(problem, known) : null
  const isAllBesideFields =
    refused !== null && Object.keys(refused.fields).length > 0 && refused.general.length === 0
  const errorOf = (path: string) =>
    corrected.has(path.split('.')[0] ?? '') ? undefined : refused?.fields[path]
  const fieldId = useCallback((path: string) => `${formId}-${path}`, [formId])
  useFocusFirst(refused?.fields, fieldId)

  const change = (next: (before: V) => V) => draft.setValue(next)
  const submit = async () => {
    if (busy.current || !isFirst(draft.value)) return
    const values = draft.value
    const empty = emptyFields(values, required)
    if (empty) {
      setFailed({ of: name?.key, error: empty })
      setCorrected(new Set())
      return
    }
    busy.current = true
    setSubmitting(true)
    if (attempt.current?.values !== values) attempt.current = { values, key: crypto.randomUUID() }
    try {
      const result = await mutateAsync(attempt.current)
      attempt.current = null
      setFailed(null)
      draft.clear()
      onDone?.(result, values)
    } catch (error) {
      setFailed({ of: name?.key, error })
      setCorrected(new Set())
    } finally {
      busy.current = false
      setSubmitting(false)
    }
  }

  return {
    values: draft.value,
    set: (field, value) => {
      setCorrected((before) => new Set(before).add(field))
      change((before) => ({ ...before, [field]: value }))
    },
    change,
    control: (field) => ({
      id: fieldId(field),
      value: draft.value[field],
      'aria-invalid': errorOf(field) !== undefined,
      'aria-describedby': `${fieldId(field)}-error`,
      status: errorOf(field) ? 'error' : '',
    }),
    errorOf,
    errorId: (path) => `${fieldId(path)}-error`,
    submit: () => void submit(),
    submitting,
    refusal: isAllBesideFields ? null : failure,
    problem,
    draft,
  }
}

/** The refusal that the server would send for what is empty, in the order of the form. */
function emptyFields<V extends object>(
  values: V,
  required: FormOptions<V, unknown>['required'] = {},
): ProblemError | null {
  const fields = Object.entries<string | undefined>(required).flatMap(([path, message]) => {
    const value = values[path as keyof V]
    const isEmpty = value === null || (typeof value === 'string' && value.trim() === '')
    return isEmpty && message ? [{ path, message }] : []
  })
  if (fields.length === 0) return null
  return new ProblemError({
    ...{
      type: 'about:blank',
      title: '填写的内容有误，请按提示修改',
      status: 422,
      code: 'invalid_input',
      requestId: '',
    },
    errors: fields,
  })
}

/** The first field with an error, in the order of the page, gets the focus. */
function useFocusFirst(
  fields: Readonly<Record<string, string>> | undefined,
  fieldId: (path: string) => string,
): void {
  const paths = Object.keys(fields ?? {}).join(' ')
  useEffect(() => {
    const controls = paths
      .split(' ')
      .filter(Boolean)
      .flatMap((path) => document.getElementById(fieldId(path)) ?? [])
      .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))
    controls[0]?.focus()
  }, [paths, fieldId])
}

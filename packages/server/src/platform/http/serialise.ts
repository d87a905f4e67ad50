import * as z from 'zod'

type Json = { [key: string]: unknown }

/** The JSON Schema by which a reply is written; what it does not declare never reaches the client. */
export function replySchema(shape: z.ZodType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io: 'output',
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json
  return simplify(inline(schema, (schema.$defs ?? {}) as Json)) as Json
}

/** fast-json-stringify compiles references and unions slowly; our shapes are small trees, so they are written out. */
function inline(value: unknown, definitions: Json): unknown {
  if (Array.isArray(value)) return value.map((item) => inline(item, definitions))
  if (!value || typeof value !== 'object') return value
  const node = value as Json
  if (typeof node.$ref === 'string')
    return inline(definitions[node.$ref.replace('#/$defs/', '')], definitions)
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !dropped.includes(key))
      .map(([key, child]) => [
        key,
        key === 'properties' ? inlineEach(child as Json, definitions) : inline(child, definitions),
      ]),
  )
}

/** Words of JSON Schema that writing does not need; below `properties` the same words are fields. */
const dropped = ['$defs', 'id', 'pattern']

const inlineEach = (properties: Json, definitions: Json) =>
  Object.fromEntries(Object.entries(properties).map(([name, shape]) => [name, inline(shape, definitions)]))

/** `anyOf [X, null]` becomes a nullable X, which needs no validation while writing. */
function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify)
  if (!value || typeof value !== 'object') return value
  const node = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, simplify(child)])) as Json
  const options = node.anyOf
  if (!Array.isArray(options) || options.length !== 2) return node
  const [first, second] = options as [Json, Json]
  if (second.type !== 'null' || typeof first.type !== 'string') return node
  const { anyOf: _, ...rest } = node
  return { ...rest, ...first, nullable: true }
}

import { SaxesParser } from 'saxes'
import { damaged, unreadable } from './file-row.ts'

/** The parser holds a text until its end; a cell holds at most 32,767 characters. */
const longestText = 4_000_000

export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

/** Feeds the parts of an XML document to the handlers; yields after each chunk, so that what was collected can be passed on. */
export async function* parseXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const decoder = new TextDecoder()
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('opentag', ({ name, attributes }) => handlers.open(localName(name), attributes))
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)))
  let sinceTag = 0
  for await (const chunk of bytes) {
    sinceTag = chunk.includes('<') ? 0 : sinceTag + chunk.length
    if (sinceTag > longestText) throw unreadable('文件里有一格内容太长，请检查后再上传')
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  parser.write(decoder.decode())
  parser.close()
  yield
}

export async function readXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of parseXml(bytes, handlers));
}

/** Some programs write `<x:row>` for `<row>`. */
const localName = (name: string) => name.slice(name.indexOf(':') + 1)

import { describe, expect, test } from 'vitest'
import { kindOf, mediaTypeOf, previewOf } from './media-type.ts'

const zip = (entry: string) => Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.from(entry)])

describe('the type is read from the content', () => {
  test.each([
    ['%PDF-1.4', 'application/pdf', 'pdf', 'pdf'],
    ['GIF89a', 'image/gif', 'picture', 'picture'],
    ['<svg onload=alert(1)>', 'text/plain', 'text', null],
    ['<!doctype html>', 'text/plain', 'text', null],
    ['普通的文字', 'text/plain', 'text', null],
    ['\u0007响铃', 'application/octet-stream', 'other', null],
    ['MZ\u0000\u0001', 'application/octet-stream', 'other', null],
  ] as const)('%s', (head, mediaType, kind, preview) => {
    expect(mediaTypeOf(Buffer.from(head))).toBe(mediaType)
    expect(kindOf(mediaType, '名称.png')).toBe(kind)
    expect(previewOf(mediaType)).toBe(preview)
  })

  test.each([
    [zip('word/document.xml'), '方案.bin', 'document'],
    [zip('xl/workbook.xml'), '方案.bin', 'sheet'],
    [zip('ppt/presentation.xml'), '方案.bin', 'slides'],
    [zip('图纸.dwg'), '方案.docx', 'archive'],
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧.XLS', 'sheet'],
    [Buffer.from([0xc6, 0xd5, 0xcd, 0xa8]), 'GB18030.txt', 'text'],
    // The head of a long text may end inside a character.
    [Buffer.from('电力').subarray(0, 4), '断开.txt', 'text'],
  ])('Office files, archives and older texts %#', (head, name, kind) => {
    expect(kindOf(mediaTypeOf(head), name)).toBe(kind)
  })
})

import { describe, expect, test } from 'vitest'
import { brokenPromise, refuseProgram, refuseProgramName } from './file-names.ts'
import { mediaTypeOf } from './media-type.ts'

describe('what a file is called and what it is', () => {
  test.each([
    ['报价.pdf', '%PDF-1.7', null],
    ['报价.PDF', '<html></html>', 'PDF'],
    ['现场.png', 'GIF89a', null],
    ['现场.jpg', '<svg>', '图片'],
    ['方案.docx', 'PK\u0003\u0004图纸', null],
    ['方案.docx', '普通的文字', 'Word 文档'],
    ['名单.xls', '<table>', 'Excel 表格'],
    ['备份.zip', 'Rar!', '压缩包'],
    ['接线图.dwg', 'AC1032', null],
    ['没有扩展名', '%PDF-1.7', null],
  ])('%s with %j: %j', (name, head, promised) => {
    expect(brokenPromise(name, mediaTypeOf(Buffer.from(head)))).toBe(promised)
  })

  test.each([
    ['MZ\u0000', true],
    ['\u007fELF', true],
    ['#!/bin/sh', true],
    ['#!AMR', false],
    ['%PDF-1.7', false],
  ])('%j is a program: %j', (head, isProgram) => {
    const attempt = () => refuseProgram(Buffer.from(head))
    if (isProgram) expect(attempt).toThrow()
    else expect(attempt).not.toThrow()
  })

  test('a program is known by its name, too', () => {
    expect(() => refuseProgramName('报价.pdf.EXE')).toThrow()
    expect(() => refuseProgramName('报价.exe.pdf')).not.toThrow()
  })
})

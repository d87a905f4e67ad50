import {
  AudioOutlined,
  FileExcelOutlined,
  FileImageOutlined,
  FileOutlined,
  FilePdfOutlined,
  FilePptOutlined,
  FileTextOutlined,
  FileWordOutlined,
  FileZipOutlined,
  VideoCameraOutlined,
} from '@ant-design/icons'
import type { FileKind } from '@zhuowei/contract/attachments.ts'
import type { ReactNode } from 'react'

export const kindIcon: Record<FileKind, ReactNode> = {
  picture: <FileImageOutlined />,
  pdf: <FilePdfOutlined />,
  document: <FileWordOutlined />,
  sheet: <FileExcelOutlined />,
  slides: <FilePptOutlined />,
  text: <FileTextOutlined />,
  archive: <FileZipOutlined />,
  sound: <AudioOutlined />,
  film: <VideoCameraOutlined />,
  other: <FileOutlined />,
}

const kilo = 1024

/** 340 KB, 1.2 MB. */
export function sizeText(bytes: number): string {
  if (bytes < kilo * kilo) return `${Math.max(1, Math.round(bytes / kilo))} KB`
  return `${(bytes / (kilo * kilo)).toFixed(1)} MB`
}

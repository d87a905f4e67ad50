import type { Target } from '../targets.ts'
import { changing, open, type Rows, reading, version } from './kinds.ts'

const byImport = ({ importId }: Target) => ({ params: { id: importId } })

export const importRows: Rows = {
  'imports.list': open('who may import customers'),
  'imports.template': open('who may import customers'),
  'imports.upload': open('who may import customers'),
  'imports.get': reading('use an import', byImport),
  'imports.rows': reading('use an import', byImport),
  'imports.chooseHeader': changing('use an import', (target) => ({
    ...byImport(target),
    body: { sheetNo: 1, headerRow: 1, version },
  })),
  'imports.check': changing('use an import', (target) => ({
    ...byImport(target),
    body: { mapping: [], options: {}, version },
  })),
  'imports.run': changing('use an import', (target) => ({
    ...byImport(target),
    body: { mode: 'valid_rows', version },
  })),
  'imports.cancel': changing('use an import', byImport),
  'imports.undo': changing('use an import', (target) => ({ ...byImport(target), body: { version } })),
  'imports.failedRows': reading('use an import', byImport),
}

import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { Dot, type DotTone } from './Dot.tsx'
import styles from './Facets.module.css'

export interface Facet {
  key: string
  title: string
  options: readonly { value: string; label: ReactNode; count?: number | string; tone?: DotTone }[]
}

interface FacetsProps {
  facets: readonly Facet[]
  chosen: Readonly<Record<string, readonly string[]>>
  onChange: (key: string, values: string[]) => void
  onClear?: () => void
}

/** Filters beside a list, several values per group; counts only where they are cheap. */
export function Facets({ facets, chosen, onChange, onClear }: FacetsProps) {
  const any = Object.values(chosen).some((values) => values.length > 0)
  return (
    <div className={styles.facets}>
      {facets.map((facet) => (
        <fieldset key={facet.key}>
          <legend>{facet.title}</legend>
          {facet.options.map((option) => {
            const values = chosen[facet.key] ?? []
            const checked = values.includes(option.value)
            return (
              <div key={option.value} className={styles.option} data-checked={checked}>
                <Checkbox
                  checked={checked}
                  onChange={() => onChange(facet.key, toggled(values, option.value))}
                >
                  <span className={styles.label}>
                    {option.tone && <Dot tone={option.tone} />}
                    {option.label}
                  </span>
                </Checkbox>
                {option.count !== undefined && <span className={styles.count}>{option.count}</span>}
              </div>
            )
          })}
        </fieldset>
      ))}
      {any && onClear && (
        <button type="button" className={styles.clear} onClick={onClear}>
          清除条件
        </button>
      )}
    </div>
  )
}

function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}

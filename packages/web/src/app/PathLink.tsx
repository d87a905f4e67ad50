import { Link, type LinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface PathLinkProps {
  path: string
  className?: string | undefined
  exact?: boolean
  onClick?: () => void
  children: ReactNode
  'aria-label'?: string | undefined
}

/** A link whose address comes from a table; the table is matched with the existing routes before it is shown. */
export function PathLink({ path, exact = false, ...rest }: PathLinkProps) {
  const props = { to: path, activeOptions: { exact, includeSearch: false }, ...rest } as unknown as LinkProps // see above
  return <Link {...props} />
}

import { ProblemError } from '@zhuowei/contract/client.ts'
import { useState } from 'react'

interface Typed {
  name: string
  phone: string
}

const keyOf = ({ name, phone }: Typed) => JSON.stringify([name.trim(), phone.trim()])

/** A contact that the server takes for a known one is saved by pressing again, as long as name and number stay as they were told of. */
export function useSameContact(typed: Typed) {
  const [told, setTold] = useState<string | null>(null)
  return {
    isTold: told === keyOf(typed),
    saving: async <R>(inputs: Typed, save: (confirmDuplicates: boolean) => Promise<R>): Promise<R> => {
      try {
        return await save(told === keyOf(inputs))
      } catch (error) {
        if (error instanceof ProblemError && error.problem.code === 'duplicate_record') setTold(keyOf(inputs))
        throw error
      }
    },
  }
}

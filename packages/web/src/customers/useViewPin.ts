import type { SavedView } from '@zhuowei/contract/views.ts'
import { client } from '../app/client.ts'
import { useCommand } from '../app/useCommand.ts'
import { useUndo } from '../ui/UndoBar.tsx'
import type { ListView } from './useCustomerViews.ts'

/** Puts a view among one's own tabs, takes it out or moves it there. */
export function useViewPin(saved: SavedView, views: readonly ListView[]) {
  const offerUndo = useUndo()
  const call = { params: { id: saved.id } }
  const pin = useCommand(() => client.views.pin(call), {
    changes: ['views'],
    // Where the tabs have no room for it the bar looks as before.
    onDone: () => offerUndo({ text: `已固定视图“${saved.name}”` }),
  })
  const unpin = useCommand(() => client.views.unpin(call), {
    changes: ['views'],
    onDone: () => offerUndo({ text: `“${saved.name}”不再固定，在“更多视图”里`, undo: () => pin.mutate() }),
  })
  const reorder = useCommand((ids: string[]) => client.views.reorder({ body: { page: saved.page, ids } }), {
    changes: ['views'],
  })
  const pinned = views.filter((one) => one.saved?.pinned).map(({ key }) => key)
  const place = pinned.indexOf(saved.id)
  return {
    place,
    count: pinned.length,
    pin: () => pin.mutate(),
    unpin: () => unpin.mutate(),
    move: (by: number) => {
      const ids = pinned.filter((key) => key !== saved.id)
      ids.splice(place + by, 0, saved.id)
      reorder.mutate(ids)
    },
  }
}

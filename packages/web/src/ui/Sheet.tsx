import { Drawer, type DrawerProps, Modal, type ModalProps } from 'antd'
import { useBackCloses } from './useBackCloses.ts'

const nothing = () => undefined

/** What comes up from the bottom of the phone, or in from the side of the desk; on the phone the way back closes it. */
export function Sheet({ onClose, ...drawer }: DrawerProps & { onClose: () => void }) {
  useBackCloses(drawer.open === true, onClose)
  return <Drawer {...drawer} onClose={onClose} />
}

/** A question over the page; on the phone the way back is the same as 取消. One that has to be answered has no `onCancel`. */
export function Dialog({ onCancel, ...modal }: ModalProps & { onCancel?: () => void }) {
  useBackCloses(modal.open === true && onCancel !== undefined, onCancel ?? nothing)
  return <Modal {...modal} {...(onCancel && { onCancel })} />
}

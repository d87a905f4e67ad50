import { client } from '../app/client.ts'

/** Where the number of this browser's registration is kept, so that the list can say which device this one is. */
const storageKey = 'zhuowei-push-device'

export type DeviceState = 'unsupported' | 'denied' | 'off' | 'on'

export const thisDeviceId = (): string | null => localStorage.getItem(storageKey)

export async function deviceState(known: readonly string[]): Promise<DeviceState> {
  if (!('Notification' in window) || !('serviceWorker' in navigator) || !('PushManager' in window))
    return 'unsupported'
  const registration = await navigator.serviceWorker.getRegistration()
  if (!registration) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const subscription = await registration.pushManager.getSubscription()
  return subscription && known.includes(thisDeviceId() ?? '') ? 'on' : 'off'
}

/** Asks for permission, and therefore only ever behind a tap. */
export async function registerThisDevice(publicKey: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  if (!registration || (await Notification.requestPermission()) !== 'granted') return
  // One that was made for another installation or another key cannot be used by this one.
  await (await registration.pushManager.getSubscription())?.unsubscribe()
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  })
  const { endpoint = '', keys = {} } = subscription.toJSON()
  const { p256dh = '', auth = '' } = keys
  const { id } = await client.channels.addDevice({ body: { endpoint, keys: { p256dh, auth } } })
  localStorage.setItem(storageKey, id)
}

/** Also when somebody signs out: what concerns him must not appear on a screen that he has left. */
export async function forgetThisDevice(): Promise<void> {
  const id = thisDeviceId()
  if (!id) return
  localStorage.removeItem(storageKey)
  await client.channels.removeDevice({ params: { id } }).catch(() => undefined) // it may be gone already
  const registration = await navigator.serviceWorker?.getRegistration()
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
}

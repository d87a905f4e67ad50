import { channelsApi } from '@zhuowei/contract/channels.ts'
import { implement } from '../platform/http/implement.ts'
import type { Services } from '../platform/services.ts'
import { chooseReminders, ownChoices } from './choices.ts'
import { addDevice, removeDevice } from './devices.ts'
import { listGroups, setGroupKinds } from './groups.ts'
import { listDeliveries } from './log.ts'
import { readMailSettings, saveMailSettings } from './mail-settings.ts'
import { outboundOf } from './outbound.ts'
import { addRobot, listRobots, removeRobot, updateRobot } from './robot-settings.ts'
import { testMail, testMine, testRobot } from './test-sends.ts'

/** What the commands on robots need beside the call. */
const tools = ({ services }: { services: Services }) => ({
  secrets: services.secrets,
  outbound: outboundOf(services),
})

export const channelsRoutes = implement(channelsApi, {
  settings: async (call) => ({
    mail: await readMailSettings(call.db),
    robots: await listRobots({ ...call, ...tools(call) }),
    sends: outboundOf(call.services) !== 'off',
  }),
  saveMail: ({ services, ...call }) => saveMailSettings({ ...call, secrets: services.secrets }, call.body),
  testMail: (call) => testMail(call),
  addRobot: (call) => addRobot({ ...call, ...tools(call) }, call.body),
  updateRobot: (call) => updateRobot({ ...call, ...tools(call) }, call.params.id, call.body),
  removeRobot: (call) => removeRobot({ ...call, ...tools(call) }, call.params.id),
  testRobot: (call) => testRobot(call, call.params.id),
  deliveries: (call) => listDeliveries(call, call.query),
  groups: (call) => listGroups(call),
  setGroupKinds: (call) => setGroupKinds(call, call.params.id, call.body),
  mine: ({ services, ...call }) => ownChoices({ ...call, secrets: services.secrets }),
  choose: ({ services, ...call }) => chooseReminders({ ...call, secrets: services.secrets }, call.body),
  testMine: (call) => testMine(call),
  addDevice: async (call) => ({
    id: await addDevice(call, call.body, call.request.headers['user-agent'] ?? ''),
  }),
  removeDevice: (call) => removeDevice(call, call.params.id),
})

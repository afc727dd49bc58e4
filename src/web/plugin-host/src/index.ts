export type { PluginProblem } from './branding/problem';
export type { Ground } from './ground';
export type { Fault } from './containment/fault';
export { createDialogs, type Dialogs, type OpenDialog } from './dialogs/dialogs';
export { createPluginHost, type PluginHost, type PluginHostOptions } from './host';
export type { PluginCondition, PluginSeen } from './life/seen';
export type { MenuItem, Menus } from './menus/menus';
export type { BackendSeen, Backends, MeetingSeen } from './seams';

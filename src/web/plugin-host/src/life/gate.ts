import type { PluginPackage } from '../branding/package';

/** What decides whether a plugin runs now. */
export interface Circumstances {
  readonly joined: boolean;
  readonly role: 'chair' | 'guest' | null;
  readonly platform: string;
  /** The user wants no plugins at all. */
  readonly without: boolean;
  readonly enabled: boolean;
  /** Stopped after a hang or too many faults, until somebody enables it again. */
  readonly stopped: boolean;
}

export type Verdict = 'run' | 'waiting' | 'disabled' | 'stopped' | 'platform' | 'role';

export function judge(pack: Pick<PluginPackage, 'platforms' | 'roles'>, now: Circumstances): Verdict {
  if (pack.platforms && !pack.platforms.includes(now.platform)) return 'platform';
  if (now.stopped) return 'stopped';
  if (!now.enabled || now.without) return 'disabled';
  if (!now.joined) return 'waiting';
  if (pack.roles && (now.role === null || !pack.roles.includes(now.role))) return 'role';
  return 'run';
}

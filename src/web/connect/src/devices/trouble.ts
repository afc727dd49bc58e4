/** Why a device cannot be used. Each has its own thing to do about it. */
export type Trouble = 'denied' | 'missing' | 'busy' | 'insecure' | 'unsupported';

/** What the browser's refusal means, by the names that the standard gives its errors. */
export function troubleOf(fault: unknown): Trouble {
  switch (fault instanceof Error ? fault.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'busy';
  }
}

/** Whether this page may ask for devices at all. */
export function noDevicesAtAll(): Trouble | null {
  if (!isSecureContext) return 'insecure';
  return navigator.mediaDevices ? null : 'unsupported';
}

import type { Area } from '../shape';

export const inside = {
  leave: 'Leave',
} as const satisfies Area;

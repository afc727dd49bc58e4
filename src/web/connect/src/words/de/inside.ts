import type { inside as english } from '../en/inside';
import type { Translated } from '../shape';

export const inside: Translated<typeof english> = {
  leave: 'Verlassen',
};

import type { IconName } from './drawings';

/** One line of a menu. `checked` makes it checkable; items of the same `group` are alternatives. */
export type MenuEntry =
  | {
      readonly kind?: 'item';
      readonly label: string;
      readonly hint?: string;
      readonly icon?: IconName;
      /** A picture instead of one of our icons, for what plugins bring. */
      readonly image?: string;
      readonly checked?: boolean;
      readonly group?: string;
      readonly disabled?: boolean;
      readonly danger?: boolean;
      readonly run: () => void;
    }
  | { readonly kind: 'separator' }
  | { readonly kind: 'heading'; readonly label: string };

/** Which item the keyboard goes to: arrows go round, letters jump to the next label that begins so. */
export function nextItem(labels: readonly string[], at: number, key: string): number | undefined {
  const count = labels.length;
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown': return (at + 1) % count;
    case 'ArrowUp': return (at - 1 + count) % count;
    case 'Home': return 0;
    case 'End': return count - 1;
  }
  if (key.length !== 1 || key === ' ') return undefined;
  const begins = (label: string | undefined): boolean => label?.toLocaleLowerCase().startsWith(key.toLocaleLowerCase()) ?? false;
  return labels.map((_, step) => (at + 1 + step + count) % count).find((index) => begins(labels[index]));
}

import type { Attribution } from './attribution';
import { replace } from './replacing';

/** Rules that a plugin writes into style sheets, the app's among them, go with it. */
export function hookRules(page: Window & typeof globalThis, attribution: Attribution): () => void {
  const { CSSStyleSheet } = page;
  if (typeof CSSStyleSheet?.prototype.insertRule !== 'function') return () => undefined;
  return replace(CSSStyleSheet.prototype, 'insertRule', (native) => {
    const call = native as unknown as (this: CSSStyleSheet, rule: string, index?: number) => number;
    return function insertRule(this: CSSStyleSheet, ...args: [rule: string, index?: number]): number {
      const owner = attribution.ofCaller(insertRule);
      const index = call.apply(this, args);
      if (!owner) return index;
      let rule = this.cssRules[index];
      owner.holdings.hold({
        kind: 'style rule',
        release: () => {
          const now = [...this.cssRules].indexOf(rule as CSSRule);
          if (now >= 0) this.deleteRule(now);
        },
        again: () => {
          rule = this.cssRules[call.call(this, args[0], this.cssRules.length)];
        },
      });
      return index;
    };
  });
}

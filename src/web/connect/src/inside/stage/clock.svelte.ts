import { createSubscriber } from 'svelte/reactivity';

/** The time of day, once a second while somebody looks at it. */
const ticking = createSubscriber((update) => {
  const timer = setInterval(update, 1000);
  return () => clearInterval(timer);
});

export function now(): number {
  ticking();
  return Date.now();
}

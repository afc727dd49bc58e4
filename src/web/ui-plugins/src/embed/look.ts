/** How notes look; a page changes the colours with the properties named here. */
export const look = `
  :host { color-scheme: light dark; }
  .list { position: fixed; inset: auto 16px 16px auto; z-index: 2147483000; display: grid; gap: 8px; width: min(380px, calc(100vw - 32px)); }
  .note {
    --kind: var(--plenum-info, light-dark(#1a56c4, #8ab8ff));
    display: flex; gap: 8px; padding: 12px 8px 12px 14px; border: 1px solid light-dark(#d5dcda, #2d3936); border-inline-start: 4px solid var(--kind); border-radius: 10px;
    background: var(--plenum-ground, light-dark(#fff, #1f2826)); color: var(--plenum-text, light-dark(#13201d, #ecf2f0));
    font: 400 15px/1.4 system-ui, sans-serif; box-shadow: 0 2px 6px rgb(8 20 17 / 12%), 0 20px 60px rgb(8 20 17 / 24%);
  }
  .success { --kind: light-dark(#17713a, #66dc91); }
  .warning { --kind: light-dark(#875000, #ffc65c); }
  .error { --kind: light-dark(#b9252b, #ff7d77); }
  .words { flex: 1; min-width: 0; overflow-wrap: anywhere; }
  strong { display: block; font-weight: 650; }
  .text { max-height: 40vh; overflow: auto; }
  .text :is(p, ul, ol) { margin: 0 0 4px; }
  a { color: var(--kind); }
  progress { width: 100%; height: 6px; margin-top: 8px; accent-color: var(--kind); }
  button { border: 0; background: none; color: inherit; font: inherit; cursor: pointer; border-radius: 6px; }
  .close { align-self: flex-start; width: 32px; height: 32px; font-size: 18px; }
  .action { margin-top: 8px; padding: 6px 12px; background: color-mix(in srgb, var(--kind) 16%, transparent); font-weight: 650; }
  button:hover { background: color-mix(in srgb, currentcolor 12%, transparent); }
`;

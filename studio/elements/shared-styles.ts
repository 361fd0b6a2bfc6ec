import { css } from 'lit';

/** What every element of the studio looks like: fields, buttons, and focus that can be seen. */
export const shared = css`
  :host { box-sizing: border-box; font: inherit; }
  :host([hidden]) { display: none !important; }
  *, *::before, *::after { box-sizing: border-box; }
  button, input, select, textarea { font: inherit; color: inherit; }
  button {
    display: inline-flex; align-items: center; justify-content: center; gap: 8px;
    min-height: 36px; padding: 0 12px; border: 1px solid transparent; border-radius: 10px;
    background: transparent; cursor: pointer; white-space: nowrap; transition: background 120ms, color 120ms, border-color 120ms;
  }
  button:hover { background: var(--hover); }
  button:disabled { opacity: .45; cursor: default; background: transparent; }
  button[aria-pressed='true'], button[aria-checked='true'] { color: var(--accent-ink); background: var(--accent-wash); }
  button.icon { width: 36px; padding: 0; flex: none; }
  button.strong { background: var(--accent); color: var(--on-accent); font-weight: 600; }
  button.strong:hover { background: color-mix(in oklab, var(--accent), white 12%); }
  :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
  svg { display: block; flex: none; }
  .quiet { color: var(--muted); }
  .sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  /* Where there is no room the icon stands alone; who hears the page still hears the word. */
  @media (max-width: 1360px) {
    button:has(> .label) { width: 40px; padding: 0; }
    .label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  }
  .badge {
    display: inline-flex; align-items: center; gap: 6px; height: 24px; padding: 0 9px; border-radius: 12px;
    font-size: 12px; color: var(--muted); background: var(--hover); white-space: nowrap;
  }
  .badge.warn { color: var(--warn); background: color-mix(in oklab, var(--warn), transparent 88%); }
  @media (prefers-reduced-motion: reduce) { *, *::before, *::after { transition: none !important; animation: none !important; } }
`;

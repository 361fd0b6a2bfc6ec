import { svg, type TemplateResult } from 'lit';

/** A line drawing on a grid of 24 × 24. */
export const icon = (
  body: TemplateResult,
): TemplateResult => svg`<svg viewBox="0 0 24 24" width="20" height="20" fill="none"
  stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${body}</svg>`;

export const icons = {
  play: icon(
    svg`<path d="M8 5.2v13.6c0 .8.9 1.3 1.6.8l10-6.8a1 1 0 0 0 0-1.6l-10-6.8c-.7-.5-1.6 0-1.6.8z" fill="currentColor" stroke="none"/>`,
  ),
  pause: icon(
    svg`<rect x="6.5" y="5" width="4" height="14" rx="1.2" fill="currentColor" stroke="none"/><rect x="13.5" y="5" width="4" height="14" rx="1.2" fill="currentColor" stroke="none"/>`,
  ),
  start: icon(
    svg`<path d="M6 5v14M18.5 6.2v11.6c0 .6-.7 1-1.2.6L9.5 12.6a.8.8 0 0 1 0-1.2l7.8-5.8c.5-.4 1.2 0 1.2.6z"/>`,
  ),
  loop: icon(
    svg`<path d="M17 3.5 20.5 7 17 10.5M3.5 11.5V10a3 3 0 0 1 3-3h14M7 20.5 3.5 17 7 13.5M20.5 12.5V14a3 3 0 0 1-3 3h-14"/>`,
  ),
  volume: icon(svg`<path d="M11 5 6.5 9H3v6h3.5L11 19zM15.5 8.8a4.5 4.5 0 0 1 0 6.4M18.3 6a8.5 8.5 0 0 1 0 12"/>`),
  muted: icon(svg`<path d="M11 5 6.5 9H3v6h3.5L11 19zM21 9.5l-5 5M16 9.5l5 5"/>`),
  fullScreen: icon(
    svg`<path d="M9 4H5a1 1 0 0 0-1 1v4M15 4h4a1 1 0 0 1 1 1v4M9 20H5a1 1 0 0 1-1-1v-4M15 20h4a1 1 0 0 0 1-1v-4"/>`,
  ),
  send: icon(svg`<path d="M12 19V5.5M5.5 12 12 5.5l6.5 6.5"/>`),
  microphone: icon(
    svg`<rect x="9" y="3.5" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>`,
  ),
  stop: icon(svg`<rect x="6.5" y="6.5" width="11" height="11" rx="2" fill="currentColor" stroke="none"/>`),
  close: icon(svg`<path d="m6.5 6.5 11 11M17.5 6.5l-11 11"/>`),
  book: icon(
    svg`<path d="M4 5.5A1.5 1.5 0 0 1 5.5 4H10a2 2 0 0 1 2 2v13a2 2 0 0 0-2-1.5H4zM20 5.5A1.5 1.5 0 0 0 18.5 4H14a2 2 0 0 0-2 2v13a2 2 0 0 1 2-1.5h6z"/>`,
  ),
  shelf: icon(svg`<path d="M4 4.5v15M9 4.5v15M4 19.5h16M4 4.5h5M13.2 5.6l3.9-1.1 3.6 13.4-3.9 1.1z"/>`),
  actors: icon(
    svg`<circle cx="9" cy="8" r="3.4"/><path d="M3.5 19.5a5.5 5.5 0 0 1 11 0M15 5.2a3 3 0 0 1 0 5.6M17 14.6a5 5 0 0 1 3.5 4.9"/>`,
  ),
  download: icon(svg`<path d="M12 4v11M7 10.5l5 5 5-5M5 19.5h14"/>`),
  keyboard: icon(
    svg`<rect x="3" y="6" width="18" height="12" rx="2.2"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,
  ),
  sun: icon(
    svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v1.8M12 19.2V21M3 12h1.8M19.2 12H21M5.6 5.6l1.3 1.3M17.1 17.1l1.3 1.3M5.6 18.4l1.3-1.3M17.1 6.9l1.3-1.3"/>`,
  ),
  moon: icon(svg`<path d="M20 14.2A8.2 8.2 0 0 1 9.8 4a8.2 8.2 0 1 0 10.2 10.2z"/>`),
  auto: icon(svg`<circle cx="12" cy="12" r="8"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" stroke="none"/>`),
  add: icon(svg`<path d="M12 5.5v13M5.5 12h13"/>`),
  mark: svg`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
    <path d="M3 25c2.6-12.5 9.4-16 13.5-4M16.5 21c2.5-6.5 7.5-8 10.5-2" fill="none" stroke="var(--accent)" stroke-width="2.2" stroke-linecap="round" opacity=".55"/>
    <circle cx="27.5" cy="14.8" r="3.6" fill="var(--accent)"/><path d="M3 28.8h26" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/></svg>`,
};

import { effect } from '@preact/signals-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Runs `act` now and whenever a signal changes that it looks at, as long as the element is in the page. It begins with
 * the element's first update and not before: an element that was in the page before it was defined gets its properties then.
 */
export class Follow implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly act: () => void;
  private stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, act: () => void) {
    this.host = host;
    this.act = act;
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.stop ??= effect(() => this.act());
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = null;
  }
}

/** Draws an element anew whenever a signal changes that `read` looks at. */
export class Watch extends Follow {
  constructor(host: ReactiveControllerHost, read: () => unknown) {
    super(host, () => {
      read();
      host.requestUpdate();
    });
  }
}

import { effect } from '@preact/signals-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Draws an element anew whenever a signal changes that `read` looks at. */
export class Watch implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly read: () => unknown;
  private stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, read: () => unknown) {
    this.host = host;
    this.read = read;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = effect(() => {
      this.read();
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = null;
  }
}

/** Runs `act` now and whenever a signal changes that it looks at, as long as the element is in the page. */
export class Follow implements ReactiveController {
  private readonly act: () => void;
  private stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, act: () => void) {
    this.act = act;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = effect(() => this.act());
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = null;
  }
}

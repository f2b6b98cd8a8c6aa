import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiProblem } from '../api/problem.js';
import { focused } from './focus.js';

/** One change at a time: what runs, and how the last one failed. Nothing shows as done before the server said so. */
export class Acting implements ReactiveController {
  running: string | undefined;
  problem: ApiProblem | undefined;
  /** The name of the change that failed. */
  failed: string | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** True when it worked; a second call while one is running does nothing. */
  async run(name: string, change: () => Promise<unknown>): Promise<boolean> {
    if (this.running) return false;
    const asked = focused();
    this.running = name;
    this.problem = undefined;
    this.failed = undefined;
    this.host.requestUpdate();
    try {
      await change();
      return true;
    } catch (thrown) {
      this.problem = ApiProblem.of(thrown);
      this.failed = name;
      return false;
    } finally {
      this.running = undefined;
      this.host.requestUpdate();
      await this.giveFocusBack(asked);
    }
  }

  /** A button loses focus while it is disabled for the time of a change; whoever moved on meanwhile is left alone. */
  private async giveFocusBack(asked: HTMLElement | undefined): Promise<void> {
    await this.host.updateComplete;
    if (!focused() && asked?.isConnected) asked.focus();
  }

  clear(): void {
    this.problem = undefined;
    this.failed = undefined;
    this.host.requestUpdate();
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiProblem } from '../api/problem.js';

/**
 * One thing read from the server and what became of it. A failed refresh keeps what was there, so that a
 * lost connection never empties a screen.
 */
export class Loading<T> implements ReactiveController {
  value: T | undefined;
  problem: ApiProblem | undefined;
  /** True once waiting has taken 300 ms: earlier a skeleton would only flicker. */
  slow = false;
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  async run(read: () => Promise<T>): Promise<T | undefined> {
    const turn = ++this.turn;
    clearTimeout(this.timer);
    if (this.value === undefined) this.timer = setTimeout(() => this.becomeSlow(turn), 300);
    try {
      const value = await read();
      if (turn === this.turn) this.settle(value, undefined);
      return value;
    } catch (thrown) {
      if (turn === this.turn) this.settle(this.value, ApiProblem.of(thrown));
      return undefined;
    }
  }

  /** Takes over what a change answered, so that the screen shows exactly what was saved. */
  accept(value: T): void {
    this.turn++;
    this.settle(value, undefined);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  private becomeSlow(turn: number): void {
    if (turn !== this.turn) return;
    this.slow = true;
    this.host.requestUpdate();
  }

  private settle(value: T | undefined, problem: ApiProblem | undefined): void {
    clearTimeout(this.timer);
    this.value = value;
    this.problem = problem;
    this.slow = false;
    this.host.requestUpdate();
  }
}

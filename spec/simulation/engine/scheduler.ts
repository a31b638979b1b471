/**
 * Virtual time: a queue of events, each carried out to its end before the next. Between two events there are only microtasks of the
 * code under test, and those run in a fixed order; so the order of events decides everything.
 */

/** Whoever an event belongs to; the events of one that has ended do not happen. */
export interface Owner {
  readonly dead: boolean;
  /** Until then it stands still, and its events wait. */
  stalledUntil?: number;
}

interface Event {
  at: number;
  readonly number: number;
  readonly owner: Owner | undefined;
  work: (() => void) | undefined;
}

export interface Scheduler {
  /** Milliseconds since 1970. */
  now(): number;
  /** Plans `work` in `ms` milliseconds, and gives what takes it back. */
  after(ms: number, work: () => void, owner?: Owner): () => void;
  sleep(ms: number): Promise<void>;
  /** Work that takes the machine's own time, such as signing: virtual time stands until it ends. */
  hold(work: Promise<unknown>): void;
  /** Carries events out until nothing is planned, `done` says so, or the time is `until`. */
  run(done: () => boolean, until: number): Promise<void>;
}

/** Ends once all microtasks and ticks that are due have run. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** `afterEach` is called after every event. */
export function createScheduler(start: number, afterEach: () => void): Scheduler {
  let now = start;
  let count = 0;
  const heap: Event[] = [];
  const held = new Set<Promise<unknown>>();
  const settleAll = async () => {
    await settle();
    while (held.size > 0) {
      await Promise.allSettled(held);
      await settle();
    }
  };
  const before = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.number < b.number);

  function push(event: Event): void {
    let i = heap.push(event) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(event, heap[parent] as Event)) break;
      heap[i] = heap[parent] as Event;
      i = parent;
    }
    heap[i] = event;
  }

  function pop(): Event | undefined {
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Event, heap[child] as Event)) child++;
      if (!before(heap[child] as Event, last)) break;
      heap[i] = heap[child] as Event;
      i = child;
    }
    heap[i] = last;
    return first;
  }

  const scheduler: Scheduler = {
    now: () => now,
    after(ms, work, owner) {
      const event: Event = { at: now + Math.max(0, ms), number: ++count, owner, work };
      push(event);
      return () => {
        event.work = undefined;
      };
    },
    sleep: (ms) => new Promise((resolve) => scheduler.after(ms, resolve)),
    hold(work) {
      held.add(work);
      void work.finally(() => held.delete(work)).catch(() => {});
    },
    async run(done, until) {
      await settleAll();
      while (!done()) {
        const next = pop();
        if (!next) return;
        if (!next.work || next.owner?.dead) continue;
        const { stalledUntil = 0 } = next.owner ?? {};
        if (next.at < stalledUntil) {
          next.at = stalledUntil;
          push(next);
          continue;
        }
        if (next.at > until) return;
        now = next.at;
        next.work();
        await settleAll();
        afterEach();
      }
    },
  };
  return scheduler;
}

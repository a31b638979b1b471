/**
 * Virtual time: a queue of events, each run to completion before the next. Between two events only microtasks of the code under
 * test run, in a fixed order, so the order of events decides everything.
 */

/** The process that an event belongs to. Events of a process that has ended are dropped. */
export interface Owner {
  readonly dead: boolean;
  /** It is paused until then, and its events wait. */
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
  /** Schedules `work` in `ms` milliseconds, and returns a function that cancels it. */
  after(ms: number, work: () => void, owner?: Owner): () => void;
  sleep(ms: number): Promise<void>;
  /** Pauses virtual time until `work` ends, for work that takes real time, such as signing. */
  pauseFor(work: Promise<unknown>): void;
  /** Runs events until none is left, `done` returns true, or the time is `until`. */
  run(done: () => boolean, until: number): Promise<void>;
}

/** Resolves once all pending microtasks and ticks have run. */
const drainMicrotasks = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** `afterEach` is called after every event. */
export function createScheduler(start: number, afterEach: () => void): Scheduler {
  let now = start;
  let count = 0;
  const heap: Event[] = [];
  const pausedFor = new Set<Promise<unknown>>();
  const drainAll = async () => {
    await drainMicrotasks();
    while (pausedFor.size > 0) {
      await Promise.allSettled(pausedFor);
      await drainMicrotasks();
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
    pauseFor(work) {
      pausedFor.add(work);
      void work.finally(() => pausedFor.delete(work)).catch(() => {});
    },
    async run(done, until) {
      await drainAll();
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
        await drainAll();
        afterEach();
      }
    },
  };
  return scheduler;
}

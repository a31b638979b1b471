/** The output of the demonstration while it runs, and the table at its end. */
import { leaveToSignal } from '../parts/processes/interruption.ts';

const MARKS = { ok: '✔', failed: '✘', skipped: '–' } as const;

export interface Row {
  readonly section: string;
  readonly what: string;
  readonly result: keyof typeof MARKS;
  readonly seconds: number;
}

export interface Report {
  readonly rows: readonly Row[];
  section(title: string): void;
  /**
   * Runs `work`, and shows its title, duration and the returned line; records whether it threw. Never throws. After a failed step it
   * is skipped, because each step builds on those before it.
   */
  step(what: string, work: () => Promise<string>): Promise<void>;
  table(): string;
}

export function createReport(print: (text: string) => void): Report {
  const rows: Row[] = [];
  let section = '';
  return {
    rows,
    section(title) {
      section = title;
      print(`\n━━ ${title}\n`);
    },
    async step(what, work) {
      await leaveToSignal();
      if (rows.some(({ result }) => result !== 'ok')) {
        rows.push({ section, what, result: 'skipped', seconds: 0 });
        print(`   – ${what}: skipped\n`);
        return;
      }
      const start = performance.now();
      const seconds = () => (performance.now() - start) / 1000;
      print(`   … ${what}\n`);
      try {
        const done = await work();
        rows.push({ section, what, result: 'ok', seconds: seconds() });
        print(`   ✔ ${what} (${seconds().toFixed(1)} s): ${done}\n`);
      } catch (error) {
        await leaveToSignal();
        rows.push({ section, what, result: 'failed', seconds: seconds() });
        print(`   ✘ ${what} (${seconds().toFixed(1)} s): ${(error as Error).message}\n`);
      }
    },
    table() {
      const width = Math.max(...rows.map((row) => row.what.length));
      const lines = rows.map(({ result, what, seconds }) => {
        const time = result === 'skipped' ? 'skipped' : `${seconds.toFixed(1)} s`;
        return `${MARKS[result]} ${what.padEnd(width)}  ${time.padStart(8)}`;
      });
      return [`\n${'What happened'.padEnd(width + 2)}     Time`, ...lines].join('\n');
    },
  };
}

/** Throws with the message unless the condition holds: each step of the demonstration is checked. */
export function expect(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/**
 * Shows the output of a running program: nothing in the first 20 seconds, then its last lines and all further output, and
 * one line for every 30 seconds without output.
 */

export interface Monitor {
  /** Takes the program's output, in arbitrary chunks. */
  write(text: string): void;
  end(): void;
}

export interface MonitorTimes {
  /** Milliseconds. */
  readonly quick: number;
  readonly silence: number;
}

const kept = 10;

/** Passes lines to `print`, each prefixed with the title of the program. */
export function createMonitor(
  title: string,
  print: (line: string) => void,
  { quick, silence }: MonitorTimes = { quick: 20_000, silence: 30_000 },
): Monitor {
  const began = Date.now();
  let lines: string[] = [];
  let rest = '';
  let open = false;
  let beat: NodeJS.Timeout | undefined;
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const waitAgain = () => {
    clearTimeout(beat);
    beat = setTimeout(() => {
      print(`${title}: still running, ${seconds()} s`);
      waitAgain();
    }, silence);
    beat.unref();
  };
  const opening = setTimeout(() => {
    open = true;
    print(`${title}: still running, ${seconds()} s${lines.length > 0 ? '. Its last lines:' : ''}`);
    for (const line of lines) print(`${title} | ${line}`);
    lines = [];
    waitAgain();
  }, quick);
  opening.unref();
  return {
    write(text) {
      const parts = (rest + text).split(/\r?\n/);
      rest = parts.pop() ?? '';
      for (const part of parts) {
        // Only the last version of a line that overwrites itself, such as a progress bar.
        const line = part.slice(part.lastIndexOf('\r') + 1);
        if (line.trim() === '') continue;
        if (open) print(`${title} | ${line}`);
        else lines = [...lines, line].slice(-kept);
      }
      if (open && parts.length > 0) waitAgain();
    },
    end() {
      clearTimeout(opening);
      clearTimeout(beat);
    },
  };
}

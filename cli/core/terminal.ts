/** Output of the command line: results on standard output, everything else on standard error. */
import type { Location } from '../../src/runtime/errors.ts';
import type { Log } from '../../src/runtime/log.ts';

/** Text from servers and containers must not control the terminal: move the cursor, hide lines, set the title. */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);

export function createTerminalLog(write: (text: string) => void, debug: boolean): Log {
  const line = (text: string) => write(`${printable(text)}\n`);
  const labeled = (label: string) => (message: string, location?: Location) =>
    line(`${label}: ${at(location)}${message}`);
  return {
    info: line,
    debug: debug ? labeled('debug') : () => {},
    notice: labeled('note'),
    warning: labeled('warning'),
    error: labeled('error'),
    output: line,
    async group(title, work) {
      line(title);
      return await work();
    },
  };
}

const at = (location: Location | undefined): string =>
  location ? `${[location.file, location.line].filter((part) => part !== undefined).join(':')}: ` : '';

/** The syntax of freeze windows. Pure. */

/** A time of the week (`day` 1 is Monday), of every day (`day` undefined), or of the calendar. */
export type Moment =
  | { readonly kind: 'weekly'; readonly day: number | undefined; readonly minute: number }
  /** Local time in milliseconds, as if it were UTC. */
  | { readonly kind: 'date'; readonly local: number };

export interface FreezeWindow {
  /** As it was written, without the reason. */
  readonly text: string;
  readonly reason: string;
  readonly from: Moment;
  readonly to: Moment;
  /** IANA name. */
  readonly zone: string;
}

const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const EXPECTED =
  'Write for instance "Fri 16:00 - Mon 08:00 Europe/Berlin: weekend", "daily 22:00 - 06:00" or "2026-12-20 - 2027-01-02: holidays"; without a time zone it is UTC.';

/** Parses one window. Throws an Error with a message for the user. */
export function parseFreezeWindow(line: string): FreezeWindow {
  const [, whole = '', reason = ''] = /^(.*?)(?::\s+(.*))?$/.exec(line.trim()) ?? [];
  const [, from = '', to = '', zone = 'UTC'] =
    /^(.+?)\s+-\s+(\S+(?:\s+\d\d:\d\d)?)(?:\s+([A-Za-z][\w+/-]*))?$/.exec(whole) ?? [];
  const window = {
    text: whole,
    reason: reason.trim() || 'no reason was given',
    from: parseMoment(from, 'start'),
    to: parseMoment(/^daily /.test(from) && /^\d\d:\d\d$/.test(to) ? `daily ${to}` : to, 'end'),
    zone: checkZone(zone),
  };
  if (!window.from || !window.to || unitOf(window.from) !== unitOf(window.to))
    throw new Error(`"${line.trim()}" is not a freeze window. ${EXPECTED}`);
  if (window.from.kind === 'date' && window.to.kind === 'date' && window.from.local >= window.to.local)
    throw new Error(`"${line.trim()}" ends before it begins.`);
  return window as FreezeWindow;
}

/** Both ends are of the same kind: "daily" and a day of the week could mean two things. */
const unitOf = (moment: Moment): string =>
  moment.kind === 'date' ? 'date' : moment.day === undefined ? 'daily' : 'weekly';

/** False for 2026-02-30. */
const isDay = (text: string): boolean => new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

function parseMoment(text: string, side: 'start' | 'end'): Moment | undefined {
  const [, day = '', hour, minute] = /^(\S+)(?:\s+([01]\d|2[0-3]):([0-5]\d))?$/.exec(text) ?? [];
  const time = hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
  const minutes = time ?? (side === 'end' ? 24 * 60 : 0);
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) && isDay(day))
    return { kind: 'date', local: Date.parse(`${day}T00:00:00Z`) + minutes * 60_000 };
  // Its first three letters or more.
  const index = day.length < 3 ? -1 : NAMES.findIndex((name) => name.startsWith(day.toLowerCase()));
  if (index >= 0) return { kind: 'weekly', day: index + 1, minute: index * 24 * 60 + minutes };
  return day === 'daily' && time !== undefined ? { kind: 'weekly', day: undefined, minute: time } : undefined;
}

function checkZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new Error(`"${zone}" is not a time zone. Write its IANA name, for instance Europe/Berlin.`);
  }
}

export const describeFreeze = ({ text, reason }: FreezeWindow): string =>
  `Deploys are frozen (${text}): ${reason.replace(/\.?$/, '.')}`;

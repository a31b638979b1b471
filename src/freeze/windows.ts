/** Freeze windows: their syntax, and which one is active. Pure. */

/** A time of the week (`day` 1 is Monday), of every day (`day` undefined), or of the calendar. */
export type Moment =
  | { readonly kind: 'weekly'; readonly day: number | undefined; readonly minute: number }
  /** `2026-12-20 18:00`, in the order of time as text. */
  | { readonly kind: 'date'; readonly text: string };

export interface FreezeWindow {
  /** As it was written, without the reason. */
  readonly text: string;
  readonly reason: string;
  readonly from: Moment;
  readonly to: Moment;
  /** IANA name. */
  readonly zone: string;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEK = 7 * 24 * 60;
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
  if (window.from.kind === 'date' && window.to.kind === 'date' && window.from.text >= window.to.text)
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
  if (/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day) && isDay(day))
    return {
      kind: 'date',
      text: `${day} ${hour === undefined ? (side === 'end' ? '24:00' : '00:00') : `${hour}:${minute}`}`,
    };
  // Its first three letters or more.
  const index = day.length < 3 ? -1 : NAMES.findIndex((name) => name.startsWith(day.toLowerCase()));
  if (index >= 0)
    return { kind: 'weekly', day: index + 1, minute: index * 24 * 60 + (time ?? (side === 'end' ? 24 * 60 : 0)) };
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

/** The first window that is active at this time, in milliseconds since 1970. */
export const activeFreeze = (windows: readonly FreezeWindow[], now: number): FreezeWindow | undefined =>
  windows.find((window) => holdsAt(window, now));

export function holdsAt({ from, to, zone }: FreezeWindow, now: number): boolean {
  const local = localTime(now, zone);
  if (from.kind === 'date' || to.kind === 'date')
    return from.kind === 'date' && to.kind === 'date' && from.text <= local.date && local.date < to.text;
  const span = from.day === undefined ? 24 * 60 : WEEK;
  const at = local.minute % span;
  const length = (to.minute - from.minute + span) % span || span;
  return (at - from.minute + span) % span < length;
}

/** Minutes since Monday, and date and time as text, in local time of the zone. */
export function localTime(now: number, zone: string): { readonly minute: number; readonly date: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(now));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const time = Number(part('hour')) * 60 + Number(part('minute'));
  return {
    minute: DAYS.indexOf(part('weekday')) * 24 * 60 + time,
    date: `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`,
  };
}

export const describeFreeze = ({ text, reason }: FreezeWindow): string =>
  `Deploys are frozen (${text}): ${reason.replace(/\.?$/, '.')}`;

/**
 * Numbers that stand for the parts of a state, so that the key of a state is short: equal parts have the same number, and other parts
 * have others. An etag is left out: how old it is is told apart from what it stands for.
 */
const numbers = new Map<string, number>();
const texts: string[] = [];

/** Returns its argument, so that a subclass adds its private fields to that object. */
class ReturnOverride {
  constructor(part: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that is what it is for
    return part;
  }
}

/** The number of a part, on the part itself, where neither a copy nor a reader finds it. A WeakMap of millions takes longer. */
class Numbered extends ReturnOverride {
  readonly #number: number;
  constructor(part: object, number: number) {
    super(part);
    this.#number = number;
  }
  static of(part: object): number | undefined {
    return #number in part ? part.#number : undefined;
  }
}

/** Parts are never changed, and most stay the same from state to state, so each is written out once. */
export function numberOf(part: object): number {
  const known = Numbered.of(part);
  if (known !== undefined) return known;
  const number = numberOfText(textOf(part));
  new Numbered(part, number);
  return number;
}

/** Two names of a model, each of which may stand where the other does. */
export type Pair = readonly [string, string];

/** Gives the number of a part in which the two names are swapped. */
export function swapping([a, b]: Pair): (part: object) => number {
  /** By the number of the part. */
  const swapped: number[] = [];
  const swap = (number: number): number => {
    swapped[number] ??= numberOfText(
      (texts[number] as string).replace(/"([^"]*)"|#(\d+)/g, (whole, name?: string, inner?: string) => {
        if (inner !== undefined) return `#${swap(Number(inner))}`;
        return name === a ? `"${b}"` : name === b ? `"${a}"` : whole;
      }),
    );
    return swapped[number];
  };
  return (part) => swap(numberOf(part));
}

/** The text of a part refers to contained parts by their numbers. */
function textOf(part: object): string {
  if (Array.isArray(part)) return `[${part.map(written).join()}]`;
  let text = '';
  for (const [name, value] of Object.entries(part))
    if (name !== 'etag' && value !== undefined) text += `"${name}":${written(value)} `;
  return text;
}

const written = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `#${numberOf(value)}`
    : typeof value === 'string'
      ? `"${value}"`
      : `${value}`;

function numberOfText(text: string): number {
  const number = numbers.get(text);
  if (number !== undefined) return number;
  numbers.set(text, texts.length);
  return texts.push(text) - 1;
}

/**
 * The keys of the known states, as digests of 128 bits in one table, so that the garbage collector does not have to
 * visit millions of them. Two of ten million keys have the same digest with a probability of 10⁻²⁵.
 */
export class KnownStates {
  #table = new Uint32Array(4 * 1024);
  #size = 0;
  readonly #digest = new Uint32Array(4);

  /** Whether the key is new. */
  add(key: string): boolean {
    digestInto(this.#digest, key);
    if (!insert(this.#table, this.#digest)) return false;
    this.#size++;
    if (8 * this.#size > this.#table.length) this.#grow();
    return true;
  }

  /** At most half of the slots are used. */
  #grow(): void {
    const old = this.#table;
    this.#table = new Uint32Array(2 * old.length);
    for (let at = 0; at < old.length; at += 4) {
      const digest = old.subarray(at, at + 4);
      if (!isFree(digest, 0)) insert(this.#table, digest);
    }
  }
}

/** Open addressing: the next free place after the one that the digest names. */
function insert(table: Uint32Array, digest: Uint32Array): boolean {
  const [a, b, c, d] = digest as unknown as [number, number, number, number];
  const places = table.length / 4;
  for (let place = a & (places - 1); ; place = (place + 1) & (places - 1)) {
    const at = 4 * place;
    if (isFree(table, at)) {
      table.set(digest, at);
      return true;
    }
    if (table[at] === a && table[at + 1] === b && table[at + 2] === c && table[at + 3] === d) return false;
  }
}

/** A digest is never all zeros. */
const isFree = (table: Uint32Array, at: number): boolean =>
  table[at] === 0 && table[at + 1] === 0 && table[at + 2] === 0 && table[at + 3] === 0;

/** Four lanes, each mixed with the next one at every character (cyrb128), and made even at the end (MurmurHash3). */
function digestInto(digest: Uint32Array, text: string): void {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  const all = a ^ b ^ c ^ d;
  digest[0] = even(all);
  digest[1] = even(b ^ all);
  digest[2] = even(c ^ all);
  digest[3] = even(d ^ all) | 1;
}

function even(lane: number): number {
  let h = lane;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A list of whole numbers that grows, outside the heap. */
export class Numbers {
  #items = new Int32Array(1024);
  length = 0;

  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length++] = item;
  }

  at(index: number): number {
    return this.#items[index] as number;
  }
}

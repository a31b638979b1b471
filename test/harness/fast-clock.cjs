// Loaded into a bundle's process by `--require`: its clock runs CLOCK_FACTOR times as fast, so that a lease of a minute ends soon, and
// shows CLOCK_AHEAD milliseconds more, so that a canary of days takes none. On SIGUSR2 it jumps ahead by CLOCK_JUMP milliseconds, and
// the timers that end before that time end at once.
'use strict';
const timers = require('node:timers');
const promises = require('node:timers/promises');

const factor = Number(process.env.CLOCK_FACTOR ?? 1);
const jump = Number(process.env.CLOCK_JUMP ?? 0);
let ahead = Number(process.env.CLOCK_AHEAD ?? 0);
const now = Date.now;
const began = now();
Date.now = () => began + ahead + (now() - began) * factor;
// `new Date()` is the same time: clients compare the two.
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [Date.now()] : given));
  }
};

const waiting = new Set();
for (const place of [globalThis, timers]) {
  const wait = place.setTimeout;
  place.setTimeout = Object.assign((work, ms = 0, ...rest) => {
    const due = Date.now() + ms;
    const timer = wait(() => end(), ms / factor);
    const end = () => {
      waiting.delete(one);
      work(...rest);
    };
    const one = { timer, due, end };
    if (jump > 0) waiting.add(one);
    return timer;
  }, wait);
}
if (jump > 0)
  process.on('SIGUSR2', () => {
    ahead += jump;
    for (const { timer, due, end } of [...waiting]) {
      if (timer._destroyed || due > Date.now()) continue;
      clearTimeout(timer);
      end();
    }
  });
const sleep = promises.setTimeout;
promises.setTimeout = (ms, ...rest) => sleep(ms / factor, ...rest);

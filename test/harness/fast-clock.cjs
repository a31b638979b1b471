// Loaded into a bundle's process by `--require`: its clock runs CLOCK_FACTOR times as fast, so that a lease of a minute ends soon, and
// shows CLOCK_AHEAD milliseconds more, so that a canary of days takes none.
'use strict';
const timers = require('node:timers');
const promises = require('node:timers/promises');

const factor = Number(process.env.CLOCK_FACTOR ?? 1);
const ahead = Number(process.env.CLOCK_AHEAD ?? 0);
const now = Date.now;
const began = now();
Date.now = () => began + ahead + (now() - began) * factor;
// `new Date()` is the same time: clients compare the two.
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [Date.now()] : given));
  }
};

for (const place of [globalThis, timers]) {
  const wait = place.setTimeout;
  place.setTimeout = Object.assign((work, ms = 0, ...rest) => wait(work, ms / factor, ...rest), wait);
}
const sleep = promises.setTimeout;
promises.setTimeout = (ms, ...rest) => sleep(ms / factor, ...rest);

// What the bundles see as `google-gax`: its REST half, and the two helpers that the generated clients take from the
// whole. It keeps gRPC (2 MB, 0.15 s of start-up) out of the bundles.
const fallback = require('../../../node_modules/google-gax/build/src/fallback.js');
const { decodeAnyProtosInArray } = require('../../../node_modules/google-gax/build/src/util.js');

module.exports = { ...fallback, loggingUtils: require('google-logging-utils'), decodeAnyProtosInArray };

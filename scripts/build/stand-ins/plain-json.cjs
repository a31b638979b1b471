// What the bundles see as json-bigint: the metadata server's responses that we read hold no integers over 2^53.
module.exports = { parse: JSON.parse, stringify: JSON.stringify };

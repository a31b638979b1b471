// What the bundles see as `undici`: its HTTP client without fetch, WebSocket, caches and mocks (a third of its code and of
// its start-up), none of which we use.
const Dispatcher = require('../../../node_modules/undici/lib/dispatcher/dispatcher.js');
const Agent = require('../../../node_modules/undici/lib/dispatcher/agent.js');
const ProxyAgent = require('../../../node_modules/undici/lib/dispatcher/proxy-agent.js');
const EnvHttpProxyAgent = require('../../../node_modules/undici/lib/dispatcher/env-http-proxy-agent.js');
const sendThrough = require('../../../node_modules/undici/lib/api/api-request.js');
const connect = require('../../../node_modules/undici/lib/api/api-connect.js');

// `connect` is how the proxy agents open their tunnels.
Object.assign(Dispatcher.prototype, { request: sendThrough, connect });

/** As undici's own, for calls that name a dispatcher. */
function request(address, { dispatcher, ...options }) {
  const url = new URL(address);
  return sendThrough.call(dispatcher, { ...options, origin: url.origin, path: url.pathname + url.search });
}

module.exports = { Agent, Dispatcher, EnvHttpProxyAgent, ProxyAgent, request };

# Stand-in for node:24-alpine: the tests' Node, npm, and npm's cache of what the lock files of the tests name: `npm ci` needs no network.
FROM alpine:3.20
COPY --from=debian usr/lib /usr/lib
COPY --from=node bin/node /usr/local/bin/node
COPY --from=node node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm && \
    ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx && \
    echo 'node:x:1000:1000:Linux User,,,:/home/node:/bin/sh' >> /etc/passwd && echo 'node:x:1000:' >> /etc/group && \
    mkdir /home/node && chown 1000:1000 /home/node
ENV npm_config_cache=/opt/npm npm_config_offline=true npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false
COPY --from=node cache /opt/npm
CMD ["node"]

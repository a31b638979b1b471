# Stand-in for redis:7-alpine: Debian's redis-server.
FROM alpine:3.20
COPY --from=debian usr/bin /usr/bin
COPY --from=debian usr/lib/x86_64-linux-gnu /usr/lib/x86_64-linux-gnu
RUN mkdir /data && chown 999:1000 /data
VOLUME /data
WORKDIR /data
EXPOSE 6379
CMD ["redis-server", "--protected-mode", "no"]

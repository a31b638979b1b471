# Stand-in for rust:1.80-alpine: the machine's Rust, Debian's gcc as its linker, protoc, and the crates of the sample.
FROM alpine:3.20
COPY --from=debian usr/bin /usr/bin
COPY --from=debian usr/lib /usr/lib
COPY --from=debian usr/libexec /usr/libexec
COPY --from=debian usr/include /usr/include
COPY --from=toolchain bin/cargo bin/rustc /usr/local/cargo/bin/
COPY --from=toolchain lib /usr/local/cargo/lib
RUN ln -s gcc /usr/bin/cc && \
    echo "$(cat /etc/apk-stand-in) build-base gcc musl-dev protobuf-dev protoc" > /etc/apk-stand-in
ENV CARGO_HOME=/usr/local/cargo CARGO_NET_OFFLINE=true \
    PATH=/usr/local/cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
COPY --from=crates registry /usr/local/cargo/registry

# Stand-in for golang:1.23-alpine: the machine's Go, and the sample's modules: `go mod download` and `go build` need no network.
FROM alpine:3.20
COPY --from=toolchain bin /usr/local/go/bin
COPY --from=toolchain lib /usr/local/go/lib
COPY --from=toolchain pkg /usr/local/go/pkg
COPY --from=toolchain src /usr/local/go/src
COPY --from=toolchain VERSION go.env /usr/local/go/
ENV GOPATH=/go GOTOOLCHAIN=local PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
ENV GOPROXY=off GOFLAGS=-buildvcs=false
RUN mkdir -p -m 777 /go/bin
WORKDIR /go
COPY --from=modules / /go/pkg/mod

//! Generates the gRPC code from `../proto` (needs `protoc`: protobuf-dev on Alpine, protobuf-compiler on Debian).

fn main() -> std::io::Result<()> {
    tonic_prost_build::configure()
        .build_transport(false) // only tests connect, with a channel of their own
        .compile_protos(&["../proto/orchestra/v1/engine.proto"], &["../proto"])
}

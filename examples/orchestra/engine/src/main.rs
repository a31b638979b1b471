//! The engine: a gRPC server with the standard health service, on $PORT (default 50051).

mod plan;
mod service;

/// Generated from `proto/orchestra/v1/engine.proto`.
mod proto {
    tonic::include_proto!("orchestra.v1");
}

use std::env;
use std::error::Error;
use std::future::Future;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::signal::unix::{signal, SignalKind};
use tonic::transport::server::TcpIncoming;
use tonic::transport::Server;

use proto::engine_server::EngineServer;
use service::EngineService;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port: u16 = match env::var("PORT") {
        Ok(value) => value.parse().map_err(|_| format!("PORT is {value:?}: expected a port number"))?,
        Err(_) => 50051,
    };
    let engine = EngineService {
        version: env::var("APP_VERSION").unwrap_or_else(|_| "dev".into()),
        revision: env::var("K_REVISION").unwrap_or_default(),
    };
    let listener = TcpListener::bind(("0.0.0.0", port)).await.map_err(|error| format!("cannot listen on port {port}: {error}"))?;
    log("info", "listening", &[("port", &port.to_string()), ("version", &engine.version)]);

    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let stop = async move {
        tokio::select! { _ = terminate.recv() => (), _ = interrupt.recv() => () }
    };
    serve(listener, engine, stop).await?;
    log("info", "stopped", &[]);
    Ok(())
}

/// Answers calls until `stop` resolves, then finishes those in flight for up to nine seconds:
/// Cloud Run kills an instance ten seconds after SIGTERM.
async fn serve(listener: TcpListener, engine: EngineService, stop: impl Future<Output = ()>) -> Result<(), Box<dyn Error>> {
    let (health, health_service) = tonic_health::server::health_reporter();
    health.set_serving::<EngineServer<EngineService>>().await;

    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let server = Server::builder().add_service(health_service).add_service(EngineServer::new(engine)).serve_with_incoming_shutdown(
        TcpIncoming::from(listener),
        async move {
            stop.await;
            health.set_not_serving::<EngineServer<EngineService>>().await;
            let _ = stopping.send(());
        },
    );
    tokio::select! {
        result = server => result?,
        _ = async { let _ = stopped.await; tokio::time::sleep(Duration::from_secs(9)).await } =>
            log("warning", "stopped with calls in flight", &[]),
    }
    Ok(())
}

/// One line of JSON, as Cloud Logging parses it.
fn log(severity: &str, message: &str, fields: &[(&str, &str)]) {
    let mut line = serde_json::json!({ "severity": severity.to_uppercase(), "service": "orchestra-engine", "message": message });
    for (key, value) in fields {
        line[*key] = serde_json::json!(value);
    }
    println!("{line}");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proto::engine_client::EngineClient;
    use proto::{PlanRequest, Task, VersionRequest};
    use tokio::sync::oneshot;
    use tonic::transport::Channel;
    use tonic::Code;
    use tonic_health::pb::{health_check_response::ServingStatus, health_client::HealthClient, HealthCheckRequest};

    /// A real server on a free port of loopback, a channel to it, and what stops it.
    async fn start() -> (Channel, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel::<()>();
        let engine = EngineService { version: "abc123".into(), revision: "orchestra-engine-1".into() };
        let server = tokio::spawn(async move {
            serve(listener, engine, async {
                let _ = stopped.await;
            })
            .await
            .unwrap();
        });
        let channel = Channel::from_shared(address).unwrap().connect().await.unwrap();
        (channel, stop, server)
    }

    #[tokio::test]
    async fn health_is_serving_for_the_server_and_for_the_engine() {
        let (channel, _stop, _server) = start().await;
        let mut health = HealthClient::new(channel);
        for service in ["", "orchestra.v1.Engine"] {
            let answer = health.check(HealthCheckRequest { service: service.into() }).await.unwrap().into_inner();
            assert_eq!(answer.status(), ServingStatus::Serving, "service {service:?}");
        }
        let unknown = health.check(HealthCheckRequest { service: "other".into() }).await.unwrap_err();
        assert_eq!(unknown.code(), Code::NotFound);
    }

    #[tokio::test]
    async fn version_is_what_the_environment_said() {
        let (channel, _stop, _server) = start().await;
        let version = EngineClient::new(channel).version(VersionRequest {}).await.unwrap().into_inner();
        assert_eq!((version.version.as_str(), version.revision.as_str()), ("abc123", "orchestra-engine-1"));
    }

    #[tokio::test]
    async fn plan_orders_tasks_and_refuses_a_cycle() {
        let (channel, _stop, _server) = start().await;
        let mut engine = EngineClient::new(channel);
        let task = |id: &str, needs: &[&str]| Task { id: id.into(), depends_on: needs.iter().map(|s| s.to_string()).collect() };

        let tasks = vec![task("b", &["a"]), task("a", &[])];
        let stages = engine.plan(PlanRequest { tasks }).await.unwrap().into_inner().stages;
        assert_eq!(stages.iter().map(|stage| stage.task_ids.join(",")).collect::<Vec<_>>(), ["a", "b"]);

        let cycle = engine.plan(PlanRequest { tasks: vec![task("a", &["a"])] }).await.unwrap_err();
        assert_eq!((cycle.code(), cycle.message()), (Code::InvalidArgument, "tasks wait for each other: a"));
    }

    #[tokio::test]
    async fn stops_when_told() {
        let (channel, stop, server) = start().await;
        EngineClient::new(channel).version(VersionRequest {}).await.unwrap();
        stop.send(()).unwrap();
        tokio::time::timeout(Duration::from_secs(5), server).await.expect("still running").unwrap();
    }
}

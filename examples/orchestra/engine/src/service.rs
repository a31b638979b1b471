//! The gRPC face of the engine: messages in and out, no thinking.

use tonic::{Request, Response, Status};

use crate::plan;
use crate::proto::engine_server::Engine;
use crate::proto::{PlanRequest, PlanResponse, Stage, VersionRequest, VersionResponse};

/// What the running release says about itself.
#[derive(Clone, Debug)]
pub struct EngineService {
    pub version: String,
    pub revision: String,
}

#[tonic::async_trait]
impl Engine for EngineService {
    async fn version(&self, _: Request<VersionRequest>) -> Result<Response<VersionResponse>, Status> {
        Ok(Response::new(VersionResponse { version: self.version.clone(), revision: self.revision.clone() }))
    }

    async fn plan(&self, request: Request<PlanRequest>) -> Result<Response<PlanResponse>, Status> {
        let tasks: Vec<plan::Task> =
            request.into_inner().tasks.into_iter().map(|task| plan::Task { id: task.id, depends_on: task.depends_on }).collect();
        let stages = plan::plan(&tasks).map_err(|error| Status::invalid_argument(error.to_string()))?;
        Ok(Response::new(PlanResponse { stages: stages.into_iter().map(|task_ids| Stage { task_ids }).collect() }))
    }
}

# What docs/setup/one-service.md makes by hand.
terraform {
  required_version = ">= 1.5"
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 6.0"
    }
    time = {
      source  = "hashicorp/time"
      version = ">= 0.12"
    }
  }
}

variable "project" {
  description = "Project id."
  type        = string
}

variable "region" {
  description = "Region of the service and its images."
  type        = string
  default     = "us-central1"
}

variable "service" {
  description = "Name of the service. Its images are in a repository of the same name."
  type        = string
  default     = "web"
}

variable "public" {
  description = "Whether deploys open the service to unauthenticated invocations."
  type        = bool
  default     = true
}

variable "github_repository_id" {
  description = "Numeric id of the repository: gh api repos/OWNER/NAME --jq .id"
  type        = string
}

variable "github_owner_id" {
  description = "Numeric id of the owner: gh api repos/OWNER/NAME --jq .owner.id"
  type        = string
}

variable "branch" {
  description = "The branch that deploys."
  type        = string
  default     = "main"
}

provider "google" {
  project = var.project
  region  = var.region
}

locals {
  apis = ["artifactregistry", "cloudresourcemanager", "iam", "iamcredentials", "logging", "run", "sts"]
}

resource "google_project_service" "api" {
  for_each           = toset(local.apis)
  service            = "${each.key}.googleapis.com"
  disable_on_destroy = false
}

# An API that was just enabled refuses calls for a while.
resource "time_sleep" "apis" {
  create_duration = "60s"
  triggers        = { apis = join(",", local.apis) }
  depends_on      = [google_project_service.api]
}

resource "google_service_account" "deployer" {
  account_id   = "deployer"
  display_name = "Deploys from the main branch"
  depends_on   = [time_sleep.apis]
}

resource "google_service_account" "runtime" {
  account_id   = "runtime"
  display_name = "Runs the containers"
  depends_on   = [time_sleep.apis]
}

resource "google_iam_workload_identity_pool" "github" {
  workload_identity_pool_id = "github"
  depends_on                = [time_sleep.apis]
}

resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"
  attribute_condition                = "assertion.repository_id == '${var.github_repository_id}' && assertion.repository_owner_id == '${var.github_owner_id}' && assertion.ref == 'refs/heads/${var.branch}' && assertion.event_name in ['push', 'workflow_dispatch', 'schedule']"
  attribute_mapping = {
    "google.subject"          = "assertion.sub"
    "attribute.repository_id" = "assertion.repository_id"
    "attribute.track"         = "\"production\""
  }
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_service_account_iam_member" "federation" {
  service_account_id = google_service_account.deployer.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github.name}/attribute.track/production"
}

resource "google_project_iam_member" "deployer" {
  for_each = toset([var.public ? "roles/run.admin" : "roles/run.developer", "roles/run.invoker", "roles/logging.viewer"])
  project  = var.project
  role     = each.key
  member   = google_service_account.deployer.member
}

resource "google_service_account_iam_member" "act_as_runtime" {
  service_account_id = google_service_account.runtime.name
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.deployer.member
}

resource "google_service_account_iam_member" "identity_tokens" {
  service_account_id = google_service_account.deployer.name
  role               = "roles/iam.serviceAccountOpenIdTokenCreator"
  member             = google_service_account.deployer.member
}

resource "google_artifact_registry_repository" "images" {
  repository_id = var.service
  location      = var.region
  format        = "DOCKER"
  depends_on    = [time_sleep.apis]
}

resource "google_artifact_registry_repository_iam_member" "writer" {
  repository = google_artifact_registry_repository.images.name
  location   = var.region
  role       = "roles/artifactregistry.writer"
  member     = google_service_account.deployer.member
}

output "workload_identity_provider" {
  description = "Value of the variable WORKLOAD_IDENTITY_PROVIDER on GitHub."
  value       = google_iam_workload_identity_pool_provider.github.name
}

# Previews of pull requests, in a project of their own: their code runs before anybody has reviewed it, and nothing in this
# project leads to production.
terraform {
  required_providers {
    google = {
      source = "hashicorp/google"
    }
    time = {
      source = "hashicorp/time"
    }
  }
}

variable "project" {
  description = "Project id of the previews."
  type        = string
}

variable "production_project" {
  description = "Project id of production."
  type        = string
}

variable "region" {
  description = "Region of the previews."
  type        = string
}

variable "frontends" {
  description = "Whether previews have frontends."
  type        = bool
}

variable "databases" {
  description = "Whether previews have databases, or services that they create."
  type        = bool
}

variable "repository_condition" {
  description = "Condition of tokens of the repository."
  type        = string
}

variable "main_condition" {
  description = "Condition of tokens of the main branch of the repository."
  type        = string
}

variable "clean_up_workflow" {
  description = "The workflow that removes forgotten previews, with its ref."
  type        = string
}

variable "preview_workflow" {
  description = "The workflow that deploys previews, with its ref."
  type        = string
}

locals {
  apis = [
    "artifactregistry", "cloudresourcemanager", "iam", "iamcredentials", "logging", "run", "secretmanager", "storage", "sts",
  ]
  accounts = {
    preview         = "Deploys pull requests"
    runtime-preview = "Runs the containers of previews"
  }
  secrets = toset(["preview-database-url", "preview-redis-url", "preview-jwt-secret"])
}

resource "google_project_service" "api" {
  for_each           = toset(local.apis)
  service            = "${each.key}.googleapis.com"
  disable_on_destroy = false
  lifecycle {
    precondition {
      condition     = var.project != var.production_project
      error_message = "preview_project is the project of production. Create another project for previews, or give \"\" for none."
    }
  }
}

# An API that was just enabled refuses calls for a while.
resource "time_sleep" "apis" {
  create_duration = "60s"
  triggers        = { apis = join(",", local.apis) }
  depends_on      = [google_project_service.api]
}

resource "google_service_account" "account" {
  for_each     = local.accounts
  account_id   = each.key
  display_name = each.value
  depends_on   = [time_sleep.apis]
}

resource "google_iam_workload_identity_pool" "github" {
  workload_identity_pool_id = "github"
  depends_on                = [time_sleep.apis]
}

resource "google_iam_workload_identity_pool_provider" "pull_requests" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "github-pull-requests"
  attribute_condition                = "${var.repository_condition} && assertion.event_name == 'pull_request' && assertion.job_workflow_ref == '${var.preview_workflow}'"
  attribute_mapping = {
    "google.subject"          = "assertion.sub"
    "attribute.repository_id" = "assertion.repository_id"
    "attribute.track"         = "\"preview\""
  }
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

# The schedule runs on the main branch, and no pull request can start its workflow.
resource "google_iam_workload_identity_pool_provider" "clean_up" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "github-preview-clean-up"
  attribute_condition                = "${var.main_condition} && assertion.job_workflow_ref == '${var.clean_up_workflow}'"
  attribute_mapping = {
    "google.subject"          = "assertion.sub"
    "attribute.repository_id" = "assertion.repository_id"
    "attribute.track"         = "\"preview\""
  }
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_service_account_iam_member" "federation" {
  service_account_id = google_service_account.account["preview"].name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github.name}/attribute.track/preview"
}

resource "google_service_account_iam_member" "act_as_runtime" {
  service_account_id = google_service_account.account["runtime-preview"].name
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.account["preview"].member
}

resource "google_service_account_iam_member" "identity_tokens" {
  service_account_id = google_service_account.account["preview"].name
  role               = "roles/iam.serviceAccountOpenIdTokenCreator"
  member             = google_service_account.account["preview"].member
}

# Made here, so that who deploys to it needs no permission to create or change another service.
resource "google_cloud_run_v2_service" "preview" {
  name                = "orchestra-server-preview"
  location            = var.region
  deletion_protection = false
  template {
    service_account = google_service_account.account["runtime-preview"].email
    containers {
      image = "us-docker.pkg.dev/cloudrun/container/hello"
    }
  }
  # From then on the workflow deploys to it.
  lifecycle {
    ignore_changes = all
  }
}

resource "google_cloud_run_v2_service_iam_member" "preview" {
  for_each = toset(["roles/run.developer", "roles/run.invoker"])
  name     = google_cloud_run_v2_service.preview.name
  location = var.region
  role     = each.key
  member   = google_service_account.account["preview"].member
}

# To follow operations, and to show the log lines of a preview that does not start.
resource "google_project_iam_member" "preview" {
  for_each = toset(["roles/run.viewer", "roles/logging.viewer"])
  project  = var.project
  role     = each.key
  member   = google_service_account.account["preview"].member
}

# Jobs that create and delete databases, and services that are not created here.
resource "google_project_iam_member" "databases" {
  for_each = var.databases ? toset(["roles/run.developer", "roles/run.invoker"]) : toset([])
  project  = var.project
  role     = each.key
  member   = google_service_account.account["preview"].member
}

# Pages of previews, and nothing else: publish-frontend refuses a bucket with another site.
resource "google_storage_bucket" "pages" {
  count                       = var.frontends ? 1 : 0
  name                        = "${var.project}-pages"
  location                    = var.region
  uniform_bucket_level_access = true
  depends_on                  = [time_sleep.apis]
}

resource "google_storage_bucket_iam_member" "pages" {
  for_each = var.frontends ? {
    # Reads objects, and cannot list them.
    "roles/storage.legacyObjectReader" = "allUsers"
    "roles/storage.objectUser"         = google_service_account.account["preview"].member
  } : {}
  bucket = google_storage_bucket.pages[0].name
  role   = each.key
  member = each.value
}

resource "google_artifact_registry_repository" "images" {
  repository_id = "orchestra-preview"
  location      = var.region
  format        = "DOCKER"
  # What a clean-up that was killed has left without a tag.
  cleanup_policies {
    id     = "untagged"
    action = "DELETE"
    condition {
      tag_state  = "UNTAGGED"
      older_than = "86400s"
    }
  }
  depends_on = [time_sleep.apis]
}

# To push images, and to delete those of pull requests that are closed.
resource "google_artifact_registry_repository_iam_member" "admin" {
  repository = google_artifact_registry_repository.images.name
  location   = var.region
  role       = "roles/artifactregistry.repoAdmin"
  member     = google_service_account.account["preview"].member
}

resource "google_secret_manager_secret" "secret" {
  for_each  = local.secrets
  secret_id = each.key
  replication {
    auto {}
  }
  depends_on = [time_sleep.apis]
}

resource "google_secret_manager_secret_iam_member" "accessor" {
  for_each  = local.secrets
  secret_id = google_secret_manager_secret.secret[each.key].id
  role      = "roles/secretmanager.secretAccessor"
  member    = google_service_account.account["runtime-preview"].member
}

resource "google_secret_manager_secret_iam_member" "viewer" {
  for_each  = local.secrets
  secret_id = google_secret_manager_secret.secret[each.key].id
  role      = "roles/secretmanager.viewer"
  member    = google_service_account.account["preview"].member
}

output "workload_identity_provider" {
  value = google_iam_workload_identity_pool_provider.pull_requests.name
}

output "clean_up_workload_identity_provider" {
  value = google_iam_workload_identity_pool_provider.clean_up.name
}

output "service_account" {
  value = google_service_account.account["preview"].email
}

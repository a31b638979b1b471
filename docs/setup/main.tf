# What docs/setup.md makes by hand. Put your values into terraform.tfvars.
terraform {
  required_version = ">= 1.5"
  required_providers {
    google = {
      source  = "hashicorp/google"
      version = ">= 6.0"
    }
  }
}

variable "project" {
  description = "Project id."
  type        = string
}

variable "region" {
  description = "Region of everything that is not global."
  type        = string
  default     = "us-central1"
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
  apis = [
    "artifactregistry", "compute", "iamcredentials", "logging", "monitoring", "redis", "run", "secretmanager",
    "servicenetworking", "sqladmin", "sts",
  ]
  ours    = "assertion.repository_id == '${var.github_repository_id}' && assertion.repository_owner_id == '${var.github_owner_id}'"
  secrets = ["database-url", "redis-url", "jwt-secret"]
  # Each secret, and its own for previews: who reads its value, and who may see that it exists.
  readers = merge(
    { for name in local.secrets : name => [google_service_account.runtime.member, google_service_account.deployer.member] },
    { for name in local.secrets : "preview-${name}" => [google_service_account.runtime_preview.member, google_service_account.preview.member] },
  )
}

resource "google_project_service" "api" {
  for_each           = toset(local.apis)
  service            = "${each.key}.googleapis.com"
  disable_on_destroy = false
}

# --- Who is who ---------------------------------------------------------------------------------------------------

resource "google_service_account" "deployer" {
  account_id   = "deployer"
  display_name = "Deploys from the main branch"
}

resource "google_service_account" "runtime_preview" {
  account_id   = "runtime-preview"
  display_name = "Runs the containers of previews"
}

resource "google_service_account" "preview" {
  account_id   = "preview"
  display_name = "Deploys pull requests"
}

resource "google_service_account" "runtime" {
  account_id   = "runtime"
  display_name = "Runs the containers"
}

resource "google_iam_workload_identity_pool" "github" {
  workload_identity_pool_id = "github"
}

resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "github"
  attribute_condition                = "${local.ours} && assertion.ref == 'refs/heads/${var.branch}' && assertion.event_name != 'pull_request'"
  attribute_mapping = {
    "google.subject"          = "assertion.sub"
    "attribute.repository_id" = "assertion.repository_id"
    "attribute.track"         = "\"production\""
  }
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_iam_workload_identity_pool_provider" "pull_requests" {
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = "github-pull-requests"
  attribute_condition                = "${local.ours} && assertion.event_name == 'pull_request'"
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
  for_each = {
    production = google_service_account.deployer.name
    preview    = google_service_account.preview.name
  }
  service_account_id = each.value
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github.name}/attribute.track/${each.key}"
}

# --- What they may do ---------------------------------------------------------------------------------------------

resource "google_project_iam_member" "deployer" {
  for_each = toset(["roles/run.developer", "roles/run.invoker", "roles/logging.viewer", "roles/monitoring.viewer"])
  project  = var.project
  role     = each.key
  member   = google_service_account.deployer.member
}

# Code of a pull request runs as runtime-preview, and so never reads what production reads.
resource "google_service_account_iam_member" "act_as_runtime" {
  for_each = {
    deployer = google_service_account.runtime.name
    preview  = google_service_account.runtime_preview.name
  }
  service_account_id = each.value
  role               = "roles/iam.serviceAccountUser"
  member             = each.key == "deployer" ? google_service_account.deployer.member : google_service_account.preview.member
}

resource "google_service_account_iam_member" "identity_tokens" {
  for_each = {
    deployer = google_service_account.deployer
    preview  = google_service_account.preview
  }
  service_account_id = each.value.name
  role               = "roles/iam.serviceAccountOpenIdTokenCreator"
  member             = each.value.member
}

# --- Previews: a service that is made here, so that whoever deploys to it needs no right to make or change another ---

resource "google_cloud_run_v2_service" "preview" {
  name                = "orchestra-server-preview"
  location            = var.region
  deletion_protection = false
  template {
    service_account = google_service_account.runtime_preview.email
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
  member   = google_service_account.preview.member
}

# To follow operations, and to show the log lines of a preview that does not start.
resource "google_project_iam_member" "preview" {
  for_each = toset(["roles/run.viewer", "roles/logging.viewer"])
  project  = var.project
  role     = each.key
  member   = google_service_account.preview.member
}

# --- Images -------------------------------------------------------------------------------------------------------

resource "google_artifact_registry_repository" "images" {
  for_each = {
    orchestra         = google_service_account.deployer.member
    orchestra-preview = google_service_account.preview.member
  }
  repository_id = each.key
  location      = var.region
  format        = "DOCKER"
}

resource "google_artifact_registry_repository_iam_member" "writer" {
  for_each = {
    orchestra         = google_service_account.deployer.member
    orchestra-preview = google_service_account.preview.member
  }
  repository = google_artifact_registry_repository.images[each.key].name
  location   = var.region
  role       = "roles/artifactregistry.writer"
  member     = each.value
}

# --- Secrets ------------------------------------------------------------------------------------------------------

resource "google_secret_manager_secret" "secret" {
  for_each  = local.readers
  secret_id = each.key
  replication {
    auto {}
  }
}

resource "google_secret_manager_secret_iam_member" "accessor" {
  for_each  = local.readers
  secret_id = google_secret_manager_secret.secret[each.key].id
  role      = "roles/secretmanager.secretAccessor"
  member    = each.value[0]
}

resource "google_secret_manager_secret_iam_member" "viewer" {
  for_each  = local.readers
  secret_id = google_secret_manager_secret.secret[each.key].id
  role      = "roles/secretmanager.viewer"
  member    = each.value[1]
}

# --- Database and cache, on private addresses only ------------------------------------------------------------------

data "google_compute_network" "default" {
  name = "default"
}

resource "google_compute_global_address" "services" {
  name          = "google-services"
  purpose       = "VPC_PEERING"
  address_type  = "INTERNAL"
  prefix_length = 16
  network       = data.google_compute_network.default.id
}

resource "google_service_networking_connection" "services" {
  network                 = data.google_compute_network.default.id
  service                 = "servicenetworking.googleapis.com"
  reserved_peering_ranges = [google_compute_global_address.services.name]
}

resource "google_sql_database_instance" "db" {
  name                = "orchestra-db"
  database_version    = "POSTGRES_16"
  deletion_protection = true
  depends_on          = [google_service_networking_connection.services]
  settings {
    tier = "db-custom-1-3840"
    ip_configuration {
      ipv4_enabled    = false
      private_network = data.google_compute_network.default.id
    }
  }
}

resource "google_redis_instance" "cache" {
  name               = "orchestra"
  memory_size_gb     = 1
  connect_mode       = "PRIVATE_SERVICE_ACCESS"
  authorized_network = data.google_compute_network.default.id
  depends_on         = [google_service_networking_connection.services]
}

# --- Frontend -----------------------------------------------------------------------------------------------------

resource "google_storage_bucket" "frontend" {
  name                        = "${var.project}-frontend"
  location                    = var.region
  uniform_bucket_level_access = true
  # /help/ is help/index.html.
  website {
    main_page_suffix = "index.html"
  }
}

resource "google_storage_bucket_iam_member" "frontend" {
  for_each = {
    # Reads objects, and cannot list them.
    "roles/storage.legacyObjectReader" = "allUsers"
    "roles/storage.objectUser"         = google_service_account.deployer.member
  }
  bucket = google_storage_bucket.frontend.name
  role   = each.key
  member = each.value
}

resource "google_compute_backend_bucket" "frontend" {
  name        = "orchestra-frontend"
  bucket_name = google_storage_bucket.frontend.name
  enable_cdn  = true
  # Text is stored as it is, and compressed for readers.
  compression_mode = "AUTOMATIC"
  cdn_policy {
    cache_mode = "USE_ORIGIN_HEADERS"
  }
}

resource "google_compute_url_map" "frontend" {
  name            = "orchestra-frontend"
  default_service = google_compute_backend_bucket.frontend.id
  # A single-page application: any unknown path is its entry page.
  default_custom_error_response_policy {
    error_service = google_compute_backend_bucket.frontend.id
    error_response_rule {
      match_response_codes   = ["403", "404"] # without the right to list, a missing object may be a 403
      path                   = "/dashboard/index.html"
      override_response_code = 200
    }
  }
}

resource "google_project_iam_custom_role" "frontend_cache" {
  role_id = "frontendCache"
  title   = "Frontend cache"
  permissions = [
    "compute.backendBuckets.get",
    "compute.globalOperations.get",
    "compute.urlMaps.get",
    "compute.urlMaps.invalidateCache",
    "compute.urlMaps.update",
  ]
}

resource "google_project_iam_member" "frontend_cache" {
  project = var.project
  role    = google_project_iam_custom_role.frontend_cache.name
  member  = google_service_account.deployer.member
}

# --- For the workflows --------------------------------------------------------------------------------------------

output "workload_identity_provider" {
  value = google_iam_workload_identity_pool_provider.github.name
}

output "preview_workload_identity_provider" {
  value = google_iam_workload_identity_pool_provider.pull_requests.name
}

output "service_account" {
  value = google_service_account.deployer.email
}

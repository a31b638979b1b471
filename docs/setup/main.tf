# What docs/setup.md makes by hand. Put your values into terraform.tfvars.
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

variable "preview_project" {
  description = "Project id of the previews: another one than of production. \"\" for no previews."
  type        = string
}

variable "canary_frontends" {
  description = "Whether advance.yml switches frontends (its input sites): access to the frontend's bucket and its cache for canary."
  type        = bool
  default     = false
}

variable "preview_frontends" {
  description = "Whether previews have frontends: a public bucket for their pages."
  type        = bool
  default     = false
}

variable "preview_databases" {
  description = "Whether previews have databases, or services that they create: access to all jobs and services of their project."
  type        = bool
  default     = false
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

variable "environment" {
  description = "The GitHub environment whose jobs deploy."
  type        = string
  default     = "production"
}

variable "actions_ref" {
  description = "What the workflows call ours by: refs/tags/v1 for @v1, or the full commit SHA."
  type        = string
  default     = "refs/tags/v1"
}

provider "google" {
  project = var.project
  region  = var.region
}

provider "google" {
  alias   = "preview"
  project = var.preview_project == "" ? var.project : var.preview_project
  region  = var.region
}

locals {
  apis = [
    "artifactregistry", "cloudresourcemanager", "compute", "iam", "iamcredentials", "logging", "monitoring", "redis", "run",
    "secretmanager", "servicenetworking", "sqladmin", "storage", "sts",
  ]
  ours      = "assertion.repository_id == '${var.github_repository_id}' && assertion.repository_owner_id == '${var.github_owner_id}'"
  workflows = "orchestra/actions/.github/workflows"
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

module "previews" {
  source               = "./previews"
  count                = var.preview_project == "" ? 0 : 1
  providers            = { google = google.preview }
  project              = var.preview_project
  production_project   = var.project
  region               = var.region
  frontends            = var.preview_frontends
  databases            = var.preview_databases
  repository_condition = local.ours
  preview_workflow     = "${local.workflows}/preview.yml@${var.actions_ref}"
  main_condition       = local.deploys
  clean_up_workflow    = "${local.workflows}/preview-clean-up.yml@${var.actions_ref}"
}

# --- For the workflows --------------------------------------------------------------------------------------------

output "workload_identity_provider" {
  value = google_iam_workload_identity_pool_provider.github["deploy"].name
}

output "images_workload_identity_provider" {
  value = google_iam_workload_identity_pool_provider.github["images"].name
}

output "canary_workload_identity_provider" {
  value = google_iam_workload_identity_pool_provider.github["canary"].name
}

output "preview_workload_identity_provider" {
  value = one(module.previews[*].workload_identity_provider)
}

output "preview_clean_up_workload_identity_provider" {
  value = one(module.previews[*].clean_up_workload_identity_provider)
}

output "service_account" {
  value = google_service_account.account["deployer"].email
}

output "plan_service_account" {
  value = google_service_account.account["planner"].email
}

output "images_service_account" {
  value = google_service_account.account["builder"].email
}

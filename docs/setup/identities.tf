# Who authenticates as whom. A token of GitHub is exchanged only if it is of this repository, of the branch, of an event that
# reviewed code alone can start, and of the workflow that uses the identity.

locals {
  accounts = {
    builder  = "Builds and pushes images from the main branch"
    canary   = "Continues canaries that outlast their run"
    deployer = "Deploys from the main branch"
    planner  = "Reads the live state for the plan before an approval"
    runtime  = "Runs the containers"
  }
  deploys = "${local.ours} && assertion.ref == 'refs/heads/${var.branch}' && assertion.event_name in ['push', 'workflow_dispatch', 'schedule']"
  # Each provider: whose tokens it takes, besides those conditions, and what they become.
  providers = {
    # Jobs of the environment only, in our workflows only: a job in another workflow is none of them.
    deploy = {
      id        = "github"
      condition = "assertion.environment == '${var.environment}' && assertion.job_workflow_ref.startsWith('${local.workflows}/') && assertion.job_workflow_ref.endsWith('@${var.actions_ref}')"
      account   = "deployer"
    }
    images = {
      id        = "github-images"
      condition = "assertion.job_workflow_ref == '${local.workflows}/pipeline.yml@${var.actions_ref}'"
      account   = "builder"
    }
    # Steps of a canary were approved when it began; those that need an approval of their own run in the environment of deploys.
    canary = {
      id        = "github-canary"
      condition = "assertion.environment in ['canary', '${var.environment}'] && assertion.job_workflow_ref == '${local.workflows}/advance.yml@${var.actions_ref}'"
      account   = "canary"
    }
  }
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

resource "google_iam_workload_identity_pool_provider" "github" {
  for_each                           = local.providers
  workload_identity_pool_id          = google_iam_workload_identity_pool.github.workload_identity_pool_id
  workload_identity_pool_provider_id = each.value.id
  attribute_condition                = "${local.deploys} && ${each.value.condition}"
  attribute_mapping = {
    "google.subject"          = "assertion.sub"
    "attribute.repository_id" = "assertion.repository_id"
    "attribute.track"         = "\"${each.key}\""
  }
  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}

resource "google_service_account_iam_member" "federation" {
  for_each           = local.providers
  service_account_id = google_service_account.account[each.value.account].name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github.name}/attribute.track/${each.key}"
}

# The job that shows the plan runs before the approval, beside those that build images.
resource "google_service_account_iam_member" "planner" {
  service_account_id = google_service_account.account["planner"].name
  role               = "roles/iam.workloadIdentityUser"
  member             = "principalSet://iam.googleapis.com/${google_iam_workload_identity_pool.github.name}/attribute.track/images"
}

resource "google_project_iam_member" "planner" {
  project = var.project
  role    = "roles/run.viewer"
  member  = google_service_account.account["planner"].member
}

# --- What the deployer may do -------------------------------------------------------------------------------------

# roles/run.admin and not roles/run.developer: `allow-unauthenticated` sets an IAM policy (run.services.setIamPolicy).
resource "google_project_iam_member" "deployer" {
  for_each = toset(["roles/run.admin", "roles/run.invoker", "roles/logging.viewer", "roles/monitoring.viewer"])
  project  = var.project
  role     = each.key
  member   = google_service_account.account["deployer"].member
}

# It moves traffic, and opens, builds and reads nothing. Cloud Run has no role for traffic alone, so it could deploy as runtime.
resource "google_project_iam_member" "canary" {
  for_each = toset(["roles/run.developer", "roles/run.invoker", "roles/logging.viewer", "roles/monitoring.viewer"])
  project  = var.project
  role     = each.key
  member   = google_service_account.account["canary"].member
}

resource "google_service_account_iam_member" "act_as_runtime" {
  for_each           = toset(["deployer", "canary"])
  service_account_id = google_service_account.account["runtime"].name
  role               = "roles/iam.serviceAccountUser"
  member             = google_service_account.account[each.key].member
}

resource "google_service_account_iam_member" "identity_tokens" {
  for_each           = toset(["deployer", "canary"])
  service_account_id = google_service_account.account[each.key].name
  role               = "roles/iam.serviceAccountOpenIdTokenCreator"
  member             = google_service_account.account[each.key].member
}

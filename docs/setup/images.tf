# Images, and the secrets that the containers read.

resource "google_artifact_registry_repository" "images" {
  repository_id = "orchestra"
  location      = var.region
  format        = "DOCKER"
  depends_on    = [time_sleep.apis]
}

resource "google_artifact_registry_repository_iam_member" "images" {
  for_each = {
    "roles/artifactregistry.writer" = google_service_account.account["builder"].member
    # To verify provenance, and to find images by their commit.
    "roles/artifactregistry.reader" = google_service_account.account["deployer"].member
  }
  repository = google_artifact_registry_repository.images.name
  location   = var.region
  role       = each.key
  member     = each.value
}

locals {
  secrets = toset(["database-url", "redis-url", "jwt-secret"])
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
  member    = google_service_account.account["runtime"].member
}

# Sees which version exists, so that it can be pinned; no value.
resource "google_secret_manager_secret_iam_member" "viewer" {
  for_each  = local.secrets
  secret_id = google_secret_manager_secret.secret[each.key].id
  role      = "roles/secretmanager.viewer"
  member    = google_service_account.account["deployer"].member
}

# The frontend's bucket, behind Cloud CDN.

resource "google_storage_bucket" "frontend" {
  name                        = "${var.project}-frontend"
  location                    = var.region
  uniform_bucket_level_access = true
  # /help/ is help/index.html.
  website {
    main_page_suffix = "index.html"
  }
  depends_on = [time_sleep.apis]
}

resource "google_storage_bucket_iam_member" "frontend" {
  for_each = {
    # Reads objects, and cannot list them.
    "roles/storage.legacyObjectReader" = "allUsers"
    "roles/storage.objectUser"         = google_service_account.account["deployer"].member
  }
  bucket = google_storage_bucket.frontend.name
  role   = each.key
  member = each.value
}

resource "google_storage_bucket_iam_member" "planner" {
  bucket = google_storage_bucket.frontend.name
  role   = "roles/storage.objectViewer"
  member = google_service_account.account["planner"].member
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
  depends_on = [time_sleep.apis]
}

resource "google_project_iam_member" "frontend_cache" {
  project = var.project
  role    = google_project_iam_custom_role.frontend_cache.name
  member  = google_service_account.account["deployer"].member
}

# advance.yml switches frontends that were staged for a canary.
resource "google_storage_bucket_iam_member" "canary" {
  count  = var.canary_frontends ? 1 : 0
  bucket = google_storage_bucket.frontend.name
  role   = "roles/storage.objectUser"
  member = google_service_account.account["canary"].member
}

resource "google_project_iam_member" "canary_frontend_cache" {
  count   = var.canary_frontends ? 1 : 0
  project = var.project
  role    = google_project_iam_custom_role.frontend_cache.name
  member  = google_service_account.account["canary"].member
}

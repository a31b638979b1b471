# Database and cache, on private addresses only.

data "google_compute_network" "default" {
  name       = "default"
  depends_on = [time_sleep.apis]
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

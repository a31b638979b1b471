// Package config reads the environment once, and sets up what every process needs: logs and error reports.
package config

import (
	"fmt"
	"strings"
)

// Config is the environment of the server and the worker. Nothing here is known when the image is built.
type Config struct {
	Env         string // APP_ENV: "development" logs for people, anything else for Cloud Logging
	Version     string // APP_VERSION: the release, "dev" without it
	Revision    string // K_REVISION: set by Cloud Run
	Port        string // PORT: set by Cloud Run
	DatabaseURL string // DATABASE_URL: postgres://…
	RedisURL    string // REDIS_URL: redis://…, without it nothing is queued
	JWTSecret   string // JWT_SECRET: signs the tokens that may write
	SentryDSN   string // SENTRY_DSN: without it nothing is reported
}

// Load reads the environment through getenv. All names in required that are empty are named in one error.
func Load(getenv func(string) string, required ...string) (Config, error) {
	var missing []string
	for _, name := range required {
		if getenv(name) == "" {
			missing = append(missing, name)
		}
	}
	if len(missing) > 0 {
		return Config{}, fmt.Errorf("not set in the environment: %s (see .env.example)", strings.Join(missing, ", "))
	}
	return Config{
		Env:         getenv("APP_ENV"),
		Version:     or(getenv("APP_VERSION"), "dev"),
		Revision:    getenv("K_REVISION"),
		Port:        or(getenv("PORT"), "3000"),
		DatabaseURL: getenv("DATABASE_URL"),
		RedisURL:    getenv("REDIS_URL"),
		JWTSecret:   getenv("JWT_SECRET"),
		SentryDSN:   getenv("SENTRY_DSN"),
	}, nil
}

func or(value, fallback string) string {
	if value == "" {
		return fallback
	}
	return value
}

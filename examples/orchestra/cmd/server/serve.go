package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/getsentry/sentry-go"
	"github.com/gofiber/fiber/v3"
	"github.com/rs/zerolog/log"

	"orchestra.dev/orchestra/app"
	"orchestra.dev/orchestra/config"
	"orchestra.dev/orchestra/database"
	"orchestra.dev/orchestra/jobs"
)

// Cloud Run kills an instance ten seconds after SIGTERM: requests in flight get eight, the rest is for what is left.
const (
	shutdownTimeout = 8 * time.Second
	flushTimeout    = time.Second
)

// serve answers until ctx ends, then finishes the requests in flight.
func serve(ctx context.Context) error {
	c, err := config.Load(os.Getenv, "DATABASE_URL", "JWT_SECRET")
	if err != nil {
		return err
	}
	if err := config.InitSentry(c); err != nil {
		return fmt.Errorf("SENTRY_DSN: %w", err)
	}
	defer sentry.Flush(flushTimeout)

	store, err := database.Open(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	defer store.Close()

	deps := app.Deps{Store: store, Version: c.Version, Revision: c.Revision, JWTSecret: c.JWTSecret}
	if c.RedisURL != "" {
		queue, err := jobs.NewQueue(c.RedisURL)
		if err != nil {
			return err
		}
		defer func() { _ = queue.Close() }()
		deps.Queue = queue
	}

	log.Info().Str("port", c.Port).Str("version", c.Version).Msg("listening")
	err = app.New(deps).Listen(":"+c.Port, fiber.ListenConfig{
		DisableStartupMessage: true,
		GracefulContext:       ctx,
		ShutdownTimeout:       shutdownTimeout,
		OnShutdownError:       func(err error) { log.Warn().Err(err).Msg("stopped with requests in flight") },
	})
	log.Info().Msg("stopped")
	return err
}

package main

import (
	"context"
	"fmt"
	"net"
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

	listener, err := net.Listen("tcp", ":"+c.Port)
	if err != nil {
		return fmt.Errorf("PORT %s: %w", c.Port, err)
	}
	log.Info().Str("port", c.Port).Str("version", c.Version).Msg("listening")
	return answer(ctx, app.New(deps), listener)
}

// answer serves until ctx ends, and returns when the requests in flight are answered. Fiber's own GracefulContext
// returns before they are.
func answer(ctx context.Context, server *fiber.App, listener net.Listener) error {
	ended := make(chan error, 1)
	go func() { ended <- server.Listener(listener, fiber.ListenConfig{DisableStartupMessage: true}) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	if err := server.ShutdownWithTimeout(shutdownTimeout); err != nil {
		log.Warn().Err(err).Msg("stopped with requests in flight")
		return nil
	}
	log.Info().Msg("stopped")
	return nil
}

// Package app is the HTTP face of the server: routes and handlers, over a store and a queue that it names as interfaces.
package app

import (
	"context"
	"errors"
	"time"

	"github.com/getsentry/sentry-go"
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/cors"
	"github.com/gofiber/fiber/v3/middleware/recover"
	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

// Store is where projects are kept.
type Store interface {
	Ping(ctx context.Context) error
	Schema(ctx context.Context) (Schema, error)
	Projects(ctx context.Context) ([]Project, error)
	CreateProject(ctx context.Context, name string) (Project, error)
}

// Queue hands work to the worker.
type Queue interface {
	PrepareProject(ctx context.Context, id int64) error
}

// Deps is what the handlers need. Queue may be nil: then new projects wait.
type Deps struct {
	Store     Store
	Queue     Queue
	Version   string
	Revision  string
	JWTSecret string
}

// New builds the server. It does not listen yet.
func New(d Deps) *fiber.App {
	app := fiber.New(fiber.Config{AppName: "orchestra-server", ErrorHandler: answerError})
	app.Use(observe, recover.New(), cors.New()) // the dashboard lives on another origin and sends no cookies

	app.Get("/health", health(d.Store))
	app.Get("/version", version(d))
	app.Get("/api/projects", listProjects(d.Store))
	app.Post("/api/projects", authorized(d.JWTSecret, createProject(d)))
	return app
}

// observe logs each request, and times one in ten for Sentry.
func observe(c fiber.Ctx) error {
	start := time.Now()
	span := sentry.StartTransaction(c.Context(), "request", sentry.WithOpName("http.server"))
	defer span.Finish()
	if err := c.Next(); err != nil {
		if err := answerError(c, err); err != nil {
			return err
		}
	}
	status := c.Response().StatusCode()
	span.Name = c.Method() + " " + c.Route().Path // the pattern: few names, and no string that Fiber reuses
	span.Status = sentry.HTTPtoSpanStatus(status)
	level := zerolog.InfoLevel
	if status >= fiber.StatusInternalServerError {
		level = zerolog.ErrorLevel
	}
	log.WithLevel(level).Str("method", c.Method()).Str("path", c.Path()).Int("status", status).
		Dur("ms", time.Since(start)).Msg("request")
	return nil
}

// answerError answers in JSON. What went wrong inside is for the logs and Sentry, not for the caller.
func answerError(c fiber.Ctx, err error) error {
	var known *fiber.Error
	if errors.As(err, &known) && known.Code < fiber.StatusInternalServerError {
		return c.Status(known.Code).JSON(fiber.Map{"error": known.Message})
	}
	log.Error().Err(err).Str("method", c.Method()).Str("path", c.Path()).Msg("request failed")
	sentry.CaptureException(err)
	return c.Status(fiber.StatusInternalServerError).JSON(fiber.Map{"error": "internal error"})
}

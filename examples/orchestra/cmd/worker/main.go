// The worker: takes jobs from Redis and does them. It listens on no port.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/getsentry/sentry-go"
	"github.com/hibiken/asynq"
	"github.com/rs/zerolog/log"

	"orchestra.dev/orchestra/config"
	"orchestra.dev/orchestra/database"
	"orchestra.dev/orchestra/jobs"
)

// Cloud Run kills an instance ten seconds after SIGTERM: a job that is not done by then goes back to the queue.
const shutdownTimeout = 8 * time.Second

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	config.InitLogger(os.Stdout, os.Getenv("APP_ENV"), "orchestra-worker")
	if err := run(ctx); err != nil {
		log.Error().Err(err).Msg("stopped")
		stop()
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	c, err := config.Load(os.Getenv, "DATABASE_URL", "REDIS_URL")
	if err != nil {
		return err
	}
	if err := config.InitSentry(c); err != nil {
		return fmt.Errorf("SENTRY_DSN: %w", err)
	}
	defer sentry.Flush(time.Second)

	store, err := database.Open(ctx, c.DatabaseURL)
	if err != nil {
		return err
	}
	defer store.Close()
	redis, err := asynq.ParseRedisURI(c.RedisURL)
	if err != nil {
		return fmt.Errorf("REDIS_URL: %w", err)
	}

	server := asynq.NewServer(redis, asynq.Config{
		Concurrency:     10,
		ShutdownTimeout: shutdownTimeout,
		Logger:          logger{},
		LogLevel:        asynq.WarnLevel,
		ErrorHandler:    asynq.ErrorHandlerFunc(report),
	})
	if err := server.Ping(); err != nil {
		return fmt.Errorf("cannot reach Redis: %w", err)
	}
	if err := server.Start(jobs.Handler(store)); err != nil {
		return fmt.Errorf("cannot start: %w", err)
	}
	log.Info().Str("version", c.Version).Msg("waiting for jobs")
	<-ctx.Done()
	server.Shutdown()
	log.Info().Msg("stopped")
	return nil
}

// report says that a job failed; asynq tries it again unless the error wraps asynq.SkipRetry.
func report(_ context.Context, task *asynq.Task, err error) {
	log.Error().Err(err).Str("job", task.Type()).Bool("again", !errors.Is(err, asynq.SkipRetry)).Msg("job failed")
	sentry.CaptureException(err)
}

// logger sends asynq's own lines to the process's log.
type logger struct{}

func (logger) Debug(args ...any) { log.Debug().Msg(fmt.Sprint(args...)) }
func (logger) Info(args ...any)  { log.Info().Msg(fmt.Sprint(args...)) }
func (logger) Warn(args ...any)  { log.Warn().Msg(fmt.Sprint(args...)) }
func (logger) Error(args ...any) { log.Error().Msg(fmt.Sprint(args...)) }
func (logger) Fatal(args ...any) { log.Fatal().Msg(fmt.Sprint(args...)) }

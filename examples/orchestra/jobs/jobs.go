// Package jobs is the contract between the server, which queues work on Redis, and the worker, which does it.
package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/hibiken/asynq"

	"orchestra.dev/orchestra/app"
)

const prepareProject = "project:prepare"

type prepareProjectPayload struct {
	ID int64 `json:"id"`
}

// Queue hands jobs to the worker through Redis. It implements app.Queue.
type Queue struct {
	client *asynq.Client
}

// NewQueue connects when it is first used. The URL is redis://[:PASSWORD@]HOST:PORT[/DB].
func NewQueue(redisURL string) (*Queue, error) {
	redis, err := asynq.ParseRedisURI(redisURL)
	if err != nil {
		return nil, fmt.Errorf("REDIS_URL: %w", err)
	}
	return &Queue{client: asynq.NewClient(redis)}, nil
}

// PrepareProject asks the worker to make a new project ready.
func (q *Queue) PrepareProject(ctx context.Context, id int64) error {
	payload, err := json.Marshal(prepareProjectPayload{ID: id})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	_, err = q.client.EnqueueContext(ctx, asynq.NewTask(prepareProject, payload), asynq.MaxRetry(5), asynq.Timeout(time.Minute))
	return err
}

// Close closes the connection to Redis.
func (q *Queue) Close() error { return q.client.Close() }

// Projects is what the worker needs of the store.
type Projects interface {
	PrepareProject(ctx context.Context, id int64) error
}

// Handler does the jobs. Jobs may be delivered more than once.
func Handler(projects Projects) asynq.Handler {
	mux := asynq.NewServeMux()
	mux.HandleFunc(prepareProject, func(ctx context.Context, task *asynq.Task) error {
		var payload prepareProjectPayload
		if err := json.Unmarshal(task.Payload(), &payload); err != nil {
			return fmt.Errorf("%s: %w: %w", prepareProject, err, asynq.SkipRetry)
		}
		err := projects.PrepareProject(ctx, payload.ID)
		if errors.Is(err, app.ErrNoProject) {
			return fmt.Errorf("%w: %w", err, asynq.SkipRetry)
		}
		return err
	})
	return mux
}

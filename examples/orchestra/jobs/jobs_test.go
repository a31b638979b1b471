package jobs

import (
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"github.com/hibiken/asynq"

	"orchestra.dev/orchestra/app"
)

type fakeProjects struct {
	done chan int64
	err  error
}

func (p fakeProjects) PrepareProject(_ context.Context, id int64) error {
	p.done <- id
	return p.err
}

func TestHandler(t *testing.T) {
	for name, test := range map[string]struct {
		payload string
		err     error
		retry   bool
		fails   bool
	}{
		"done":                {`{"id": 7}`, nil, false, false},
		"the database fails":  {`{"id": 7}`, errors.New("refused"), true, true},
		"the project is gone": {`{"id": 7}`, app.ErrNoProject, false, true},
		"a broken payload":    {`{`, nil, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			projects := fakeProjects{done: make(chan int64, 1), err: test.err}
			err := Handler(projects).ProcessTask(context.Background(), asynq.NewTask(prepareProject, []byte(test.payload)))
			if (err != nil) != test.fails {
				t.Fatalf("got %v", err)
			}
			if test.fails && errors.Is(err, asynq.SkipRetry) == test.retry {
				t.Errorf("%v: tried again %t, want %t", err, !test.retry, test.retry)
			}
		})
	}
}

// A job goes through a real Redis to the handler.
func TestQueueReachesTheHandler(t *testing.T) {
	url := os.Getenv("TEST_REDIS_URL")
	if url == "" {
		t.Skip("TEST_REDIS_URL is not set: `make test-go` starts a Redis")
	}
	redis, err := asynq.ParseRedisURI(url)
	if err != nil {
		t.Fatal(err)
	}
	projects := fakeProjects{done: make(chan int64, 1)}
	worker := asynq.NewServer(redis, asynq.Config{LogLevel: asynq.FatalLevel, TaskCheckInterval: 100 * time.Millisecond})
	if err := worker.Start(Handler(projects)); err != nil {
		t.Fatal(err)
	}
	defer worker.Shutdown()

	queue, err := NewQueue(url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = queue.Close() }()
	id := time.Now().UnixNano()
	if err := queue.PrepareProject(context.Background(), id); err != nil {
		t.Fatal(err)
	}
	timeout := time.After(10 * time.Second)
	for {
		select {
		case got := <-projects.done:
			if got == id {
				return
			}
		case <-timeout:
			t.Fatal("the job did not arrive")
		}
	}
}

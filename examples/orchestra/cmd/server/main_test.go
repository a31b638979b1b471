package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gofiber/fiber/v3"
)

func TestParseMigrate(t *testing.T) {
	for args, want := range map[string]migrateCommand{
		"":        {name: "up"},
		"status":  {name: "status"},
		"force 2": {name: "force", version: 2},
		"force 0": {name: "force"},
	} {
		if got, err := parseMigrate(strings.Fields(args)); err != nil || got != want {
			t.Errorf("migrate %s: got %+v, %v", args, got, err)
		}
	}
	for _, args := range []string{"up", "down", "status now", "force", "force -1", "force two", "force 1 2"} {
		if got, err := parseMigrate(strings.Fields(args)); err == nil {
			t.Errorf("migrate %s: got %+v, want an error", args, got)
		}
	}
}

func TestCommandsSayWhatIsMissing(t *testing.T) {
	for _, name := range []string{"DATABASE_URL", "JWT_SECRET"} {
		t.Setenv(name, "")
	}
	for args, want := range map[string]string{
		"":          "DATABASE_URL, JWT_SECRET",
		"migrate":   "DATABASE_URL",
		"token":     "JWT_SECRET",
		"serve":     `unknown command "serve"`,
		"migrate x": "usage: server migrate",
	} {
		err := run(context.Background(), strings.Fields(args), &bytes.Buffer{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("server %s: got %v, want %s", args, err, want)
		}
	}
}

func TestRequestsInFlightAreAnsweredBeforeTheEnd(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	arrived, proceed := make(chan struct{}), make(chan struct{})
	server := fiber.New()
	server.Get("/slow", func(c fiber.Ctx) error {
		close(arrived)
		<-proceed
		return c.SendString("done")
	})
	ctx, stop := context.WithCancel(context.Background())
	ended, answered := make(chan error, 1), make(chan string, 1)
	go func() { ended <- answer(ctx, server, listener) }()
	go func() {
		response, err := http.Get("http://" + listener.Addr().String() + "/slow")
		if err != nil {
			answered <- err.Error()
			return
		}
		defer func() { _ = response.Body.Close() }()
		body, _ := io.ReadAll(response.Body)
		answered <- string(body)
	}()

	<-arrived
	stop()
	select {
	case err := <-ended:
		t.Fatalf("ended (%v) with a request in flight", err)
	case <-time.After(200 * time.Millisecond):
	}
	close(proceed)
	if body := <-answered; body != "done" {
		t.Errorf("got %q", body)
	}
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(5 * time.Second):
		t.Error("still running")
	}
}

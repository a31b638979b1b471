package config

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/getsentry/sentry-go"
)

func TestSentryGetsTheReleaseOfTheEnvironment(t *testing.T) {
	reports := make(chan string, 1)
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		reports <- string(body)
	}))
	defer server.Close()

	c, err := Load(env(map[string]string{
		"APP_VERSION": "0123abc",
		"SENTRY_DSN":  strings.Replace(server.URL, "http://", "http://key@", 1) + "/1",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if err := InitSentry(c); err != nil {
		t.Fatal(err)
	}
	sentry.CaptureException(errors.New("broken string"))
	if !sentry.Flush(5 * time.Second) {
		t.Fatal("nothing was sent")
	}
	report := <-reports
	for _, want := range []string{`"release":"0123abc"`, "broken string"} {
		if !strings.Contains(report, want) {
			t.Errorf("%s is not in %s", want, report)
		}
	}
}

func TestNoDSNIsNoError(t *testing.T) {
	if err := InitSentry(Config{}); err != nil {
		t.Fatal(err)
	}
}

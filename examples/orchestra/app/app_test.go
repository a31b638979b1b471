package app

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gofiber/fiber/v3"
	"github.com/golang-jwt/jwt/v5"
)

// fakeStore answers from memory, or fails with err.
type fakeStore struct {
	projects []Project
	err      error
	hang     bool // Ping answers only when its context ends
}

func (s *fakeStore) Ping(ctx context.Context) error {
	if s.hang {
		<-ctx.Done()
		return ctx.Err()
	}
	return s.err
}

func (s *fakeStore) Schema(context.Context) (Schema, error) { return Schema{Version: 3}, s.err }

func (s *fakeStore) Projects(context.Context) ([]Project, error) { return s.projects, s.err }

func (s *fakeStore) CreateProject(_ context.Context, name string) (Project, error) {
	if s.err != nil {
		return Project{}, s.err
	}
	project := Project{ID: int64(len(s.projects) + 1), Name: name, Status: "new"}
	s.projects = append(s.projects, project)
	return project, nil
}

type fakeQueue struct {
	ids []int64
	err error
}

func (q *fakeQueue) PrepareProject(_ context.Context, id int64) error {
	q.ids = append(q.ids, id)
	return q.err
}

const secret = "test-secret"

var testConfig = fiber.TestConfig{Timeout: 10 * time.Second, FailOnTimeout: true}

func deps(store *fakeStore) Deps {
	return Deps{Store: store, Version: "dev", JWTSecret: secret}
}

// call sends one request and decodes the JSON answer.
func call(t *testing.T, d Deps, request *http.Request) (int, map[string]any) {
	t.Helper()
	response, err := New(d).Test(request, testConfig)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	answer := map[string]any{}
	if err := json.Unmarshal(body, &answer); err != nil {
		t.Fatalf("%d %q is not JSON: %v", response.StatusCode, body, err)
	}
	return response.StatusCode, answer
}

func TestHealth(t *testing.T) {
	for name, test := range map[string]struct {
		store  *fakeStore
		status int
		answer string
	}{
		"the database answers":         {&fakeStore{}, http.StatusOK, "ok"},
		"the database refuses":         {&fakeStore{err: errors.New("refused")}, http.StatusInternalServerError, "unhealthy"},
		"the database does not answer": {&fakeStore{hang: true}, http.StatusInternalServerError, "unhealthy"},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			status, answer := call(t, deps(test.store), httptest.NewRequest(http.MethodGet, "/health", nil))
			if status != test.status || answer["status"] != test.answer {
				t.Errorf("got %d %v", status, answer)
			}
			// The slack is for a machine that is busy with other things: a hanging database would take for ever.
			if took := time.Since(start); took > healthTimeout+5*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}
}

func TestVersion(t *testing.T) {
	sha := strings.Repeat("0a", 20)
	get := func(d Deps) map[string]any {
		status, answer := call(t, d, httptest.NewRequest(http.MethodGet, "/version", nil))
		if status != http.StatusOK {
			t.Fatalf("got %d %v", status, answer)
		}
		return answer
	}
	t.Run("a commit", func(t *testing.T) {
		answer := get(Deps{Store: &fakeStore{}, Version: sha, Revision: "orchestra-server-00001"})
		if answer["version"] != sha || answer["commit"] != sha || answer["revision"] != "orchestra-server-00001" {
			t.Errorf("got %v", answer)
		}
		if schema, _ := answer["schema"].(map[string]any); schema["version"] != 3.0 || schema["dirty"] != false {
			t.Errorf("got schema %v", answer["schema"])
		}
	})
	t.Run("not a commit", func(t *testing.T) {
		if answer := get(deps(&fakeStore{})); answer["version"] != "dev" || answer["commit"] != nil {
			t.Errorf("got %v", answer)
		}
	})
	t.Run("the database is away", func(t *testing.T) {
		answer := get(deps(&fakeStore{err: errors.New("refused")}))
		if schema, told := answer["schema"]; !told || schema != nil {
			t.Errorf("got %v, want schema null", answer)
		}
	})
}

func TestListProjects(t *testing.T) {
	_, answer := call(t, deps(&fakeStore{}), httptest.NewRequest(http.MethodGet, "/api/projects", nil))
	if list, ok := answer["projects"].([]any); !ok || len(list) != 0 {
		t.Errorf("got %v, want an empty list", answer)
	}
	status, answer := call(t, deps(&fakeStore{err: errors.New("password=hunter2")}), httptest.NewRequest(http.MethodGet, "/api/projects", nil))
	if status != http.StatusInternalServerError || answer["error"] != "internal error" {
		t.Errorf("got %d %v, want nothing of the cause", status, answer)
	}
}

func create(body string, token string) *http.Request {
	request := httptest.NewRequest(http.MethodPost, "/api/projects", strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Authorization", "Bearer "+token)
	return request
}

func TestCreateProject(t *testing.T) {
	token, err := NewToken(secret, "tester", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	t.Run("stores and queues", func(t *testing.T) {
		store, queue := &fakeStore{}, &fakeQueue{}
		d := deps(store)
		d.Queue = queue
		status, answer := call(t, d, create(`{"name": " Symphony "}`, token))
		if status != http.StatusCreated || answer["name"] != "Symphony" || answer["status"] != "new" {
			t.Errorf("got %d %v", status, answer)
		}
		if len(store.projects) != 1 || len(queue.ids) != 1 || queue.ids[0] != 1 {
			t.Errorf("stored %v, queued %v", store.projects, queue.ids)
		}
	})
	t.Run("exists although the queue is away", func(t *testing.T) {
		d := deps(&fakeStore{})
		d.Queue = &fakeQueue{err: errors.New("refused")}
		if status, answer := call(t, d, create(`{"name": "Symphony"}`, token)); status != http.StatusCreated {
			t.Errorf("got %d %v", status, answer)
		}
	})
	t.Run("refuses bad input", func(t *testing.T) {
		for body, want := range map[string]int{
			`not JSON`:      http.StatusBadRequest,
			`{"name": 1}`:   http.StatusBadRequest,
			`{}`:            http.StatusUnprocessableEntity,
			`{"name": " "}`: http.StatusUnprocessableEntity,
			`{"name": "` + strings.Repeat("é", 201) + `"}`: http.StatusUnprocessableEntity,
		} {
			store := &fakeStore{}
			if status, answer := call(t, deps(store), create(body, token)); status != want || len(store.projects) != 0 {
				t.Errorf("%s: got %d %v, stored %v", body, status, answer, store.projects)
			}
		}
	})
}

func TestCreateProjectWantsAToken(t *testing.T) {
	expired, err := NewToken(secret, "tester", time.Now().Add(-2*tokenLife))
	if err != nil {
		t.Fatal(err)
	}
	forged, err := NewToken("another secret", "tester", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	sign := func(method jwt.SigningMethod, claims jwt.MapClaims) string {
		token, err := jwt.NewWithClaims(method, claims).SignedString([]byte(secret))
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	endless := sign(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "tester"})
	otherAlgorithm := sign(jwt.SigningMethodHS512, jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()})
	unsigned := "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0ZXN0ZXIiLCJleHAiOjQxMDI0NDQ4MDB9."
	for name, token := range map[string]string{
		"none": "", "expired": expired, "forged": forged, "unsigned": unsigned, "endless": endless, "another algorithm": otherAlgorithm,
	} {
		store := &fakeStore{}
		if status, answer := call(t, deps(store), create(`{"name": "Symphony"}`, token)); status != http.StatusUnauthorized || len(store.projects) != 0 {
			t.Errorf("%s: got %d %v, stored %v", name, status, answer, store.projects)
		}
	}
}

func TestUnknownPathsAndPanicsAnswerInJSON(t *testing.T) {
	if status, _ := call(t, deps(&fakeStore{}), httptest.NewRequest(http.MethodGet, "/nothing", nil)); status != http.StatusNotFound {
		t.Errorf("got %d", status)
	}
	status, answer := call(t, Deps{}, httptest.NewRequest(http.MethodGet, "/api/projects", nil)) // no store: a nil dereference
	if status != http.StatusInternalServerError || answer["error"] != "internal error" {
		t.Errorf("got %d %v", status, answer)
	}
}

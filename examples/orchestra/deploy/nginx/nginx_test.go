// Package nginx has no code: it tests the nginx configurations beside it with a real nginx.
package nginx

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func requireNginx(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("nginx")
	if err == nil {
		return path
	}
	t.Skip("nginx is not installed (Debian: nginx-light)")
	return ""
}

// start runs nginx on a configuration until the test ends, and waits for the port.
func start(t *testing.T, config, port string) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "nginx.conf")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	nginx := exec.Command(requireNginx(t), "-e", "/dev/stderr", "-c", file, "-g", "daemon off;") //nolint:gosec // the test's own file
	var log strings.Builder
	nginx.Stderr, nginx.Stdout = &log, &log
	if err := nginx.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- nginx.Wait() }()
	t.Cleanup(func() {
		_ = nginx.Process.Signal(syscall.SIGTERM)
		<-ended //nolint:errcheck // it was told to end
		if t.Failed() {
			t.Log(log.String())
		}
	})
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if conn, err := net.Dial("tcp", "127.0.0.1:"+port); err == nil {
			_ = conn.Close()
			return
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("nginx ended: %v\n%s", err, log.String())
		default:
		}
		if time.Now().After(deadline) {
			t.Fatal("nginx does not listen")
		}
	}
}

// backend stands for the server: it echoes what it was asked, and upgrades /ws.
func backend(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.EqualFold(r.Header.Get("Upgrade"), "websocket") && r.Header.Get("Connection") == "upgrade" {
			w.Header().Set("Connection", "upgrade")
			w.Header().Set("Upgrade", "websocket")
			w.WriteHeader(http.StatusSwitchingProtocols)
			return
		}
		//nolint:gosec // a test reads the answer, no browser
		_, _ = fmt.Fprintf(w, "%s host=%s proto=%s for=%s connection=%s",
			r.URL.Path, r.Host, r.Header.Get("X-Forwarded-Proto"), r.Header.Get("X-Forwarded-For"), r.Header.Get("Connection"))
	}))
	t.Cleanup(server.Close)
	return strings.TrimPrefix(server.URL, "http://")
}

// freePorts gives ports that differ: a port that was closed before the next was asked for could be given twice.
func freePorts(t *testing.T, n int) []string {
	t.Helper()
	ports := make([]string, n)
	for i := range ports {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = listener.Close() }()
		_, ports[i], _ = net.SplitHostPort(listener.Addr().String())
	}
	return ports
}

func read(t *testing.T, name string, replace ...string) string {
	t.Helper()
	text, err := os.ReadFile(name) //nolint:gosec // names of this folder
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(string(text), replace[i]) {
			t.Fatalf("%s has no %q", name, replace[i])
		}
	}
	return strings.NewReplacer(replace...).Replace(string(text))
}

func get(t *testing.T, client *http.Client, url string, header ...string) (int, string, http.Header) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = "api.orchestra.dev"
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode == http.StatusSwitchingProtocols {
		return response.StatusCode, "", response.Header // the body is the open connection
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body), response.Header
}

func TestCloudRun(t *testing.T) {
	port := freePorts(t, 1)[0]
	start(t, read(t, "cloud-run.conf", "__PORT__", "127.0.0.1:"+port, "127.0.0.1:3000", backend(t), "/tmp/", t.TempDir()+"/"), port)
	base := "http://127.0.0.1:" + port

	for _, path := range []string{"/health", "/version", "/api/projects"} {
		status, body, _ := get(t, http.DefaultClient, base+path, "X-Forwarded-Proto", "https", "X-Forwarded-For", "192.0.2.1")
		if want := path + " host=api.orchestra.dev proto=https for=192.0.2.1, 127.0.0.1 connection="; status != http.StatusOK || body != want {
			t.Errorf("%s: got %d %q, want %q", path, status, body, want)
		}
	}
	if status, _, _ := get(t, http.DefaultClient, base+"/ws", "Upgrade", "websocket", "Connection", "Upgrade"); status != http.StatusSwitchingProtocols {
		t.Errorf("/ws: got %d", status)
	}
	for _, path := range []string{"/", "/healthz", "/metrics"} {
		if status, body, _ := get(t, http.DefaultClient, base+path); status != http.StatusNotFound {
			t.Errorf("%s: got %d %q", path, status, body)
		}
	}
}

func TestOwnMachine(t *testing.T) {
	dir, ports := t.TempDir(), freePorts(t, 2)
	http80, https443 := ports[0], ports[1]
	certificate(t, dir)
	site := read(t, "nginx.conf",
		"/etc/letsencrypt/live/api.orchestra.dev", dir,
		"listen 80", "listen 127.0.0.1:"+http80,
		"listen 443", "listen 127.0.0.1:"+https443,
		"localhost:3000", backend(t))
	start(t, fmt.Sprintf("pid %s/pid;\nevents {}\nhttp { access_log off; client_body_temp_path %[1]s/b; proxy_temp_path %[1]s/p; "+
		"fastcgi_temp_path %[1]s/f; uwsgi_temp_path %[1]s/u; scgi_temp_path %[1]s/s;\n%s }", dir, site), https443)
	client := &http.Client{
		Transport:     &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}, //nolint:gosec // self-signed
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}

	if status, _, header := get(t, client, "http://127.0.0.1:"+http80+"/api/projects?page=2"); status != http.StatusMovedPermanently ||
		header.Get("Location") != "https://api.orchestra.dev/api/projects?page=2" {
		t.Errorf("plain HTTP: got %d to %s", status, header.Get("Location"))
	}
	for _, path := range []string{"/health", "/version", "/api/projects"} {
		status, body, _ := get(t, client, "https://127.0.0.1:"+https443+path)
		if want := path + " host=api.orchestra.dev proto=https for=127.0.0.1 connection=close"; status != http.StatusOK || body != want {
			t.Errorf("%s: got %d %q, want %q", path, status, body, want)
		}
	}
	if status, _, _ := get(t, client, "https://127.0.0.1:"+https443+"/ws", "Upgrade", "websocket", "Connection", "Upgrade"); status != http.StatusSwitchingProtocols {
		t.Errorf("/ws: got %d", status)
	}
}

// certificate writes a self-signed certificate where certbot would put one.
func certificate(t *testing.T, dir string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{"api.orchestra.dev"}, NotAfter: time.Now().Add(time.Hour)}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	private, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for name, block := range map[string]*pem.Block{
		"fullchain.pem": {Type: "CERTIFICATE", Bytes: cert},
		"privkey.pem":   {Type: "EC PRIVATE KEY", Bytes: private},
	} {
		if err := os.WriteFile(filepath.Join(dir, name), pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

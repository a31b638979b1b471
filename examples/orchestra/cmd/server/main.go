// The server: the HTTP API, and the migrations of its database.
//
//	server                   listen on $PORT
//	server migrate           apply the missing migrations of ./database/migrations
//	server migrate status    print {"version":N,"dirty":bool}
//	server migrate force N   record version N as applied, run nothing
//	server token [USER]      print a bearer token for POST /api/projects
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/rs/zerolog/log"

	"orchestra.dev/orchestra/app"
	"orchestra.dev/orchestra/config"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		log.Error().Err(err).Msg("stopped")
		stop()
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		config.InitLogger(os.Stdout, os.Getenv("APP_ENV"), "orchestra-server")
		return serve(ctx)
	}
	config.InitLogger(os.Stderr, os.Getenv("APP_ENV"), "orchestra-server") // results go to out
	switch args[0] {
	case "migrate":
		return migrate(ctx, args[1:], out)
	case "token":
		return token(args[1:], out)
	}
	return fmt.Errorf("unknown command %q: expected nothing, migrate or token", args[0])
}

func token(args []string, out io.Writer) error {
	c, err := config.Load(os.Getenv, "JWT_SECRET")
	if err != nil {
		return err
	}
	user := "developer"
	if len(args) > 0 {
		user = args[0]
	}
	signed, err := app.NewToken(c.JWTSecret, user, time.Now())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, signed)
	return err
}

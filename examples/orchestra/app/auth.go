package app

import (
	"strings"
	"time"

	"github.com/gofiber/fiber/v3"
	"github.com/golang-jwt/jwt/v5"
)

const tokenLife = 24 * time.Hour

// NewToken signs a bearer token for user, good for a day.
func NewToken(secret, user string, now time.Time) (string, error) {
	claims := jwt.RegisteredClaims{Subject: user, IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(tokenLife))}
	return jwt.NewWithClaims(jwt.SigningMethodHS256, claims).SignedString([]byte(secret))
}

// authorized guards next: only requests that carry a token signed with secret reach it.
func authorized(secret string, next fiber.Handler) fiber.Handler {
	parser := jwt.NewParser(jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}), jwt.WithExpirationRequired())
	key := func(*jwt.Token) (any, error) { return []byte(secret), nil }
	return func(c fiber.Ctx) error {
		token, found := strings.CutPrefix(c.Get(fiber.HeaderAuthorization), "Bearer ")
		if found {
			if _, err := parser.Parse(token, key); err == nil {
				return next(c)
			}
		}
		c.Set(fiber.HeaderWWWAuthenticate, "Bearer")
		return fiber.NewError(fiber.StatusUnauthorized, "expected the header Authorization: Bearer TOKEN, signed and not expired")
	}
}

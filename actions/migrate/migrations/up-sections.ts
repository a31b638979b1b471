/**
 * Removes the down sections of files that contain both directions, because a migration does not run them. Pure.
 *
 * goose (https://pressly.github.io/goose/documentation/annotations/), dbmate
 * (https://github.com/amacneil/dbmate#creating-migrations), sql-migrate (https://github.com/rubenv/sql-migrate#writing-migrations),
 * node-pg-migrate (https://salsita.github.io/node-pg-migrate/migrations/), Rambler (https://github.com/elwinar/rambler#migrations), tern
 * (https://github.com/jackc/tern#migrations) and MyBatis (https://mybatis.org/migrations/newsql.html).
 */

const UP = /^\s*--\s*(?:\+(?:goose|migrate)\s+up|migrate:up|up migration|rambler up)\b/i;
const DOWN =
  /^\s*--\s*(?:(?:\+(?:goose|migrate)\s+down|migrate:down|down migration|rambler down|(?:\/\/\s*)?@undo)\b|-- create above \/ drop below ----)/i;

/** The text with empty lines in place of those that go back, so that all others keep their numbers. */
export function forwardOnly(text: string): string {
  let back = false;
  return text
    .split('\n')
    .map((line) => {
      if (DOWN.test(line)) back = true;
      else if (UP.test(line)) back = false;
      return back ? '' : line;
    })
    .join('\n');
}

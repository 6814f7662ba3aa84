// Adversaries in C for gamekeeper: one header, no dependency. A strategy is a function that asks and waits:
//
//   static int idle(gk_game *game) { return gk_is(gk_ask(game, "{\"keygen\":{}}"), "accepted"); }
//   int main(void) { return gk_run("idle", 64, idle); }
//
// Each trial has a stack of its own, so that many are played at once. `gamekeeper describe GAME --protocol` lists the queries.
#ifndef GAMEKEEPER_H
#define GAMEKEEPER_H
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
// Goes from stack to stack: it leaves `*from`, and goes on where `to` was left. swapcontext makes two system calls of it.
#if defined(__x86_64__)
typedef void *gk_place;
void gk_switch(gk_place *from, gk_place to);
__asm__(
    ".text\n.weak gk_switch\n.type gk_switch,@function\ngk_switch:\n"
    "  pushq %rbp\n  pushq %rbx\n  pushq %r12\n  pushq %r13\n  pushq %r14\n  pushq %r15\n"
    "  movq %rsp, (%rdi)\n  movq %rsi, %rsp\n"
    "  popq %r15\n  popq %r14\n  popq %r13\n  popq %r12\n  popq %rbx\n  popq %rbp\n  ret\n"
    ".size gk_switch,.-gk_switch\n");
// A stack as if `entry` had been left there at its beginning: six registers, and where to return to.
static inline void gk_prepare(gk_place *place, char *stack, size_t size, void (*entry)(void)) {
  void **top = (void **)(void *)(stack + size) - 8;
  memset(top, 0, 8 * sizeof *top);
  top[6] = (void *)(uintptr_t)entry, *place = top;
}
#else
#include <ucontext.h>
typedef ucontext_t gk_place;
#define gk_switch(from, to) swapcontext(from, &(to))
static inline void gk_prepare(gk_place *place, char *stack, size_t size, void (*entry)(void)) {
  getcontext(place);
  place->uc_stack.ss_sp = stack, place->uc_stack.ss_size = size, place->uc_link = NULL;
  makecontext(place, entry, 0);
}
#endif
typedef struct gk_game {
  const char *hello, *budgets;  // the first line, with the parameters; what this trial may use
  uint64_t trial, key[2];
  int lane, playing, waiting, (*strategy)(struct gk_game *);
  char *answer, *stack, own[1024];
  gk_place place;  // where it goes on; `waiting`: for the next trial
} gk_game;
enum { gk_stack = 1 << 17, gk_most_lanes = 1024 };
static gk_game gk_lanes[gk_most_lanes], *gk_current;
static gk_place gk_main;
static char *gk_out, *gk_hello;
static size_t gk_used, gk_room;
static inline void gk_put(const char *text, size_t count) {
  if (gk_used + count > gk_room) gk_out = (char *)realloc(gk_out, gk_room = 2 * (gk_used + count));
  memcpy(gk_out + gk_used, text, count), gk_used += count;
}
// Adds an item about a trial to the next line. What `text` holds is JSON.
static inline void gk_item(gk_game *game, const char *verb, const char *text) {
  char number[8];
  int digits = 8;
  for (int rest = game->lane; digits == 8 || rest > 0; rest /= 10) number[--digits] = (char)('0' + rest % 10);
  gk_put(gk_used ? ",[" : "[[", 2), gk_put(number + digits, (size_t)(8 - digits)), gk_put(",\"", 2);
  gk_put(verb, strlen(verb)), gk_put("\",", 2), gk_put(text, strlen(text)), gk_put("]", 1);
}
// Asks, and waits for the answer: its JSON, which is there until the next question.
static inline const char *gk_ask(gk_game *game, const char *query) {
  gk_item(game, "ask", query);
  gk_switch(&game->place, gk_main);
  return game->answer;
}
// What stands under a key, somewhere in a JSON text; null if it is not there.
static inline const char *gk_find(const char *json, const char *key) {
  size_t count = strlen(key);
  for (const char *at = json; (at = strchr(at, '"')) != NULL; at++)
    if (strncmp(at + 1, key, count) == 0 && at[count + 1] == '"' && at[count + 2] == ':') return at + count + 3;
  return NULL;
}
static inline int gk_is(const char *answer, const char *name) {
  size_t count = strlen(name);
  return strncmp(answer, "{\"", 2) == 0 && strncmp(answer + 2, name, count) == 0 && answer[count + 2] == '"';
}
// The text under the last of a path's keys, such as "key"; empty if there is none.
static inline char *gk_text(const char *json, const char *key, char *out, size_t room) {
  const char *at = gk_find(json, key);
  if (at != NULL && *at == '{') at = gk_find(at, key);
  size_t count = at != NULL && *at == '"' ? strcspn(at + 1, "\"") : 0;
  snprintf(out, room, "%.*s", (int)count, count > 0 ? at + 1 : "");
  return out;
}
// The number under a key; -1 if there is none, which for a budget means that it has no limit.
static inline int64_t gk_number(const char *json, const char *key) {
  const char *at = gk_find(json, key);
  if (at != NULL && *at == '"') at++;
  return at != NULL && *at >= '0' && *at <= '9' ? (int64_t)strtoull(at, NULL, 10) : -1;
}
// Philox4x64-10 (Salmon, Moraes, Dror and Shaw, SC 2011).
static inline void gk_philox(uint64_t x[4], uint64_t k0, uint64_t k1) {
  for (int round = 0; round < 10; round++, k0 += 0x9E3779B97F4A7C15u, k1 += 0xBB67AE8584CAA73Bu) {
    __uint128_t p = (__uint128_t)0xD2E7470EE14C6C93u * x[0], q = (__uint128_t)0xCA5A826395121157u * x[2];
    uint64_t next[4] = {(uint64_t)(q >> 64) ^ x[1] ^ k0, (uint64_t)q, (uint64_t)(p >> 64) ^ x[3] ^ k1, (uint64_t)p};
    memcpy(x, next, sizeof next);
  }
}
static inline void gk_words(gk_game *game, uint64_t x[4], const char *purpose, uint64_t a, uint64_t b, uint64_t c, int block) {
  uint64_t code = 0;
  for (int i = 0; i < 7 && purpose[i]; i++) code |= (uint64_t)(unsigned char)purpose[i] << 8 * i;
  x[0] = code << 8 | (uint64_t)block, x[1] = a, x[2] = b, x[3] = c;
  gk_philox(x, game->key[0], game->key[1]);
}
// The coin of this name: 0 to 64 uniform bits; a uniform number below a bound (Lemire 2019).
static inline uint64_t gk_bits(gk_game *game, int count, const char *purpose, uint64_t a, uint64_t b, uint64_t c) {
  uint64_t x[4];
  return gk_words(game, x, purpose, a, b, c, 0), count == 0 ? 0 : x[0] >> (64 - count);
}
static inline uint64_t gk_below(gk_game *game, uint64_t bound, const char *purpose, uint64_t a, uint64_t b, uint64_t c) {
  for (int block = 0; block < 256; block++) {
    uint64_t x[4];
    gk_words(game, x, purpose, a, b, c, block);
    for (int i = 0; i < 4; i++) {
      __uint128_t product = (__uint128_t)x[i] * bound;
      if ((uint64_t)product >= -bound % bound) return (uint64_t)(product >> 64);
    }
  }
  abort();
}
static void gk_entry(void) {
  for (gk_game *game = gk_current;;) {
    gk_item(game, "guess", game->strategy(game) ? "1" : "0");
    game->playing = 0, game->waiting = 1;
    gk_switch(&game->place, gk_main);
  }
}
// Begins a trial: `text` is its number, its seed and, where they are others, its budgets.
static inline void gk_begin(gk_game *game, char *text) {
  char *seed = strchr(text, '"') + 1, digits[17] = {0};
  for (int i = 0; i < 2; i++) memcpy(digits, seed + 16 * i, 16), game->key[i] = strtoull(digits, NULL, 16);
  if (game->stack == NULL) game->stack = (char *)malloc(gk_stack);
  game->trial = strtoull(text, NULL, 10), game->lane = (int)(game - gk_lanes), game->playing = 1, game->hello = gk_hello;
  snprintf(game->own, sizeof game->own, "%s", seed[33] == ',' ? seed + 34 : "");
  game->budgets = game->own[0] ? game->own : gk_find(gk_hello, "budgets");
  // A stack that was left in the middle of a trial is begun anew.
  if (!game->waiting) gk_prepare(&game->place, game->stack, gk_stack, gk_entry);
  game->waiting = 0;
}
// What the harness says of a lane. A trial that is over leaves its stack to the next.
static inline void gk_hear(gk_game *game, const char *verb, char *text) {
  int begins = strncmp(verb, "start", 5) == 0;
  game->answer = text;
  if (begins) gk_begin(game, text);
  if (strncmp(verb, "refused", 7) == 0) gk_item(game, "resign", text);
  if (!begins && strncmp(verb, "ok", 2) != 0) game->playing = 0;
  gk_current = game;
  if (game->playing) gk_switch(&gk_main, game->place);
}
// Where the JSON that begins here ends: at the bracket around it.
static inline char *gk_end(char *at) {
  for (int depth = 0, quoted = 0; *at; at++) {
    if (quoted && *at == '\\') at++;
    else if (*at == '"') quoted = !quoted;
    else if (!quoted && (*at == '[' || *at == '{')) depth++;
    else if (!quoted && (*at == ']' || *at == '}') && depth-- == 0) break;
  }
  return at;
}
// Plays trials until there are no more.
static inline int gk_run(const char *name, int lanes, int (*strategy)(gk_game *)) {
  char *line = NULL;
  size_t room = 0;
  setvbuf(stdin, NULL, _IOFBF, 1 << 16), setvbuf(stdout, NULL, _IOFBF, 1 << 16);
  while (!gk_hello || !strchr(gk_hello, '{'))  // Blank lines do not count.
    if (getline(&gk_hello, &room, stdin) < 0) return 1;
  if (lanes > gk_number(gk_hello, "lanes")) lanes = (int)gk_number(gk_hello, "lanes");
  printf("{\"ready\":{\"protocol\":1,\"name\":\"%s\",\"lanes\":%d}}\n", name, lanes);
  fflush(stdout);
  for (room = 0; getline(&line, &room, stdin) > 0; fflush(stdout), gk_used = 0) {
    for (char *at = strchr(line, '['); at != NULL && (at = strchr(at + 1, '[')) != NULL;) {
      gk_game *game = &gk_lanes[strtoul(at + 1, NULL, 10) % gk_most_lanes];
      char *verb = strchr(at, '"') + 1, *text = strchr(verb, ',') + 1;
      at = gk_end(text), *at = 0, game->strategy = strategy;
      gk_hear(game, verb, text);
    }
    if (gk_used) gk_put("]\n", 2), fwrite(gk_out, 1, gk_used, stdout);
  }
  return 0;
}
#endif
